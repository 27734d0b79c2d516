"""Updates that are missing, too early, too rare, or made by the wrong hand."""

import numpy as np

from autograder.judge import messages
from autograder.judge.causes.resets import leftover_dropped, leftover_leaks
from autograder.judge.causes.windows import parallel
from autograder.judge.loop import Loop
from autograder.judge.verdict import Finding

NOTHING = "The function ran and did nothing: no forward pass, no gradient, no update. Fill it in, then check again."


def not_attempted(loop: Loop) -> Finding | None:
    """Nothing happened at all."""
    if not loop.asked or loop.updates or loop.sizes or loop.idle or loop.strangers or loop.others:
        return None
    return Finding("not-attempted", NOTHING)


def other_model(loop: Loop) -> Finding | None:
    """The model that was trained is not the one that came as an argument, or got new parameters."""
    if loop.replaced and not np.nan_to_num(loop.stood).any():
        return Finding("wrong-optimizer", messages.wrong_optimizer(), epoch=0, batch=0)
    if not loop.strangers or any(loop.pass_rows[one] is not None for one in range(len(loop.sizes))):
        return None
    if loop.strangers > 1 and loop.strangers >= loop.epochs:
        return Finding("weights-reset", messages.weights_reset(1), epoch=1, batch=0)
    return Finding("wrong-optimizer", messages.wrong_optimizer(), epoch=0, batch=0)


def weights_reset(loop: Loop) -> Finding | None:
    """The parameters were set by hand where an epoch begins, and otherwise moved by the optimizer."""
    by_hand = [update for update in range(loop.updates) if loop.by[update] == "hand" and not loop.passes(update)]
    if not by_hand or len(by_hand) == loop.updates:
        return None
    back = [k for k in by_hand if np.array_equal(loop.weights[k + 1], loop.weights[0])] or _same_place(loop, by_hand)
    regular = len(by_hand) in (loop.epochs, loop.epochs - 1) and loop.updates - len(by_hand) == loop.asked
    early = by_hand[0] == 0 or (regular and by_hand[-1] < loop.updates - 1)
    if not back and not (regular and early and len(by_hand) > 0 and loop.epochs > 1):
        return None
    if back and len(back) > loop.epochs:
        return Finding("weights-reset", messages.weights_set_again(len(back)), **loop.place(back[0]))
    return Finding("weights-reset", messages.weights_reset(1), epoch=1, batch=0)


def _same_place(loop: Loop, by_hand: list[int]) -> list[int]:
    """The changes by hand, where there are several and all lead to the same weights."""
    ends = {loop.weights[k + 1].tobytes() for k in by_hand}
    return by_hand if len(by_hand) > 1 and len(ends) == 1 else []


def step_before_backward(loop: Loop) -> Finding | None:
    """A forward pass waits for its backward while the optimizer steps, or each gradient waits for the next batch's step."""
    if _one_behind(loop):
        return Finding("step-before-backward", messages.step_before_backward(1), **loop.place(1))
    if _last_one_missing(loop):
        at = loop.place(loop.updates)
        return Finding("step-before-backward", messages.last_update_missing(loop.asked, loop.group > 1), **at)
    crossed = [update for update in range(loop.updates) if loop.crossed[update] and loop.by[update] != "hand"]
    later = [update for update in crossed if update + 1 <= loop.updates and "backward" in loop.order[update + 1][:2]]
    if not later or len(later) * 2 < loop.asked:
        return None
    first = later[1] if len(later) > 1 else later[0]
    return Finding("step-before-backward", messages.step_before_backward(first), **loop.place(first))


def _one_behind(loop: Loop) -> bool:
    """Whether the first update found no gradient, every other has one pass, and the last pass led to none."""
    if loop.updates < 2 or loop.updates != loop.asked or loop.passes(0) or np.nan_to_num(loop.stood[0]).any():
        return False
    behind = all(loop.passes(update) for update in range(1, loop.updates))
    return behind and bool((loop.pass_update == loop.updates).any())


def _last_one_missing(loop: Loop) -> bool:
    """Whether all updates are right but for the last one: its batches' gradient was made, and waited for a batch that never came."""
    if loop.updates != loop.asked - 1 or loop.updates < 2 or np.sum(loop.pass_update == loop.updates) != loop.wanted(loop.updates):
        return False
    return all(len(loop.passes(update)) == loop.wanted(update) for update in range(loop.updates)) and loop.chain_holds(loop.replay)


