"""Someone who divides the loss for her log and sends the undivided one backward."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates, log = 0, []
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    for epoch in range(epochs):
        for g in range(0, len(batches), accumulation_steps):
            optimizer.zero_grad()
            running = 0.0
            for xb, yb in batches[g:g + accumulation_steps]:
                loss = loss_fn(model(xb), yb)
                running += loss.item() / accumulation_steps
                loss.backward()
            log.append(running)
            optimizer.step()
            updates += 1
    return updates
