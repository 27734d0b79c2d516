"""The standard course loop: DataLoader with shuffle=True and enumerate."""
import torch
from torch.utils.data import DataLoader, TensorDataset


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    train_ds = TensorDataset(x, y)
    train_dl = DataLoader(train_ds, batch_size=batch_size, shuffle=True, drop_last=False, num_workers=0)
    device = torch.device("cpu")
    losses = []
    for epoch in range(epochs):
        model.train()
        running_loss = 0.0
        for batch_idx, (data, target) in enumerate(train_dl):
            data, target = data.to(device), target.to(device)
            optimizer.zero_grad()
            output = model(data)
            loss = loss_fn(output, target)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            losses.append(loss.item())
        print(f"epoch {epoch}: {running_loss / len(train_dl):.4f}")
    return losses
