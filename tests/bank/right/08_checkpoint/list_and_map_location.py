"""A list, an open file, map_location."""
import torch


def save_checkpoint(path, model, optimizer, epoch):
    with open(path, "wb") as file:
        torch.save([int(epoch), model.state_dict(), optimizer.state_dict()], file)


def load_checkpoint(path, model, optimizer):
    with open(path, "rb") as file:
        epoch, weights, state = torch.load(file, map_location="cpu", weights_only=True)
    optimizer.load_state_dict(state)
    model.load_state_dict(weights)
    return epoch
