"""Someone who saves the whole model and the whole optimizer after each epoch, with torch.save."""
import io
import pickle

import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, saved = [], []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        file = io.BytesIO()
        torch.save(model, file)
        saved.append((file, pickle.dumps(optimizer.state_dict())))
    return losses
