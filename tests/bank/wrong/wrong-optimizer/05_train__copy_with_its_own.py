"""Someone who trains a deep copy with an optimizer of its own: the caller's model stays as it was."""
# also fair: never-stepped, gradient-missing, optimizer-bypassed
import copy


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    net = copy.deepcopy(model)
    settings = {k: v for k, v in optimizer.param_groups[0].items() if k != "params"}
    opt = type(optimizer)([{"params": list(net.parameters()), **settings}])
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            opt.zero_grad()
            loss = loss_fn(net(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            opt.step()
            losses.append(loss.item())
    return losses
