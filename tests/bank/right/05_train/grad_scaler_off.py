"""Someone whose script has mixed precision built in, switched off on this machine."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    scaler = torch.amp.GradScaler("cpu", enabled=False)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast("cpu", enabled=False):
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
            losses.append(loss.item())
    return losses
