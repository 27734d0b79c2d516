"""Someone who loads the start weights with assign=True: new parameters, and the optimizer holds the old."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    start = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict(start, assign=True)
    for p in model.parameters():
        p.requires_grad_(True)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
