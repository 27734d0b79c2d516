"""Someone who asks for the gradient of the inputs too, and only looks at it."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, saliency = [], []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb = x[i:i + batch_size].clone().requires_grad_(True)
            optimizer.zero_grad()
            loss = loss_fn(model(xb), y[i:i + batch_size])
            loss.backward()
            saliency.append(xb.grad.abs().mean().item())
            optimizer.step()
            losses.append(loss.item())
    return losses
