"""Someone who writes the weights as JSON, and no optimizer."""
# both: state-not-restored, wrong-result

import json, torch


def save_checkpoint(path, model, optimizer, epoch):
    with open(path, "w") as f:
        json.dump({"model": {k: v.tolist() for k, v in model.state_dict().items()}, "epoch": epoch}, f)


def load_checkpoint(path, model, optimizer):
    s = json.load(open(path))
    model.load_state_dict({k: torch.tensor(v, dtype=torch.float64) for k, v in s["model"].items()})
    return s["epoch"]
