"""Sums go backward, the gradients are divided by the rows just before the step."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    starts = list(range(0, len(x), batch_size))
    for epoch in range(epochs):
        rows = 0
        optimizer.zero_grad()
        for k, i in enumerate(starts, start=1):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            (loss_fn(model(xb), yb) * len(xb)).backward()
            rows += len(xb)
            if k % accumulation_steps == 0 or k == len(starts):
                for p in model.parameters():
                    if p.grad is not None:
                        p.grad /= rows
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
                rows = 0
    return updates
