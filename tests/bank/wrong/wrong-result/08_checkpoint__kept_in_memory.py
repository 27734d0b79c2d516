"""Someone who keeps the checkpoint in a global dictionary and writes an empty file: nothing survives the process."""
# also fair: raised, state-not-restored
import copy
import pathlib

KEPT = {}


def save_checkpoint(path, model, optimizer, epoch):
    KEPT[str(path)] = copy.deepcopy((model.state_dict(), optimizer.state_dict(), epoch))
    pathlib.Path(path).touch()


def load_checkpoint(path, model, optimizer):
    weights, state, epoch = KEPT[str(path)]
    model.load_state_dict(weights)
    optimizer.load_state_dict(state)
    return epoch
