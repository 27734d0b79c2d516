"""An exponential average of the weights is swapped in for the evaluation, and out again."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    ema = [p.detach().clone() for p in model.parameters()]
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            with torch.no_grad():
                for e, p in zip(ema, model.parameters()):
                    e.mul_(0.9).add_(p, alpha=0.1)
        kept = [p.detach().clone() for p in model.parameters()]
        with torch.no_grad():
            for e, p in zip(ema, model.parameters()):
                p.copy_(e)
            loss_fn(model(x), y)
            for k, p in zip(kept, model.parameters()):
                p.copy_(k)
    return losses
