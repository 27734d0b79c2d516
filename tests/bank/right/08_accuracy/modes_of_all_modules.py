"""Someone thorough who notes the mode of every module."""
import numpy as np
import torch


def accuracy(model, loader):
    modes = {m: m.training for m in model.modules()}
    for m in modes:
        m.training = False
    torch.set_grad_enabled(False)
    guesses, truth = [], []
    for xb, yb in loader:
        guesses.append(model(xb).numpy().argmax(axis=1))
        truth.append(yb.numpy())
    torch.set_grad_enabled(True)
    for m, mode in modes.items():
        m.training = mode
    return float(np.mean(np.concatenate(guesses) == np.concatenate(truth)))
