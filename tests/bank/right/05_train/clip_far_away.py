"""Someone who clips out of habit, at a norm that nothing here reaches."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1e9)
            optimizer.step()
            losses.append(loss.item())
    return losses
