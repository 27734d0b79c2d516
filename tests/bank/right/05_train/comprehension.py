"""Someone who packs the two loops into one comprehension."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    def one(i):
        optimizer.zero_grad()
        loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
        loss.backward()
        optimizer.step()
        return loss.item()

    return tuple(one(i) for _ in range(epochs) for i in range(0, len(x), batch_size))
