"""Someone who runs the forward pass under no_grad and forces requires_grad on the loss."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            with torch.no_grad():
                prediction = model(x[i:i + batch_size])
            loss = loss_fn(prediction, y[i:i + batch_size])
            loss.requires_grad_(True)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
