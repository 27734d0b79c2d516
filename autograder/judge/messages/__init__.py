"""What a learner reads: one function per misconception, from numbers to two or three sentences.

Places (update, epoch, batch) come in counted from 0, as in findings, and are told from 1. No function
knows an exercise, so that the same belief is met with the same words everywhere.
"""

from autograder.judge.messages.resets import (
    accumulation_ignored,
    backward_twice,
    leftover_dropped,
    leftover_leaks,
    mean_of_means,
    never_zeroed,
    not_averaged,
    zeroed_before_step,
    zeroed_each_micro_batch,
    zeroed_irregularly,
    zeroed_once_per_epoch,
)
from autograder.judge.messages.results import (
    eval_in_train_mode,
    grad_in_eval,
    graph_kept,
    input_changed,
    losses_after,
    losses_miscounted,
    mode_left_wrong,
    state_not_restored,
    wrong_result,
)
from autograder.judge.messages.rows import (
    batch_size_ignored,
    extra_empty_batch,
    first_batch_only,
    last_batch_dropped,
    loops_swapped,
    never_reshuffled,
    one_batch_per_epoch,
    pairs_broken,
    sampled_with_replacement,
    shape_broadcast,
    whole_dataset_every_batch,
    wrong_number_of_epochs,
)
from autograder.judge.messages.updates import (
    best_gradient_only,
    gradient_missing,
    gradient_scaled,
    gradient_sign,
    loss_fn_ignored,
    never_stepped,
    optimizer_bypassed,
    optimizer_recreated,
    step_before_backward,
    stepped_once_per_epoch,
    weights_reset,
    wrong_optimizer,
)

__all__ = [name for name in dir() if not name.startswith("_") and name not in ("resets", "results", "rows", "updates", "words")]