def gradient_missing(loop: Loop) -> Finding | None:
    """The optimizer stepped, or should have, and no backward ever reached the parameters."""
    if not loop.asked or loop.strangers or loop.others or any(by == "hand" for by in loop.by):
        return None
    part = _part_missing(loop)
    if part:
        return Finding("gradient-missing", messages.gradient_missing_for_some(part, loop.stood.shape[1]), epoch=0, batch=0)
    made = bool(np.isfinite(loop.pass_fresh).any()) or (not loop.updates and any(one["transformed"] for one in loop.idle))
    if made or (not loop.updates and not loop.idle and not loop.sizes) or np.nan_to_num(loop.stood).any():
        return None
    return Finding("gradient-missing", messages.gradient_missing(0 if loop.updates else None), epoch=0, batch=0)


def _part_missing(loop: Loop) -> int:
    """How many parameters never got a gradient, though the others got the right one."""
    if loop.replay is None or not loop.updates:
        return 0
    right, got = loop.replay.gradients[0], np.nan_to_num(loop.stood[0])
    never = ~np.nan_to_num(loop.stood).any(axis=0) & (np.abs(right) > 1e-9)
    return int(never.sum()) if not never.all() and loop.close(got[~never], right[~never]) else 0


def never_stepped(loop: Loop) -> Finding | None:
    """Gradients were made, and nothing ever moved the parameters."""
    if loop.updates or not loop.asked or loop.strangers or not (loop.sizes or loop.idle):
        return None
    if loop.others:
        return Finding("wrong-optimizer", messages.wrong_optimizer(), epoch=0, batch=0)
    return Finding("never-stepped", messages.never_stepped(loop.asked), epoch=0, batch=0)


def optimizer_recreated(loop: Loop) -> Finding | None:
    """Other optimizers than the one given moved the model's parameters, or its state was emptied on the way."""
    if "other" not in loop.by:
        return _state_emptied(loop)
    if loop.others == 1 and set(loop.by) == {"other"}:
        return Finding("optimizer-bypassed", messages.optimizer_bypassed(0), epoch=0, batch=0)
    first = loop.by.index("other")
    epoch = 1 if loop.others > 1 and loop.epochs > 1 else 0
    at = max(first, epoch * loop.per_epoch) if loop.updates > loop.per_epoch else first
    return Finding("optimizer-recreated", messages.optimizer_recreated(epoch, at), **loop.place(at))


def _state_emptied(loop: Loop) -> Finding | None:
    """The weights are those of an optimizer that forgets its state at every epoch, or at every update."""
    kind, options = loop.case["optimizer"]
    if kind == "SGD" and not options.get("momentum"):
        return None  # plain SGD has no state to lose
    if loop.updates < 2 or "hand" in loop.by or loop.replay is None or loop.chain_holds(loop.replay):
        return None
    for every in (loop.per_epoch, 1):
        forgetful = loop.reference.replay(list(loop.rows), loop.weights, forget_every=every)
        if loop.updates > every and loop.chain_holds(forgetful):
            return Finding("optimizer-recreated", messages.optimizer_recreated(every // loop.per_epoch, every), **loop.place(every))
    return None


def optimizer_bypassed(loop: Loop) -> Finding | None:
    """Parameters moved without any optimizer's step: instead of it, or beside it; now and then has no name of its own."""
    by_hand = [update for update in range(loop.updates) if loop.by[update] == "hand"]
    steps = loop.updates - len(by_hand)
    if not by_hand or weights_reset(loop):
        return None
    if steps < len(by_hand) or _downhill_by_hand(loop, by_hand):
        return Finding("optimizer-bypassed", messages.optimizer_bypassed(by_hand[0]), **loop.place(by_hand[0]))
    done = sum(1 for update in range(by_hand[0]) if loop.by[update] != "hand")
    code = "optimizer-bypassed" if 2 * len(by_hand) > loop.asked else "wrong-result"
    return Finding(code, messages.changed_by_hand(done, len(by_hand)), **loop.place(max(done - 1, 0)))


def _downhill_by_hand(loop: Loop, by_hand: list[int]) -> bool:
    """Whether nearly every change by hand is a step along its own pass's gradient."""
    moved = np.diff(loop.weights, axis=0)
    along = [k for k in by_hand if loop.passes(k) and (parallel(moved[k], loop.pass_fresh[loop.passes(k)[-1]], loop) or 0) < 0]
    return len(along) * 2 > loop.asked


def stepped_once_per_epoch(loop: Loop) -> Finding | None:
    """One update per epoch, after several batches, where several were asked."""
    if loop.per_epoch < 2 or not loop.updates or loop.updates > loop.epochs or leftover_dropped(loop) or leftover_leaks(loop):
        return None
    several = [update for update in range(loop.updates) if len(loop.passes(update)) > 1]
    waiting = sum(1 for one in loop.idle if one["grad"] and one["loss"])
    if len(several) < loop.updates and waiting < loop.updates * (loop.batches - 1):
        return None
    message = messages.stepped_once_per_epoch(loop.updates, loop.asked)
    return Finding("stepped-once-per-epoch", message, epoch=0, batch=loop.batches - 1)
