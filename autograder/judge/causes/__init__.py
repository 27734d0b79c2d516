"""What went wrong in a torch loop: one misconception, one function.

Each takes a `Loop` and returns a `Finding` where its evidence shows that misconception, else None.
`CAUSES` lists them with causes before their consequences.
"""

from autograder.judge.causes import gradients, modes, resets, rows, updates
from autograder.judge.loop import Loop
from autograder.judge.verdict import Finding

CAUSES = (
    updates.not_attempted,
    rows.shape_broadcast,
    rows.extra_empty_batch,
    updates.other_model,
    updates.weights_reset,
    modes.mode_left_wrong,
    updates.step_before_backward,
    updates.gradient_missing,
    resets.zeroed_before_step,
    updates.never_stepped,
    updates.optimizer_recreated,
    updates.optimizer_bypassed,
    rows.whole_dataset_every_batch,
    gradients.best_gradient_only,
    rows.batch_size_ignored,
    resets.accumulation_ignored,
    updates.stepped_once_per_epoch,
    rows.first_batch_only,
    rows.one_batch_per_epoch,
    rows.loops_swapped,
    rows.last_batch_dropped,
    rows.rows_left_out,
    rows.batches_overlap,
    rows.wrong_number_of_epochs,
    rows.sampled_with_replacement,
    rows.pairs_broken,
    gradients.backward_twice,
    resets.never_zeroed,
    resets.zeroed_once_per_epoch,
    resets.zeroed_each_micro_batch,
    resets.leftover_dropped,
    resets.leftover_leaks,
    resets.zeroed_irregularly,
    gradients.loss_fn_ignored,
    gradients.gradient_sign,
    gradients.not_averaged,
    gradients.mean_of_means,
    gradients.gradient_scaled,
)


def find_causes(loop: Loop) -> list[Finding]:
    """All that this run's numbers show, the cause first."""
    found = [cause(loop) for cause in CAUSES]
    return [finding for finding in found if finding is not None]
