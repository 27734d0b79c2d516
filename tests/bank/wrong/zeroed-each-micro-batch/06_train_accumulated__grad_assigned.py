"""Someone who assigns each batch's gradient to .grad instead of adding it."""
import torch


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    params = list(model.parameters())
    updates = 0
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    for epoch in range(epochs):
        for g in range(0, len(batches), accumulation_steps):
            group = batches[g:g + accumulation_steps]
            rows = sum(len(xb) for xb, _ in group)
            for xb, yb in group:
                grads = torch.autograd.grad(loss_fn(model(xb), yb) * len(xb) / rows, params)
                for p, d in zip(params, grads):
                    p.grad = d
            optimizer.step()
            updates += 1
    return updates
