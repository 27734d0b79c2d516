"""Someone who offloads what backward needs with save_on_cpu."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            with torch.autograd.graph.save_on_cpu():
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
