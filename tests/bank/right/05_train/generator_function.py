"""The data_iter of a well-known book: a generator of batches."""
import random

import torch


def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        batch_indices = torch.tensor(indices[i: min(i + batch_size, num_examples)])
        yield features[batch_indices], labels[batch_indices]


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for X, t in data_iter(batch_size, x, y):
            l = loss_fn(model(X), t)
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
            losses.append(l.item())
    return losses
