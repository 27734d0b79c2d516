"""torch.autograd.grad per batch, the sums kept in a list and assigned before the step."""
import torch


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    params = list(model.parameters())
    updates = 0
    for epoch in range(epochs):
        perm = torch.randperm(len(x))
        batches = perm.split(batch_size)
        for g in range(0, len(batches), accumulation_steps):
            sums, seen = [torch.zeros_like(p) for p in params], 0
            for idx in batches[g:g + accumulation_steps]:
                loss = loss_fn(model(x[idx]), y[idx])
                for s, d in zip(sums, torch.autograd.grad(loss, params)):
                    s += d * len(idx)
                seen += len(idx)
            for p, s in zip(params, sums):
                p.grad = s / seen
            optimizer.step()
            updates += 1
    return updates
