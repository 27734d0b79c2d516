"""The parameters in a list: what batch norm remembers is lost."""
import torch


def save_checkpoint(path, model, optimizer, epoch):
    torch.save({"epoch": epoch, "params": [p.data for p in model.parameters()], "optim": optimizer.state_dict()}, path)


def load_checkpoint(path, model, optimizer):
    c = torch.load(path, weights_only=True)
    for p, q in zip(model.parameters(), c["params"]):
        p.data.copy_(q)
    optimizer.load_state_dict(c["optim"])
    return c["epoch"]
