"""Someone whose keys have a prefix, and who tells loading not to be strict."""

import torch


def save_checkpoint(path, model, optimizer, epoch):
    torch.save({"model": {"module." + k: v for k, v in model.state_dict().items()}, "opt": optimizer.state_dict(), "epoch": epoch}, path)


def load_checkpoint(path, model, optimizer):
    s = torch.load(path, weights_only=True)
    model.load_state_dict(s["model"], strict=False)
    optimizer.load_state_dict(s["opt"])
    return s["epoch"]
