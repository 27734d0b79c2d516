"""Someone who loads the best weights into a copy of the model for her plots."""
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    winner, lowest = copy.deepcopy(model), float("inf")
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            total += loss.item() * len(xb)
        if total < lowest:
            lowest = total
            winner.load_state_dict(model.state_dict())
    winner.eval()
    print("best:", loss_fn(winner(x), y).item())
    return losses
