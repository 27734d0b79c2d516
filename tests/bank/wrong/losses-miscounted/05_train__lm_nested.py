"""A list of lists, one for each epoch."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    out = []
    for epoch in range(epochs):
        losses = []
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i+batch_size]), y[i:i+batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        out.append(losses)
    return out
