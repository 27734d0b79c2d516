"""The mean of the weights so far is lent to the model for a look, and given back."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    mean = [p.detach().clone() for p in model.parameters()]
    for ep in range(1, epochs + 1):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        with torch.no_grad():
            for m, p in zip(mean, model.parameters()):
                m += (p - m) / ep
            kept = [p.clone() for p in model.parameters()]
            for m, p in zip(mean, model.parameters()):
                p.copy_(m)
            print("swa", loss_fn(model(x), y).item())
            for k, p in zip(kept, model.parameters()):
                p.copy_(k)
    return losses
