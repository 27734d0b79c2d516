"""drop_last=True in the loader."""
from torch.utils.data import DataLoader, TensorDataset


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    loader = DataLoader(TensorDataset(x, y), batch_size=batch_size, drop_last=True)
    updates = 0
    for epoch in range(epochs):
        batches = list(loader)
        for g in range(0, len(batches), accumulation_steps):
            group = batches[g:g + accumulation_steps]
            optimizer.zero_grad()
            for xb, yb in group:
                (loss_fn(model(xb), yb) / len(group)).backward()
            optimizer.step()
            updates += 1
    return updates
