"""Someone whose file trains a toy at import, prints, and keeps settings in globals."""
import torch

torch.manual_seed(0)
PRINT_EVERY = 2
toy = torch.nn.Linear(1, 1)
toy_optimizer = torch.optim.SGD(toy.parameters(), lr=0.1)


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    global losses
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        if epoch % PRINT_EVERY == 0:
            print("epoch", epoch, losses[-1])
    return losses


print(train(toy, toy_optimizer, torch.nn.MSELoss(), torch.ones(4, 1), torch.ones(4, 1), epochs=2, batch_size=2))
