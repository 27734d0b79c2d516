"""Predictions and targets of a group are joined, and one loss is taken of all."""
import torch


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for _ in range(epochs):
        outs, targets = [], []
        chunks = list(zip(x.split(batch_size), y.split(batch_size)))
        for k, (xb, yb) in enumerate(chunks, 1):
            outs.append(model(xb)); targets.append(yb)
            if k % accumulation_steps == 0 or k == len(chunks):
                optimizer.zero_grad()
                loss_fn(torch.cat(outs), torch.cat(targets)).backward()
                optimizer.step()
                updates += 1
                outs, targets = [], []
    return updates
