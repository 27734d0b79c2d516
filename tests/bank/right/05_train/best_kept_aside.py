"""Someone who keeps a copy of the best weights aside and never loads it."""
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    best, best_loss = copy.deepcopy(model.state_dict()), float("inf")
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            if losses[-1] < best_loss:
                best_loss = losses[-1]
                best = copy.deepcopy(model.state_dict())
    return losses
