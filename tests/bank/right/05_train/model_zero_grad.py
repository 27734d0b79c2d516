"""Someone who resets through the model."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    model.train()
    out = []
    for e in range(epochs):
        for i in range(0, len(y), batch_size):
            model.zero_grad()
            L = loss_fn(model(x[i:i+batch_size]), y[i:i+batch_size])
            L.backward()
            optimizer.step()
            out.append(L.item())
    return out
