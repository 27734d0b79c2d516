"""Two at once: rows drawn with replacement, losses with their graphs."""
# both: sampled-with-replacement, graph-kept
# also fair: graph-kept
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    n = len(x)
    for epoch in range(epochs):
        for i in range(0, n, batch_size):
            idx = torch.randint(n, (min(batch_size, n - i),))
            optimizer.zero_grad()
            loss = loss_fn(model(x[idx]), y[idx])
            loss.backward()
            optimizer.step()
            losses.append(loss)
    return losses
