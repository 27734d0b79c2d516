"""Someone who loads the best weights at the end."""
# also fair: weights-reset
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    best, best_loss = None, float("inf")
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            if loss.item() < best_loss:
                best_loss, best = loss.item(), copy.deepcopy(model.state_dict())
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    if best is not None:
        model.load_state_dict(best)
    return losses
