"""Someone who read the tuning guide and writes the default out."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    history = []
    for epoch in range(epochs):
        for i in range(0, x.size(0), batch_size):
            optimizer.zero_grad(set_to_none=True)
            output = model(x[i: i + batch_size])
            loss = loss_fn(output, y[i: i + batch_size])
            loss.backward()
            optimizer.step()
            history.append(loss.detach().item())
    return history
