"""Nothing is returned."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    g = batch_size * accumulation_steps
    for _ in range(epochs):
        for s in range(0, len(x), g):
            xg, yg = x[s:s+g], y[s:s+g]
            optimizer.zero_grad()
            for xb, yb in zip(xg.split(batch_size), yg.split(batch_size)):
                (loss_fn(model(xb), yb) * len(xb) / len(xg)).backward()
            optimizer.step()
