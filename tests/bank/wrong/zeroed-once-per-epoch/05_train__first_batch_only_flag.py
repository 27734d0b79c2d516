"""Someone who resets when the batch index is 0, from a habit of accumulation."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for step, idx in enumerate(torch.randperm(len(x)).split(batch_size)):
            if step == 0:
                for p in model.parameters():
                    p.grad = None
            loss = loss_fn(model(x[idx]), y[idx])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
