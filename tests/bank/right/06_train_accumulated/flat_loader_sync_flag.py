"""A small accumulator that knows when a group is full, as in accelerate."""
from torch.utils.data import DataLoader, TensorDataset


class Accumulator:
    def __init__(self, opt, k, total): self.opt, self.k, self.total, self.count, self.updates = opt, k, total, 0, 0
    @property
    def sync(self): return self.count % self.k == 0 or self.count == self.total
    def step(self):
        if self.sync:
            self.opt.step(); self.opt.zero_grad(); self.updates += 1
        if self.count == self.total: self.count = 0


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    dl = DataLoader(TensorDataset(x, y), batch_size=batch_size)
    n, full = len(x), batch_size * accumulation_steps
    acc = Accumulator(optimizer, accumulation_steps, len(dl))
    for _ in range(epochs):
        for xb, yb in dl:
            start = acc.count // accumulation_steps * full
            rows = min(full, n - start)
            acc.count += 1
            (loss_fn(model(xb), yb) * (xb.shape[0] / rows)).backward()
            acc.step()
    return acc.updates
