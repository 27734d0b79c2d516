"""A shuffled DataLoader, groups taken from its iterator with islice."""
from itertools import islice

from torch.utils.data import DataLoader, TensorDataset


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    loader = DataLoader(TensorDataset(x, y), batch_size=batch_size, shuffle=True)
    updates = 0
    for epoch in range(epochs):
        it = iter(loader)
        while group := list(islice(it, accumulation_steps)):
            rows = sum(len(yb) for _, yb in group)
            model.zero_grad(set_to_none=True)
            for xb, yb in group:
                loss = loss_fn(model(xb), yb)
                loss.backward(gradient=loss.new_tensor(len(yb) / rows))
            optimizer.step()
            updates += 1
    return updates
