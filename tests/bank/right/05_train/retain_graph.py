"""Someone who once saw 'backward through the graph a second time' and adds retain_graph for luck."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward(retain_graph=True)
            optimizer.step()
            losses.append(loss.item())
    return losses
