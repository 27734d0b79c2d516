"""autograd.grad on a retained graph for the printed norm, then backward."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            grads = torch.autograd.grad(loss, list(model.parameters()), retain_graph=True)
            print(sum(g.norm() ** 2 for g in grads) ** 0.5)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
