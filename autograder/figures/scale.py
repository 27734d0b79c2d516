"""From numbers to pixels, with ticks at round numbers."""

import math
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Scale:
    """low, high: the numbers at the pixels `start` and `end`. A logarithmic scale needs low + shift > 0.

    shift: added before the logarithm, 1 for counts from 0. whole: ticks at whole numbers only.
    """

    low: float
    high: float
    start: float
    end: float
    log: bool = False
    shift: float = 0.0
    whole: bool = False

    def __call__(self, values):
        """Pixels of numbers, as floats; beyond ten times the span they are cut off, so that a browser can draw them."""
        if isinstance(values, (int, float)):
            return self._pixel(values)
        with np.errstate(all="ignore"):
            share = (self._bend(np.asarray(values, dtype=float)) - self._bend(self.low)) / self._span
        return self.start + np.clip(share, -10, 10) * (self.end - self.start)

    def _pixel(self, value: float) -> float:
        """The same for one number, without the cost of an array."""
        share = (self._bend_one(value) - self._bend_one(self.low)) / self._span
        return self.start + min(max(share, -10.0), 10.0) * (self.end - self.start)

    def _bend_one(self, value: float) -> float:
        return math.log10(max(value + self.shift, 1e-300)) if self.log else float(value)

    def ticks(self, count: int = 5) -> list[tuple[float, str]]:
        """About `count` round numbers within the scale, with what to write beside them."""
        values = self._decades(count) if self.log else _round_numbers(self.low, self.high, count)
        if self.whole:
            values = [value for value in values if value == round(value) and value >= 1 - self.shift]
        return [(value, _tick(value)) for value in values]

    @property
    def _span(self) -> float:
        return (self._bend_one(self.high) - self._bend_one(self.low)) or 1.0

    def _bend(self, values):
        return np.log10(np.maximum(values + self.shift, 1e-300)) if self.log else values

    def _decades(self, count: int) -> list[float]:
        if self.shift:
            return [0.0, *(10.0**power for power in range(math.floor(math.log10(self.high)) + 1))]
        first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
        if last - first < 1:
            fine = [v for v in _fine_decades(first - 1, last + 1) if self.low <= v <= self.high * 1.0001]
            return fine if len(fine) > 1 else _round_numbers(self.low, self.high, count)
        every = max(1, math.ceil((last - first) / count))
        return [10.0**power for power in range(first, last + 1, every)]


def covering(values, start: float, end: float, log: bool = False, room: float = 0.06, zero: bool = False) -> Scale:
    """A scale from pixel `start` to `end` that holds all finite values with some room; with zero if asked.

    Values beyond 1e30 count as not finite: a loop that blew up leaves the picture at its edge.
    """
    finite = np.asarray(values, dtype=float).ravel()
    finite = finite[np.isfinite(finite) & (np.abs(finite) < 1e30) & ((finite > 0) | (not log))]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (1.0, 2.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if log:
        grow = max((high / low) ** room, 1.05)
        return Scale(low / grow, high * grow, start, end, log=True)
    grow = (high - low) * room or max(abs(high), 1.0) * 0.1
    return Scale(low if zero and low == 0 else low - grow, high + grow, start, end)


def _tick(value: float) -> str:
    """As `written`, with powers of ten from 10⁵ on, which leave room for the picture."""
    return written(value) if abs(value) < 1e5 else scientific(value)


def written(value: float) -> str:
    """A number as short as it can be read: 0.05, 12.5, 10 000, 3·10⁷."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞" if value < 0 else "not a number"
    size = abs(value)
    if size >= 1e6 or 0 < size < 1e-4:
        return scientific(value)
    if size >= 10_000:
        return f"{value:,.0f}".replace(",", "\u202f").replace("-", "−")
    return f"{value:.4g}".replace("-", "−")


def scientific(value: float) -> str:
    """3·10⁷, 10⁻⁵."""
    mantissa, power = f"{value:.2e}".split("e")
    mantissa = mantissa.rstrip("0").rstrip(".")
    raised = str(int(power)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return (f"10{raised}" if mantissa == "1" else f"{mantissa}·10{raised}").replace("-", "−")


def _round_numbers(low: float, high: float, count: int) -> list[float]:
    raw = (high - low) / max(count, 1)
    unit = 10.0 ** math.floor(math.log10(raw)) if raw > 0 else 1.0
    step = next(unit * factor for factor in (1, 2, 2.5, 5, 10) if unit * factor >= raw * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [round(k * step, 12) + 0.0 for k in range(first, math.floor(high / step + 1e-9) + 1)]


def _fine_decades(first: int, last: int) -> list[float]:
    return [factor * 10.0**power for power in range(first, last + 1) for factor in (1, 2, 5)]
