"""Someone who writes a progress bar to stderr by hand."""
import sys
import time


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    started = time.perf_counter()
    total = epochs * ((len(x) + batch_size - 1) // batch_size)
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            sys.stderr.write(f"\r{len(losses)}/{total} {time.perf_counter() - started:.1f}s {losses[-1]:.4f}")
    sys.stderr.write("\n")
    return losses
