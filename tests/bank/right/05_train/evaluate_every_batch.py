"""Someone who looks at the loss before and after each update, under inference_mode."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, after = [], []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            with torch.inference_mode():
                losses.append(loss_fn(model(xb), yb).item())
            optimizer.zero_grad()
            loss_fn(model(xb), yb).backward()
            optimizer.step()
            with torch.no_grad():
                after.append(loss_fn(model(xb), yb).item())
    return losses
