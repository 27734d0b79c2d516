"""Someone who writes the minus into the step and the 2 into the rate."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    history = []
    rows = np.arange(len(x))
    for e in range(1, epochs + 1):
        for part in np.array_split(rows, range(batch_size, len(rows), batch_size)):
            residual = y[part] - (w * x[part] + b)
            history.append(float(np.square(residual).mean()))
            step_w, step_b = 2 * lr * (residual * x[part]).mean(), 2 * lr * residual.mean()
            w, b = w + step_w, b + step_b
        print(f"epoch {e}: w={w:.3f} b={b:.3f}")
    return w, b, np.asarray(history)
