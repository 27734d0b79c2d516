"""Someone who loads the optimizer's first state dict at every epoch."""
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    fresh = copy.deepcopy(optimizer.state_dict())
    losses = []
    for epoch in range(epochs):
        optimizer.load_state_dict(fresh)
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
