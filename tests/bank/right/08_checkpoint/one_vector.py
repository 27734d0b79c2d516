"""Someone who keeps all parameters as one vector, and the buffers by name."""

import torch
from torch.nn.utils import parameters_to_vector, vector_to_parameters


def save_checkpoint(path, model, optimizer, epoch):
    torch.save({"vector": parameters_to_vector(model.parameters()).detach(), "buffers": dict(model.named_buffers()),
                "optimizer": optimizer.state_dict(), "epoch": epoch}, path)


def load_checkpoint(path, model, optimizer):
    s = torch.load(path, weights_only=True)
    vector_to_parameters(s["vector"], model.parameters())
    for name, buffer in model.named_buffers():
        buffer.copy_(s["buffers"][name])
    optimizer.load_state_dict(s["optimizer"])
    return s["epoch"]
