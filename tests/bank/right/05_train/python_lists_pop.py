"""Someone who pops random rows out of a bag until it is empty."""
import random


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        bag = list(range(len(x)))
        while bag:
            picked = [bag.pop(random.randrange(len(bag))) for _ in range(min(batch_size, len(bag)))]
            optimizer.zero_grad()
            loss = loss_fn(model(x[picked]), y[picked])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
