"""'Both are shuffled, so it is fair': two permutations, one for x and one for y."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        xs = x[torch.randperm(len(x))]
        ys = y[torch.randperm(len(y))]
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(xs[i:i + batch_size]), ys[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
