"""named_parameters instead of state_dict."""
import torch


def save_checkpoint(path, model, optimizer, epoch):
    torch.save({"e": epoch, "w": dict(model.named_parameters()), "o": optimizer.state_dict()}, path)


def load_checkpoint(path, model, optimizer):
    c = torch.load(path, weights_only=True)
    model.load_state_dict(c["w"], strict=False)
    optimizer.load_state_dict(c["o"])
    return c["e"]
