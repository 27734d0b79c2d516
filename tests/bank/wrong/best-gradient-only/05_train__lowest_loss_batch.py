"""'The best batch of the epoch teaches': only the batch with the lowest loss updates."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        best_loss, best_grads = float("inf"), None
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            losses.append(loss.item())
            if loss.item() < best_loss:
                best_loss = loss.item()
                best_grads = [p.grad.clone() for p in model.parameters()]
        for p, g in zip(model.parameters(), best_grads):
            p.grad = g
        optimizer.step()
    return losses
