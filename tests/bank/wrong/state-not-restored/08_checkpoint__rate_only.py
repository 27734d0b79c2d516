"""'The optimizer is its learning rate': only that is saved."""
import torch


def save_checkpoint(path, model, optimizer, epoch):
    torch.save({"w": model.state_dict(), "lr": optimizer.param_groups[0]["lr"], "epoch": epoch}, path)


def load_checkpoint(path, model, optimizer):
    c = torch.load(path)
    model.load_state_dict(c["w"])
    for group in optimizer.param_groups:
        group["lr"] = c["lr"]
    return c["epoch"]
