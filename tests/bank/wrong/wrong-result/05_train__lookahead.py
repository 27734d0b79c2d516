"""Someone who puts the weights half way back to the epoch's start after each epoch."""
# also fair: weights-reset
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        slow = [p.detach().clone() for p in model.parameters()]
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        with torch.no_grad():
            for s, p in zip(slow, model.parameters()):
                p.lerp_(s, 0.5)
    return losses
