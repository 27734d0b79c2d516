"""Two at once: the rest of an epoch thrown away, and nothing divided."""
# both: leftover-dropped, not-averaged
# also fair: not-averaged


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        optimizer.zero_grad()
        for k, i in enumerate(range(0, len(x), batch_size), start=1):
            loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]).backward()
            if k % accumulation_steps == 0:
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates
