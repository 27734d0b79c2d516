"""Someone who switches maximize on and believes it makes the model better."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for group in optimizer.param_groups:
        group["maximize"] = True
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
