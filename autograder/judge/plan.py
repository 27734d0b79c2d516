"""Whether the rows of a loop's updates are an order that the exercise allows."""

from collections.abc import Sequence

import numpy as np

from autograder.judge.loop import Loop


def right_count(loop: Loop) -> bool:
    """As many updates as asked."""
    return loop.updates == loop.asked


def every_row_once(loop: Loop) -> bool:
    """Every epoch's updates see every row once, in batches of batch_size rows but one, x beside its own y."""
    if any(rows is None for rows in loop.rows) or pairs_torn(loop) is not None:
        return False
    epochs = [list(range(start, start + loop.per_epoch)) for start in range(0, loop.updates, max(loop.per_epoch, 1))]
    return loop.updates % max(loop.per_epoch, 1) == 0 and all(_whole_epoch(loop, epoch) for epoch in epochs)


def _whole_epoch(loop: Loop, updates: list[int]) -> bool:
    rows = np.concatenate([loop.rows[update] for update in updates])
    if not np.array_equal(np.sort(rows), np.arange(loop.n)):
        return False
    if loop.group == 1:
        return full_but_one([len(loop.rows[update]) for update in updates], loop)
    counts = [len(loop.passes(update)) for update in updates]
    wanted = [min(loop.group, loop.batches - start) for start in range(0, loop.batches, loop.group)]
    sizes = [loop.sizes[one] for update in updates for one in loop.passes(update)]
    return counts == wanted and full_but_one(sizes, loop)


def gathered_epochs(loop: Loop, update: int) -> bool:
    """Whether an update holds several whole passes over all rows, one after the other."""
    own = [loop.pass_rows[one] for one in loop.passes(update)]
    if loop.batches < 2 or len(own) <= loop.batches or len(own) % loop.batches or any(rows is None for rows in own):
        return False
    epochs = [np.concatenate(own[start : start + loop.batches]) for start in range(0, len(own), loop.batches)]
    return all(np.array_equal(np.sort(rows), np.arange(loop.n)) for rows in epochs)


def full_but_one(sizes: Sequence[int], loop: Loop) -> bool:
    """Whether these are the sizes of one epoch's batches, wherever the smaller one stands."""
    last = loop.n - (loop.batches - 1) * loop.batch_size
    return sorted(sizes) == sorted([last] + [loop.batch_size] * (loop.batches - 1))


def pairs_torn(loop: Loop) -> tuple[int, int, int] | None:
    """(update, row of x, row of y) of the first pair that does not belong together."""
    for one, (rows, targets) in enumerate(zip(loop.pass_rows, loop.pass_targets)):
        if rows is None or targets is None or len(rows) != len(targets):
            continue
        torn = np.flatnonzero(rows != targets)
        if torn.size:
            return int(loop.pass_update[one]), int(rows[torn[0]]), int(targets[torn[0]])
    return None
