"""The border between running and judging: JSON with raw arrays in it. Never pickle."""

import base64
import json
import math
from typing import Any

import numpy as np

DTYPES = ("float64", "float32", "int64", "int32", "uint8", "bool")
LIMIT = 64 * 2**20


class Malformed(ValueError):
    """The bytes are no observation: too large, no JSON, or an array that does not add up."""


def encode(plain: Any) -> bytes:
    """Plain dicts, lists, numbers, strings and NumPy arrays as UTF-8 JSON.

    Not-a-number and infinities are written as JSON's Python extension, and read back.
    Raises TypeError for anything else, and for arrays of other dtypes than `DTYPES`.
    """
    return json.dumps(plain, default=_encode_other).encode()


def decode(data: bytes, limit: int = LIMIT) -> Any:
    """The opposite of `encode`; tuples come back as lists. Raises `Malformed`, and nothing else."""
    if len(data) > limit:
        raise Malformed(f"{len(data)} bytes, more than the {limit} allowed")
    try:
        return json.loads(data.decode(), object_hook=_decode_array)
    except (ValueError, RecursionError, OverflowError, TypeError) as error:
        raise Malformed(f"not an observation: {error}") from None


def _encode_other(value: Any) -> Any:
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray) and value.dtype.name in DTYPES:
        raw = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
        return {"__array__": [value.dtype.name, list(value.shape), raw]}
    raise TypeError(f"{type(value).__name__} does not belong in an observation")


def _decode_array(plain: dict) -> Any:
    if "__array__" not in plain:
        return plain
    name, shape, raw = plain["__array__"]
    if name not in DTYPES or not all(type(size) is int and 0 <= size < 2**31 for size in shape):
        raise Malformed(f"array of dtype {name!r:.40} and shape {shape!r:.80}")
    data = base64.b64decode(raw, validate=True)
    if len(data) != math.prod(shape) * np.dtype(name).itemsize:
        raise Malformed(f"array of shape {shape!r:.80} with {len(data)} bytes")
    return np.frombuffer(data, dtype=name).reshape(shape)
