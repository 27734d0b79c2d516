"""What is said of a torch loop that is wrong in a way without a name of its own: the first number that shows it."""

import numpy as np

from autograder.judge import messages
from autograder.judge.causes.windows import parallel
from autograder.judge.loop import Loop
from autograder.judge.plan import full_but_one, pairs_torn
from autograder.judge.replay import Replay
from autograder.judge.verdict import Finding


def unnamed(loop: Loop, replay: Replay | None) -> Finding:
    """The finding of a loop that none of the causes explains. replay: the reference on the loop's rows, where they are known."""
    return _other_groups(loop) or _other_prediction(loop, replay) or _other_shares(loop, replay) or _first_difference(loop, replay)


def _other_groups(loop: Loop) -> Finding | None:
    """An update holds more or fewer batches than should share it."""
    if loop.group == 1:
        return None
    for update in range(loop.updates):
        held, wanted = len(loop.passes(update)), loop.wanted(update)
        if held and held != wanted:
            return Finding("wrong-result", messages.other_group(update, held, wanted), **loop.place(update))
    return None


def _other_prediction(loop: Loop, replay: Replay | None) -> Finding | None:
    """The given loss was worked out, and not of the model's own output and the batch's own targets."""
    own = loop.passes(0)
    if replay is None or len(own) != 1 or not loop.losses_seen[own[0]] or pairs_torn(loop) is not None:
        return None
    told, wanted = float(loop.pass_losses[own[0]]), float(replay.losses[0])
    if not np.isfinite([told, wanted]).all() or np.isclose(told, wanted, rtol=1e-3):
        return None
    return Finding("wrong-result", messages.other_prediction(told, wanted), **loop.place(0))


def _other_shares(loop: Loop, replay: Replay | None) -> Finding | None:
    """The batches of an update weigh otherwise than by their rows."""
    if loop.group == 1 or replay is None:
        return None
    for update in range(loop.updates):
        own = loop.passes(update)
        sizes = np.array([loop.sizes[one] for one in own], dtype=float)
        if len(own) < 2 or not sizes.all() or loop.close(loop.stood[update], replay.gradients[update]):
            continue
        gradients = loop.reference.gradients([loop.pass_rows[one] for one in own], loop.weights[[update] * len(own)])[1]
        shares = [parallel(loop.pass_fresh[one], gradient, loop) for one, gradient in zip(own, gradients)]
        later = parallel(loop.stood[update], loop.pass_fresh[own].sum(axis=0), loop)
        if later is not None and None not in shares:
            message = messages.other_shares(update, [later * share for share in shares], (sizes / sizes.sum()).tolist())
            return Finding("wrong-result", message, **loop.place(update))
    return None


def _first_difference(loop: Loop, replay: Replay | None) -> Finding:
    if replay is None:
        return Finding("wrong-result", messages.wrong_result("What the updates were made from could not be told apart"))
    if loop.updates != loop.asked:
        return Finding("wrong-result", messages.wrong_result("The number of updates", loop.made, loop.asked))
    difference = loop.first_difference(replay)
    if difference is None:
        sizes = [len(rows) for rows in loop.rows[: loop.per_epoch]]
        if loop.group == 1 and sum(sizes) == loop.n and not full_but_one(sizes, loop):
            return Finding("wrong-result", messages.split_evenly(sorted(set(sizes)), loop.batch_size), epoch=0, batch=0)
        return Finding("wrong-result", messages.wrong_result("The order of the rows is not one that was asked"))
    update, parameter = difference
    got, wanted = loop.weights[update + 1][parameter], (replay.start if update < 0 else replay.weights[update])[parameter]
    if update >= 0 and loop.updates and all(map(loop.close, loop.stood, replay.gradients)):
        say = messages.rounded if np.isclose(got, wanted, rtol=1e-6, atol=0) else messages.steps_differ
        return Finding("wrong-result", say(update, float(got), float(wanted)), **loop.place(update))
    where = f" after update {update + 1}" if update >= 0 else " before the first update"
    message = messages.wrong_result(f"Parameter {parameter + 1} of the model", float(got), float(wanted), where)
    return Finding("wrong-result", message, **(loop.place(update) if update >= 0 else {}))


