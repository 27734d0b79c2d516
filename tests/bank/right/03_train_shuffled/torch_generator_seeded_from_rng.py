"""A torch DataLoader with a generator seeded from rng."""
import torch
from torch.utils.data import DataLoader, TensorDataset


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))
    loader = DataLoader(TensorDataset(torch.tensor(x), torch.tensor(y)), batch_size=batch_size, shuffle=True, generator=generator)
    losses = []
    for _ in range(epochs):
        for p, q in loader:
            p, q = p.numpy(), q.numpy()
            e = w * p + b - q
            losses.append((e ** 2).mean())
            w, b = w - lr * 2 * (e * p).mean(), b - lr * 2 * e.mean()
    return w, b, losses
