"""Someone who trained in half precision: the loss scaled by 1024, the gradients unscaled."""

SCALE = 1024.0


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            (loss * SCALE).backward()
            for p in model.parameters():
                if p.grad is not None:
                    p.grad.div_(SCALE)
            optimizer.step()
            losses.append(loss.item())
    return losses
