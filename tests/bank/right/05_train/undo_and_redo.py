"""Someone who tries a step, puts everything back, and makes it again: the end is the same."""
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            trial = copy.deepcopy(model)
            trial_loss = loss_fn(trial(xb), yb)
            trial_loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
