"""A list of pairs, shuffled by Python and stacked again."""
import random, torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    data = [(x[i], y[i]) for i in range(len(x))]
    losses = []
    for epoch in range(epochs):
        random.shuffle(data)
        for k in range(0, len(data), batch_size):
            mini = data[k:k+batch_size]
            xb = torch.stack([a for a, _ in mini])
            yb = torch.stack([b for _, b in mini])
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
