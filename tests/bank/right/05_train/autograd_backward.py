"""Someone who calls torch.autograd.backward, and names the inputs."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            if i == 0:
                torch.autograd.backward([loss], inputs=list(model.parameters()))
            else:
                torch.autograd.backward(loss)
            optimizer.step()
            losses.append(loss.item())
    return losses
