"""Someone who divides by the number of batches."""
import math


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    number = math.ceil(len(x) / batch_size)
    for epoch in range(epochs):
        optimizer.zero_grad()
        for k in range(number):
            rows = slice(k * batch_size, (k + 1) * batch_size)
            loss = loss_fn(model(x[rows]), y[rows]) / number
            loss.backward()
        optimizer.step()
    return epochs
