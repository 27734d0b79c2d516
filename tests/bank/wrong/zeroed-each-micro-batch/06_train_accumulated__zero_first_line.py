"""'zero_grad is always the first line of the loop'."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    starts = list(range(0, len(x), batch_size))
    for epoch in range(epochs):
        for k, i in enumerate(starts):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            (loss / accumulation_steps).backward()
            if (k + 1) % accumulation_steps == 0 or k + 1 == len(starts):
                optimizer.step()
                updates += 1
    return updates
