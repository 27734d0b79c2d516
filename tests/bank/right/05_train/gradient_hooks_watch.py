"""Someone who watches gradient norms through tensor hooks that change nothing."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    norms = []
    handles = [p.register_hook(lambda g: norms.append(g.norm().item())) for p in model.parameters()]
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    for handle in handles:
        handle.remove()
    return losses
