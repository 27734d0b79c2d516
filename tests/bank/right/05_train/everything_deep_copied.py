"""Someone who deep-copies model and optimizer together at every epoch, to go back if she likes."""
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, history = [], []
    for epoch in range(epochs):
        history.append(copy.deepcopy((model, optimizer)))
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
