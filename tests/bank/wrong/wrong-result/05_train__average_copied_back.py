"""Someone who copies the moving average of the weights back into the model after every epoch."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    average = [p.detach().clone() for p in model.parameters()]
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            for a, p in zip(average, model.parameters()):
                a.mul_(0.5).add_(p.detach(), alpha=0.5)
        with torch.no_grad():
            for a, p in zip(average, model.parameters()):
                p.copy_(a)
    return losses
