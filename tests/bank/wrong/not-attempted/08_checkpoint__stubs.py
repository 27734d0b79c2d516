"""Both untouched."""


def save_checkpoint(path, model, optimizer, epoch):
    raise NotImplementedError("save")


def load_checkpoint(path, model, optimizer):
    raise NotImplementedError("load")
