"""Someone who writes p = p - lr * p.grad: a local name is moved, the model is not."""
# also fair: optimizer-bypassed
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    lr = optimizer.param_groups[0]["lr"]
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            model.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            with torch.no_grad():
                for p in model.parameters():
                    p = p - lr * p.grad
            losses.append(loss.item())
    return losses
