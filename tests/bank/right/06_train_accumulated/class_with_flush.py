"""An Accumulator with add and flush."""


class Accumulator:
    def __init__(self, model, optimizer, every):
        self.model, self.optimizer, self.every = model, optimizer, every
        self.batches = self.rows = self.updates = 0
        self.optimizer.zero_grad()

    def add(self, loss, rows):
        (loss * rows).backward()
        self.batches += 1
        self.rows += rows
        if self.batches == self.every:
            self.flush()

    def flush(self):
        if self.batches == 0:
            return
        for p in self.model.parameters():
            p.grad.mul_(1 / self.rows)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.updates += 1
        self.batches = self.rows = 0


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    acc = Accumulator(model, optimizer, accumulation_steps)
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            acc.add(loss_fn(model(xb), yb), len(xb))
        acc.flush()
    return acc.updates
