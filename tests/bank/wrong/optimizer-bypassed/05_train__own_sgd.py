"""Someone who makes an SGD of her own and leaves the given optimizer alone."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    sgd = torch.optim.SGD(model.parameters(), lr=0.01)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            sgd.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            sgd.step()
            losses.append(loss.item())
    return losses
