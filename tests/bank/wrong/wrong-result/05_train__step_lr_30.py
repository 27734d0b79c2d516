"""StepLR(step_size=30), as in the ImageNet example, stepped once per epoch."""
# also fair: gradient-scaled
from torch.optim.lr_scheduler import StepLR


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    scheduler = StepLR(optimizer, step_size=30, gamma=0.1)
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        scheduler.step()
    return losses
