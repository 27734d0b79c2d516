"""Resets that come at some updates and not at others, in whatever pattern: each next loss tells whether there was one."""

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.gradient import loss_and_gradient
from autograder.judge.numpy_loops.loop import RIGHT
from autograder.judge.numpy_loops.observed import Observed
from autograder.judge.numpy_loops.plan import plan_of

MOST_PATHS = 64


def resets_of(data: Data, observed: Observed) -> tuple[bool, ...] | None:
    """Whether the gradient was fresh at each update of a loop over rows in order; None where no pattern fits, none at all
    where too many do, as in a run that has settled.

    Every update used either its own batch's gradient or that on top of what was there.
    """
    if observed.notes is None or observed.kind != "losses" or len(observed.notes) != data.updates:
        return None
    told, paths = True, [((), data.w, data.b, 0.0, 0.0)]
    batches = [batch for epoch in plan_of(RIGHT, data) for batch, _ in epoch]
    for loss, rows in zip(observed.notes.tolist(), batches):
        following = []
        for resets, w, b, pile_w, pile_b in paths:
            seen, dw, db = loss_and_gradient(RIGHT, data.x[rows], data.y[rows], w, b)
            if not observed.near(loss, seen):
                continue
            for fresh, sum_w, sum_b in ((True, dw, db), (False, pile_w + dw, pile_b + db))[: 2 if resets else 1]:
                following.append(((*resets, fresh), w - data.lr * sum_w, b - data.lr * sum_b, sum_w, sum_b))
        told, paths = told and len(following) <= MOST_PATHS, following[:MOST_PATHS]
    ends = [resets for resets, w, b, *_ in paths if observed.near(observed.w, w) and observed.near(observed.b, b)]
    return ends[0] if ends else None if told else ()
