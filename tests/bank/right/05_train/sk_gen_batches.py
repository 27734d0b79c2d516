"""scikit-learn's shuffle and gen_batches."""
from sklearn.utils import gen_batches, shuffle
import numpy as np


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    out = []
    for ep in range(epochs):
        idx = shuffle(np.arange(len(x)))
        for sl in gen_batches(len(x), batch_size):
            i = idx[sl]
            optimizer.zero_grad()
            loss = loss_fn(model(x[i]), y[i])
            loss.backward()
            optimizer.step()
            out.append(loss.item())
    return np.asarray(out)
