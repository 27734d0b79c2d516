"""A whole script: a seed, a training of its own at the top level, a main block."""
import torch
import torch.nn as nn
torch.manual_seed(0)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
EPOCHS, BATCH_SIZE = 100, 32
def train(model, optimizer, loss_fn, x, y, *, epochs=EPOCHS, batch_size=BATCH_SIZE):
    model.to(device); model.train()
    losses = []
    for epoch in range(epochs):
        for xb, yb in torch.utils.data.DataLoader(list(zip(x, y)), batch_size=batch_size, shuffle=True):
            xb, yb = xb.to(device), yb.to(device)
            pred = model(xb)
            loss = loss_fn(pred, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
m = nn.Linear(1, 1)
o = torch.optim.SGD(m.parameters(), lr=.05)
X = torch.randn(50, 1); Y = 3 * X + 2
print(train(m, o, nn.MSELoss(), X, Y, epochs=2)[-1])
if __name__ == "__main__":
    torch.save(m.state_dict(), "/nonexistent/model.pt")
