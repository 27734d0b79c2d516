"""The loss scaled up, .grad scaled down in place, and no reset: an eighth of what stood stays."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    S = 8.0
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i+batch_size]), y[i:i+batch_size])
            (loss * S).backward()
            for p in model.parameters():
                p.grad /= S
            optimizer.step()
            losses.append(loss.item())
    return losses
