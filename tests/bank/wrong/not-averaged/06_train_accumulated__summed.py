"""'Accumulation averages by itself': nothing is divided."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    starts = list(range(0, len(x), batch_size))
    for epoch in range(epochs):
        optimizer.zero_grad()
        for k, i in enumerate(starts):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            if (k + 1) % accumulation_steps == 0 or k + 1 == len(starts):
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates
