"""Ten Updates: record, judge and teach training loops by what they did."""

__version__ = "0.1.0"
