"""Copies of tensors that are cheap to keep, and the numbers that were in them.

A copy is plain bytes, or a float where there is only one number: a recorder makes many of them in between PyTorch's own
work, and makes arrays of them when the loop is over.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

Part = bytes | float
"""The numbers of one parameter, or of its gradient, at one moment: a float where it is one number."""

Copy = tuple[bytes, np.dtype, tuple[int, ...]]
"""A tensor's numbers at one moment, their dtype and the tensor's shape."""

_wrapped = torch._C._functorch.is_functorch_wrapped_tensor


class Layout:
    """How the numbers of some parameters lie one after another in a row; P in all.

    offsets: where each of them begins, and P; zeros: a part of zeros for each. Raises TypeError where NumPy does not know such numbers.
    """

    def __init__(self, parameters: Sequence[Tensor]):
        self.offsets = np.cumsum([0, *(one.numel() for one in parameters)]).tolist()
        self._dtypes = [one.numpy(force=True).dtype for one in parameters]
        self.zeros: tuple[Part, ...] = tuple(0.0 if one.numel() == 1 else bytes(one.nbytes) for one in parameters)
        self._row = np.dtype([(str(k), dtype, (one.numel(),)) for k, (dtype, one) in enumerate(zip(self._dtypes, parameters))])

    def memory(self, parameters: Sequence[Tensor]) -> tuple[list[memoryview], bool]:
        """The parameters' numbers as they lie there, and whether it is their own memory: not where they were cast to another dtype."""
        numbers = [one.detach().numpy(force=True).reshape(-1) for one in parameters]
        cast = [one.astype(dtype, copy=False) for one, dtype in zip(numbers, self._dtypes)]
        return [memoryview(one.view("uint8")) for one in cast], all(one is other for one, other in zip(numbers, cast))

    def table(self, rows: Sequence[bytes]) -> np.ndarray:
        """(R, P) float64: R rows, each the bytes of all parameters."""
        fields = np.frombuffer(b"".join(rows), self._row)
        return np.hstack([fields[name] for name in self._row.names], dtype=float)

    def column(self, parameter: int, parts: Sequence[Part | None]) -> np.ndarray:
        """(R, its size) float64, one parameter's numbers; zeros for None."""
        width = self.offsets[parameter + 1] - self.offsets[parameter]
        if width == 1:
            return np.array([part or 0.0 for part in parts], dtype=float).reshape(-1, 1)
        dtype = self._dtypes[parameter]
        if any(part is not None and len(part) != width * dtype.itemsize for part in parts):  # of a model cast to another dtype
            return np.array([np.zeros(width) if part is None else np.frombuffer(part, f"f{len(part) // width}") for part in parts], dtype=float)
        filled = b"".join([self.zeros[parameter] if part is None else part for part in parts])
        return np.frombuffer(filled, dtype).reshape(len(parts), width).astype(float)

    def nonzero(self, parts: Sequence[Part | None]) -> bool:
        """Whether the first parameters' numbers hold anything but zeros; None holds none."""
        for part, zeros, dtype in zip(parts, self.zeros, self._dtypes):
            if part and part != zeros and (not isinstance(part, bytes) or np.frombuffer(part, dtype if len(part) == len(zeros) else "u1").any()):
                return True
        return False

    def same(self, row: bytes, other: bytes) -> bool:
        """Whether two rows hold the same bits; two that hold nan count as the same."""
        return row == other or bool(np.isnan(self.table([row])).any() and np.isnan(self.table([other])).any())


def copy_part(tensor: Tensor) -> Part:
    """The numbers of one parameter, or of its gradient, as they are now."""
    return tensor.item() if tensor.numel() == 1 else copy(tensor)[0]


def copy(tensor: Tensor) -> Copy:
    """What a tensor holds now."""
    try:
        array = tensor.numpy(force=True)
    except (TypeError, RuntimeError):  # sparse, wrapped by torch.func, or of a kind that NumPy does not know
        array = _unwrapped(tensor)
    return array.tobytes(), array.dtype, array.shape


def length(kept: Copy) -> int:
    """The length of a copy's first axis; 1 for a single number."""
    return kept[2][0] if kept[2] else 1


def _unwrapped(tensor: Tensor) -> np.ndarray:
    with torch._C._DisableFuncTorch():
        while _wrapped(tensor):
            tensor = torch._C._functorch.get_unwrapped(tensor)
        dense = tensor.detach().to_dense()
        return (dense.float() if dense.dtype is torch.bfloat16 else dense).numpy(force=True)
