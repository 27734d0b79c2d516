"""Someone who read the source of Optimizer.zero_grad and wrote the same."""


def clear(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.detach_()
            p.grad.zero_()


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for lo in range(0, len(x), batch_size):
            clear(model.parameters())
            loss = loss_fn(model(x[lo:lo + batch_size]), y[lo:lo + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
