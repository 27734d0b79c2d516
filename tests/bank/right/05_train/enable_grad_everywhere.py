"""Someone burnt by no_grad who turns gradients on explicitly."""
import torch


@torch.enable_grad()
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for p in model.parameters():
        p.requires_grad_(True)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            with torch.set_grad_enabled(True):
                optimizer.zero_grad()
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
                loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
