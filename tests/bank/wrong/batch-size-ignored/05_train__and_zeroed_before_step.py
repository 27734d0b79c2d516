"""Two at once: a batch size of 5 written in, and the reset just before the step."""
# both: batch-size-ignored, zeroed-before-step
# also fair: zeroed-before-step


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), 5):
            loss = loss_fn(model(x[i:i + 5]), y[i:i + 5])
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            losses.append(loss.item())
    return losses
