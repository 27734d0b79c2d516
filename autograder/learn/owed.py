"""Which names are missing only because a cell above stopped at an exercise that is still to be written."""

import symtable
from typing import Any

from autograder.learn.stops import NotAttempted, is_stub

_owed: set[str] = set()


def after_cell(result: Any) -> None:
    """Called by IPython after every cell: what the cell was to define is owed, or there.

    result: IPython's ExecutionResult, or None where the cell was cut off.
    """
    if result is None:
        return
    if _waits(result.error_in_exec):
        _owed.update(_defines(result.info.raw_cell))
    else:
        _owed.difference_update(_defines(result.info.raw_cell))


def is_owed(error: BaseException | None) -> bool:
    """Whether this is the NameError of such a name, and not of a slip of the learner's."""
    return isinstance(error, NameError) and error.name in _owed


def _waits(error: BaseException | None) -> bool:
    return isinstance(error, NotAttempted) or is_stub(error) or is_owed(error)


def _defines(source: str) -> set[str]:
    """The names that a cell binds at its top level; none where it is no plain Python."""
    try:
        symbols = symtable.symtable(source, "cell", "exec").get_symbols()
    except SyntaxError:
        return set()
    return {symbol.get_name() for symbol in symbols if symbol.is_assigned()}
