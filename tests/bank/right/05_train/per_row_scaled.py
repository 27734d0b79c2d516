"""Little memory: row after row, each loss divided by the batch's rows."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    """micro-batches of one row, for little memory"""
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), batch_size):
            xb, yb = x[s:s+batch_size], y[s:s+batch_size]
            optimizer.zero_grad()
            total = 0.0
            for j in range(len(xb)):
                l = loss_fn(model(xb[j:j+1]), yb[j:j+1]) / len(xb)
                l.backward()
                total += l.item()
            optimizer.step()
            losses.append(total)
    return losses
