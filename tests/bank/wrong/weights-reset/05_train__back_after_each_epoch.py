"""Someone who trains from the start again whenever an epoch did not better the best loss: all but always."""
# also fair: wrong-result
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    start, best, losses = copy.deepcopy(model.state_dict()), 0.0, []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        if losses[-1] >= best:
            model.load_state_dict(start)
    return losses
