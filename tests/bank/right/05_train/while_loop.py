"""A C programmer's loop: while, and counters moved by hand."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    epoch = 0
    n = len(x)
    while epoch < epochs:
        begin = 0
        while begin < n:
            end = begin + batch_size
            if end > n:
                end = n
            optimizer.zero_grad()
            loss = loss_fn(model(x[begin:end]), y[begin:end])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            begin = end
        epoch += 1
    return losses
