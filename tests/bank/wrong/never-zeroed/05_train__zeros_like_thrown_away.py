"""Someone who makes zeros out of the gradient and puts them nowhere."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            for p in model.parameters():
                torch.zeros_like(p.grad)
            losses.append(loss.item())
    return losses
