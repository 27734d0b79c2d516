"""Someone who numbers the rows with their batch and selects with a boolean mask."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    number = torch.div(torch.arange(len(x)), batch_size, rounding_mode="floor")
    losses = []
    for epoch in range(epochs):
        for b in range(int(number.max()) + 1):
            mine = number == b
            optimizer.zero_grad()
            loss = loss_fn(model(x[mine]), y[mine])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
