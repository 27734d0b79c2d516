"""Someone who evaluates a deep copy of the model, gradients on."""
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        snapshot = copy.deepcopy(model).eval()
        print("all rows:", loss_fn(snapshot(x), y).item())
    return losses
