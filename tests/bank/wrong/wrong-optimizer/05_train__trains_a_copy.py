"""Someone who copies the model to be safe; the optimizer still holds the original."""
# also fair: gradient-missing
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    net = copy.deepcopy(model)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            net.zero_grad()
            loss = loss_fn(net(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
