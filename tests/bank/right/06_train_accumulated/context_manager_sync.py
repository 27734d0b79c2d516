"""As with Accelerate: a context that says when to sync; the losses wait until then."""
from contextlib import contextmanager
from torch.utils.data import DataLoader, TensorDataset
class Accelerator:
    def __init__(self, k): self.k, self.i, self.sync, self.buf = k, 0, False, []
    @contextmanager
    def accumulate(self, last):
        self.i += 1
        self.sync = self.i % self.k == 0 or last
        yield
        if self.sync: self.i = 0
def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    acc = Accelerator(accumulation_steps)
    dl = DataLoader(TensorDataset(x, y), batch_size=batch_size)
    n = 0
    for _ in range(epochs):
        pending = []
        for i, (xb, yb) in enumerate(dl):
            with acc.accumulate(i == len(dl) - 1):
                pending.append((loss_fn(model(xb), yb), len(xb)))
            if acc.sync:
                total = sum(m for _, m in pending)
                sum(l * m for l, m in pending).div(total).backward()
                optimizer.step(); optimizer.zero_grad(); pending.clear(); n += 1
    return n
