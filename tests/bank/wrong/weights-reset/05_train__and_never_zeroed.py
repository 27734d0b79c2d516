"""Two at once: the start weights loaded each epoch, and no reset of the gradients."""
# both: weights-reset, never-zeroed
# also fair: never-zeroed
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    first = copy.deepcopy(model.state_dict())
    losses = []
    for epoch in range(epochs):
        model.load_state_dict(first)
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
