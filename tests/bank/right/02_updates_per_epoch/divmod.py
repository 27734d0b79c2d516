"""divmod and a question about the rest."""


def updates_per_epoch(n, batch_size):
    full, rest = divmod(n, batch_size)
    if rest:
        return full + 1
    return full
