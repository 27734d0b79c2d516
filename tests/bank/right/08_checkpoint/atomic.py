"""Someone who writes to a second name and renames, and saves the random state as well."""
import os

import torch


def save_checkpoint(path, model, optimizer, epoch):
    state = dict(net=model.state_dict(), opt=optimizer.state_dict(), last_epoch=torch.tensor(epoch),
                 rng=torch.get_rng_state())
    temporary = f"{path}.part"
    torch.save(state, temporary)
    os.replace(temporary, path)


def load_checkpoint(path, model, optimizer):
    state = torch.load(path)
    model.load_state_dict(state["net"], strict=True)
    optimizer.load_state_dict(state["opt"])
    return int(state["last_epoch"])
