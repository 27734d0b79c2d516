"""One row at a time through the model, the losses weighed by 1/len(batch) and backed one after another."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            optimizer.zero_grad()
            total = 0.0
            for k in range(len(xb)):
                loss = loss_fn(model(xb[k:k + 1]), yb[k:k + 1]) / len(xb)
                loss.backward()
                total += loss.item()
            optimizer.step()
            losses.append(total)
    return losses
