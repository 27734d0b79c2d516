"""Two at once: nothing divided, and the rest of an epoch left in .grad."""
# both: not-averaged, leftover-leaks
# also fair: leftover-leaks


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    optimizer.zero_grad()
    for epoch in range(epochs):
        for k, i in enumerate(range(0, len(x), batch_size), start=1):
            loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]).backward()
            if k % accumulation_steps == 0:
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates
