"""torch.fx.symbolic_trace of the model."""
import torch.fx


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    net = torch.fx.symbolic_trace(model)
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(net(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
