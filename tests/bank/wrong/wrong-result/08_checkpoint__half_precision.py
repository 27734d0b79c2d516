"""Someone who saves space: the weights go through half precision, and the last bits are gone."""
import torch


def save_checkpoint(path, model, optimizer, epoch):
    small = {k: v.half() for k, v in model.state_dict().items()}
    torch.save({"model": small, "optimizer": optimizer.state_dict(), "epoch": epoch}, path)


def load_checkpoint(path, model, optimizer):
    checkpoint = torch.load(path, weights_only=True)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]
