"""A software engineer's Trainer class with small methods."""


class Trainer:
    def __init__(self, model, optimizer, loss_fn, batch_size):
        self.model = model
        self.optimizer = optimizer
        self.loss_fn = loss_fn
        self.batch_size = batch_size
        self.losses = []

    def batches(self, x, y):
        for i in range(0, len(x), self.batch_size):
            yield x[i:i + self.batch_size], y[i:i + self.batch_size]

    def train_step(self, xb, yb):
        self.optimizer.zero_grad()
        loss = self.loss_fn(self.model(xb), yb)
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def fit(self, x, y, epochs):
        for _ in range(epochs):
            for xb, yb in self.batches(x, y):
                self.losses.append(self.train_step(xb, yb))


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    trainer = Trainer(model, optimizer, loss_fn, batch_size)
    trainer.fit(x, y, epochs)
    return trainer.losses
