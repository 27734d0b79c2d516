"""Someone who logs dictionaries per update and pulls the losses out at the end."""
from collections import defaultdict


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    log = defaultdict(list)
    for epoch in range(epochs):
        for b, i in enumerate(range(0, len(x), batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            for name, value in dict(epoch=epoch, batch=b, loss=loss.item(), lr=optimizer.param_groups[0]["lr"]).items():
                log[name].append(value)
    return log["loss"]
