"""Someone who makes the model's output a NumPy array on the way: the graph ends there."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            prediction = torch.from_numpy(model(xb).detach().numpy()).requires_grad_()
            loss = loss_fn(prediction, yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
