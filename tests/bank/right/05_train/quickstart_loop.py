"""The quickstart tutorial's train_loop and test_loop, reset after the step."""
import torch
from torch.utils.data import DataLoader, TensorDataset


device = "cuda" if torch.cuda.is_available() else "cpu"


def train_loop(dataloader, model, loss_fn, optimizer, losses):
    size = len(dataloader.dataset)
    model.train()
    for batch, (X, y) in enumerate(dataloader):
        X, y = X.to(device), y.to(device)
        pred = model(X)
        loss = loss_fn(pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        if batch % 100 == 0:
            loss, current = loss.item(), batch * dataloader.batch_size + len(X)
            print(f"loss: {loss:>7f}  [{current:>5d}/{size:>5d}]")


def test_loop(dataloader, model, loss_fn):
    model.eval()
    num_batches = len(dataloader)
    test_loss = 0
    with torch.no_grad():
        for X, y in dataloader:
            test_loss += loss_fn(model(X), y).item()
    print(f"Avg loss: {test_loss / num_batches:>8f} \n")


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    dl = DataLoader(TensorDataset(x, y), batch_size=batch_size)
    losses = []
    for t in range(epochs):
        print(f"Epoch {t+1}\n-------------------------------")
        train_loop(dl, model, loss_fn, optimizer, losses)
        test_loop(dl, model, loss_fn)
    return losses
