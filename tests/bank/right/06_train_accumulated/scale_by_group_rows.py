"""Groups of batches; each loss weighs its rows' share of the group."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    group_size = batch_size * accumulation_steps
    for epoch in range(epochs):
        for g in range(0, len(x), group_size):
            xg, yg = x[g:g + group_size], y[g:g + group_size]
            optimizer.zero_grad()
            for i in range(0, len(xg), batch_size):
                xb, yb = xg[i:i + batch_size], yg[i:i + batch_size]
                loss = loss_fn(model(xb), yb) * len(xb) / len(xg)
                loss.backward()
            optimizer.step()
            updates += 1
    return updates
