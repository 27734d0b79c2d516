"""Someone who copied the mixed-precision recipe and switched it off."""

import torch


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    scaler = torch.amp.GradScaler("cpu", enabled=False)
    n = len(x)
    updates = 0
    n_micro = -(-n // batch_size)
    for epoch in range(epochs):
        for micro in range(n_micro):
            lo = micro * batch_size
            hi = min(lo + batch_size, n)
            g0 = micro // accumulation_steps * accumulation_steps * batch_size
            g1 = min(g0 + accumulation_steps * batch_size, n)
            with torch.autocast(device_type="cpu", enabled=False):
                loss = loss_fn(model(x[lo:hi]), y[lo:hi]) * ((hi - lo) / (g1 - g0))
            scaler.scale(loss).backward()
            if hi == g1:
                scaler.step(optimizer)
                scaler.update()
                optimizer.zero_grad(set_to_none=True)
                updates += 1
    return updates
