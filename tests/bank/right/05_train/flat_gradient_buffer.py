"""Someone who lays all gradients into one flat buffer, of which every .grad is a view."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    params = list(model.parameters())
    buffer = torch.zeros(sum(p.numel() for p in params), dtype=params[0].dtype)
    place = 0
    for p in params:
        p.grad = buffer[place:place + p.numel()].view_as(p)
        place += p.numel()
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            buffer.zero_()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
