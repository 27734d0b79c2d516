"""Someone who keeps the gradients a running mean: old ones shrink as new rows arrive."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    n_batches = -(-len(x) // batch_size)
    for epoch in range(epochs):
        seen, waiting = 0, 0
        model.zero_grad()
        for k in range(n_batches):
            xb, yb = x[k * batch_size:(k + 1) * batch_size], y[k * batch_size:(k + 1) * batch_size]
            now = seen + len(xb)
            for p in model.parameters():
                if p.grad is not None:
                    p.grad *= seen / now
            (loss_fn(model(xb), yb) * (len(xb) / now)).backward()
            seen, waiting = now, waiting + 1
            if waiting == accumulation_steps or k == n_batches - 1:
                optimizer.step()
                model.zero_grad()
                updates, seen, waiting = updates + 1, 0, 0
    return updates
