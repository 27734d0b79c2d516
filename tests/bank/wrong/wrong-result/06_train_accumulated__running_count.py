"""'Divide by how many there are so far': early batches weigh more."""
# also fair: gradient-scaled, mean-of-means, not-averaged


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    for epoch in range(epochs):
        for g in range(0, len(batches), accumulation_steps):
            optimizer.zero_grad()
            for k, (xb, yb) in enumerate(batches[g:g + accumulation_steps], start=1):
                (loss_fn(model(xb), yb) / k).backward()
            optimizer.step()
            updates += 1
    return updates
