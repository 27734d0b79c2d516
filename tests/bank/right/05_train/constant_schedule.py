"""Someone whose loop always has a scheduler; this one never changes the rate."""
from torch.optim.lr_scheduler import LambdaLR


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    scheduler = LambdaLR(optimizer, lambda epoch: 1.0)
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
