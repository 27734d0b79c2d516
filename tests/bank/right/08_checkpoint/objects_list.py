"""Written to a second name first, then put in place."""
import os, torch


def save_checkpoint(path, model, optimizer, epoch):
    state = {n: o.state_dict() for n, o in dict(net=model, opt=optimizer).items()} | {"epoch": torch.tensor(epoch), "rng": torch.get_rng_state()}
    tmp = str(path) + ".tmp"
    torch.save(state, tmp)
    os.replace(tmp, path)


def load_checkpoint(path, model, optimizer):
    state = torch.load(path)
    for o, k in ((model, "net"), (optimizer, "opt")):
        o.load_state_dict(state[k])
    torch.set_rng_state(state["rng"])
    return int(state["epoch"])
