"""The weights after the largest loss are loaded at the end."""
import copy, torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    worst, state = -1.0, copy.deepcopy(model.state_dict())
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i+batch_size]), y[i:i+batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            if loss.item() > worst:
                worst, state = loss.item(), copy.deepcopy(model.state_dict())
    model.load_state_dict(state)
    return losses
