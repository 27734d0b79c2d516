"""A Trainer whose reset sits in on_epoch_start."""


class Trainer:
    def __init__(self, model, optimizer, loss_fn):
        self.model, self.optimizer, self.loss_fn = model, optimizer, loss_fn
        self.losses = []

    def on_epoch_start(self):
        self.model.train()
        self.model.zero_grad()

    def on_batch(self, xb, yb):
        loss = self.loss_fn(self.model(xb), yb)
        loss.backward()
        self.optimizer.step()
        self.losses.append(loss.item())


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    t = Trainer(model, optimizer, loss_fn)
    for epoch in range(epochs):
        t.on_epoch_start()
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            t.on_batch(xb, yb)
    return t.losses
