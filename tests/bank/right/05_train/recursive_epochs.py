"""Someone from functional programming: both loops are recursions."""


def one_epoch(model, optimizer, loss_fn, x, y, bs):
    if len(x) == 0:
        return []
    optimizer.zero_grad()
    loss = loss_fn(model(x[:bs]), y[:bs])
    loss.backward()
    optimizer.step()
    return [loss.item()] + one_epoch(model, optimizer, loss_fn, x[bs:], y[bs:], bs)


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    if epochs == 0:
        return []
    return one_epoch(model, optimizer, loss_fn, x, y, batch_size) + train(model, optimizer, loss_fn, x, y, epochs=epochs - 1, batch_size=batch_size)
