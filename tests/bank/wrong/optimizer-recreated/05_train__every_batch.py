"""Someone who makes the optimizer inside the batch loop."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    settings = {k: v for k, v in optimizer.param_groups[0].items() if k != "params"}
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            opt = optimizer.__class__([{"params": list(model.parameters()), **settings}])
            loss = loss_fn(model(xb), yb)
            opt.zero_grad()
            loss.backward()
            opt.step()
            losses.append(loss.item())
    return losses
