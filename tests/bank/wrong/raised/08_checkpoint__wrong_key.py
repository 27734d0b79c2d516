"""Someone who saves under one name and looks under another."""
import torch


def save_checkpoint(path, model, optimizer, epoch):
    torch.save({"model_state": model.state_dict(), "optim": optimizer.state_dict(), "epoch": epoch}, path)


def load_checkpoint(path, model, optimizer):
    checkpoint = torch.load(path, weights_only=True)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]
