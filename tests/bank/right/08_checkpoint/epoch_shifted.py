"""The file holds the number of the next epoch."""
import torch


def save_checkpoint(path, model, optimizer, epoch):
    torch.save(dict(next_epoch=epoch + 1, net=model.state_dict(), opt=optimizer.state_dict()), str(path))


def load_checkpoint(path, model, optimizer):
    d = torch.load(str(path), map_location=next(model.parameters()).device)
    model.load_state_dict(d["net"], strict=True)
    optimizer.load_state_dict(d["opt"])
    return d["next_epoch"] - 1
