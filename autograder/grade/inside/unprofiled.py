"""torch's labels for its profiler, which cost a small loop a sixth of its time although nobody profiles."""

import torch
from torch.autograd import profiler


class Label(profiler.record_function):
    """`record_function`, which does nothing unless a profiler is on."""

    def __enter__(self):
        return super().__enter__() if torch.autograd._profiler_enabled() else self

    def __exit__(self, *failure):
        if self.record is not None:
            super().__exit__(*failure)


def leave_out_labels() -> None:
    """Let `optimizer.step`, `zero_grad` and data loaders, which look the name up in this module, find the quick one."""
    profiler.record_function = Label
