"""Someone who writes her usual line for the optimizer at the top of each epoch."""
# also fair: optimizer-bypassed
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    lr = optimizer.param_groups[0]["lr"]
    losses = []
    for epoch in range(epochs):
        optimizer = torch.optim.SGD(model.parameters(), lr=lr)
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
