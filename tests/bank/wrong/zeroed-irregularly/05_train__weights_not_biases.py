"""Someone who resets the weights' gradients and not the biases'."""
# also fair: never-zeroed


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            for name, p in model.named_parameters():
                if "weight" in name:
                    p.grad = None
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
