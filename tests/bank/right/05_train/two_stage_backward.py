"""Someone who stops at the prediction and sends its gradient back by hand."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            prediction = model(x[i:i + batch_size])
            leaf = prediction.detach().requires_grad_()
            loss = loss_fn(leaf, y[i:i + batch_size])
            loss.backward()
            prediction.backward(leaf.grad)
            optimizer.step()
            losses.append(loss.item())
    return losses
