"""Someone who keeps waiting batches in a list that is not emptied at the end of an epoch."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates, waiting = 0, []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            waiting.append((x[i:i + batch_size], y[i:i + batch_size]))
            if len(waiting) == accumulation_steps:
                rows = sum(len(xb) for xb, _ in waiting)
                optimizer.zero_grad()
                for xb, yb in waiting:
                    (loss_fn(model(xb), yb) * len(xb) / rows).backward()
                optimizer.step()
                updates += 1
                waiting = []
    return updates
