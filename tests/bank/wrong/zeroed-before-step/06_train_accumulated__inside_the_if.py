"""The reset stands before the step inside the if."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    starts = range(0, len(x), batch_size)
    for epoch in range(epochs):
        for k, i in enumerate(starts, 1):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]) / accumulation_steps
            loss.backward()
            if k % accumulation_steps == 0 or k == len(starts):
                optimizer.zero_grad()
                optimizer.step()
                updates += 1
    return updates
