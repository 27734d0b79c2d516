"""Two at once: the caller's rows shuffled in place, and no reset."""
# both: input-changed, never-zeroed
# also fair: never-zeroed
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        perm = torch.randperm(len(x))
        x.copy_(x[perm])
        y.copy_(y[perm])
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
