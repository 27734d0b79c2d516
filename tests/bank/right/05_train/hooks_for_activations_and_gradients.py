"""Forward hooks and full backward hooks on every module, for a log."""
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    log, handles = [], []
    for module in model.modules():
        handles.append(module.register_forward_hook(lambda m, i, o: log.append(o.detach().mean().item())))
        handles.append(module.register_full_backward_hook(lambda m, gi, go: log.append(go[0].norm().item())))
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    for handle in handles:
        handle.remove()
    return losses
