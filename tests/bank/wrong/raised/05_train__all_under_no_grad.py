"""Someone who saves memory with no_grad around everything: backward has nothing to go through."""
# also fair: gradient-missing
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    with torch.no_grad():
        for epoch in range(epochs):
            for i in range(0, len(x), batch_size):
                optimizer.zero_grad()
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
                loss.backward()
                optimizer.step()
                losses.append(loss.item())
    return losses
