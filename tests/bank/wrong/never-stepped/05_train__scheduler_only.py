"""Someone who believes the scheduler's step is the step."""
from torch.optim.lr_scheduler import LambdaLR


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    scheduler = LambdaLR(optimizer, lambda e: 1.0)
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            scheduler.step()
            losses.append(loss.item())
    return losses
