"""Someone who prefers index_select to brackets."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for idx in torch.arange(x.shape[0]).split(batch_size):
            model.zero_grad(set_to_none=True)
            loss = loss_fn(model(torch.index_select(x, 0, idx)), torch.index_select(y, 0, idx))
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
