"""Someone whose habit is a StepLR: the rate halves every epoch."""
from torch.optim.lr_scheduler import StepLR


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        scheduler.step()
    return losses
