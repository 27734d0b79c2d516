"""np.average with the batch sizes as weights."""
import numpy as np
from tqdm.auto import tqdm


def fit(model, optimizer, loss_fn, loader, *, epochs):
    out = []
    for epoch in (pbar := tqdm(range(epochs), disable=True)):
        losses, sizes = zip(*[step(model, optimizer, loss_fn, *b) for b in loader])
        out.append(np.average(losses, weights=sizes))
        pbar.set_postfix(loss=out[-1])
    return out


def step(model, optimizer, loss_fn, xb, yb):
    model.train()
    loss = loss_fn(model(xb), yb)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item(), len(xb)
