"""Someone hunting a NaN: anomaly detection on, asserts in the loop."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    assert len(x) == len(y)
    losses = []
    with torch.autograd.set_detect_anomaly(True):
        for epoch in range(epochs):
            seen = 0
            for i in range(0, len(x), batch_size):
                xb, yb = x[i:i + batch_size], y[i:i + batch_size]
                optimizer.zero_grad()
                loss = loss_fn(model(xb), yb)
                assert loss.ndim == 0
                loss.backward()
                optimizer.step()
                losses.append(loss.item())
                seen += len(xb)
            assert seen == len(x)
    return losses
