# Right, with classes, and with prints and warnings on the way that are nobody's business.
# name: Dagny Solberg

# %% 01 forward
class Line:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, x):
        return self.w * x + self.b


def forward(x, w, b):
    return Line(w, b)(x)


# %% 01 mse
import warnings


def mse(y_hat, y):
    warnings.warn("about to square some errors")
    print("errors between", (y_hat - y).min(), "and", (y_hat - y).max())
    return np.square(y_hat - y).mean()


# %% 01 gradients
def gradients(x, y, y_hat):
    error = y_hat - y
    print("mean error", error.mean())
    return 2 * (error * x).mean(), 2 * error.mean()


# %% 01 update
import sys


def update(w, b, dw, db, lr):
    print(f"w {w} -> {w - lr * dw}", file=sys.stderr)
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    whole, rest = divmod(n, batch_size)
    return whole + (1 if rest else 0)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs * updates_per_epoch(n, batch_size)


# %% 02 batches
class Batches:
    """Can be gone through more than once."""

    def __init__(self, x, y, batch_size):
        self.x, self.y, self.size = x, y, batch_size

    def __iter__(self):
        for i in range(updates_per_epoch(len(self.x), self.size)):
            part = slice(i * self.size, (i + 1) * self.size)
            yield self.x[part], self.y[part]


def batches(x, y, batch_size):
    return Batches(x, y, batch_size)


# %% 02 train
import sys


class Trainer:
    def __init__(self, w, b, lr):
        self.w, self.b, self.lr, self.losses = w, b, lr, []

    def step(self, x, y):
        error = self.w * x + self.b - y
        self.losses.append((error**2).mean())
        self.w = self.w - self.lr * 2 * (error * x).mean()
        self.b = self.b - self.lr * 2 * error.mean()


def train(x, y, w, b, *, epochs, batch_size, lr):
    trainer, data = Trainer(w, b, lr), Batches(x, y, batch_size)
    for epoch in range(epochs):
        for xb, yb in data:
            trainer.step(xb, yb)
        print("epoch", epoch, "of", epochs, file=sys.stderr)
    return trainer.w, trainer.b, trainer.losses
