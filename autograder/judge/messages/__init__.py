"""What a learner reads: one function per misconception, from numbers to two or three sentences.

Places (update, epoch, batch) come in counted from 0, as in findings, and are told from 1. No function
knows an exercise, so that the same belief is met with the same words everywhere.
"""

from autograder.judge.messages.autograd import (
    own_copies,
    value_data,
    value_gradient,
    value_no_gradient,
    value_reuse,
    value_second_graph,
    value_twice,
)
from autograder.judge.messages.counts import batch_shape, batch_sizes, count_fixed, count_wrong, rows_covered
from autograder.judge.messages.one_update import (
    derivative_scaled,
    derivative_sign,
    factor_in_derivative,
    intercept_missing,
    loss_scaled,
    means_multiplied,
    rate_lost,
    shape_kept,
    step_missing,
    step_scaled,
    step_uphill,
    swapped,
)
from autograder.judge.messages.epochs import (
    accuracy_off,
    checkpoint_epoch,
    checkpoint_files,
    checkpoint_weights,
    epoch_loss_off,
    epoch_losses_miscounted,
    epoch_mean_of_means,
    loaded_apart,
)
from autograder.judge.messages.groups import other_group, other_shares, updates_miscounted
from autograder.judge.messages.resets import (
    accumulation_ignored,
    backward_twice,
    leftover_dropped,
    leftover_leaks,
    mean_of_means,
    never_zeroed,
    not_averaged,
    only_last_backward,
    used_twice,
    zeroed_before_step,
    zeroed_each_micro_batch,
    zeroed_for_some,
    zeroed_irregularly,
    zeroed_once_per_epoch,
    zeroed_partly,
)
from autograder.judge.messages.results import (
    eval_in_train_mode,
    grad_in_eval,
    graph_kept,
    input_changed,
    ledger_wrong,
    left_frozen,
    losses_after,
    losses_miscounted,
    mode_left_wrong,
    nothing_done,
    other_losses,
    state_not_restored,
    too_slow,
    trained_in_eval,
    wrong_result,
    wrong_return,
)
from autograder.judge.messages.rows import (
    batch_size_ignored,
    extra_empty_batch,
    first_batch_only,
    last_batch_dropped,
    loops_swapped,
    ends_elsewhere,
    never_reshuffled,
    no_such_batch,
    not_in_order,
    one_batch_per_epoch,
    pairs_broken,
    rng_ignored,
    rng_not_alone,
    rows_left_out,
    same_groups,
    sampled_with_replacement,
    shape_broadcast,
    split_evenly,
    whole_dataset_every_batch,
    wrong_number_of_epochs,
)
from autograder.judge.messages.updates import (
    best_gradient_only,
    best_row_only,
    changed_by_hand,
    factor_in_gradient,
    gradient_missing,
    gradient_scaled,
    gradient_sign,
    last_update_missing,
    loss_fn_ignored,
    never_moved,
    never_stepped,
    new_w_in_db,
    optimizer_bypassed,
    rate_ignored,
    rounded,
    optimizer_recreated,
    other_prediction,
    step_before_backward,
    steps_differ,
    start_ignored,
    stepped_once_per_epoch,
    weights_reset,
    weights_set_again,
    wrong_optimizer,
)
from autograder.judge.messages.verdicts import bug_unread, bug_wrong, bugs_open, claim_unread, claim_wrong, claims_open

__all__ = sorted(name for name, value in globals().items() if callable(value) and not name.startswith("_"))
