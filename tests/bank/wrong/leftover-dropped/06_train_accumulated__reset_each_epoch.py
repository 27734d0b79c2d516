"""Steps only at every k-th batch; the reset at the epoch's start throws the rest away."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        optimizer.zero_grad()
        for k, i in enumerate(range(0, len(x), batch_size)):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]) / accumulation_steps
            loss.backward()
            if (k + 1) % accumulation_steps == 0:
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates
