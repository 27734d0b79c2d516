"""Someone who passes a closure to step, as LBFGS wants it."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            def closure():
                optimizer.zero_grad()
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
                loss.backward()
                return loss

            losses.append(optimizer.step(closure).item())
    return losses
