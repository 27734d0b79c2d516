"""Batches of indices from a BatchSampler, grouped with divmod."""
from torch.utils.data import BatchSampler, RandomSampler


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        index_batches = list(BatchSampler(RandomSampler(x), batch_size, drop_last=False))
        groups = {}
        for k, rows in enumerate(index_batches):
            groups.setdefault(k // accumulation_steps, []).append(rows)
        for group in groups.values():
            total = sum(map(len, group))
            for rows in group:
                loss = loss_fn(model(x[rows]), y[rows]) * (len(rows) / total)
                loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            updates += 1
    return updates
