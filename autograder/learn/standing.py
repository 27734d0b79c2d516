"""`progress`: where the learner stands, over all notebooks."""

from autograder.learn import kept
from autograder.learn.course import NOTEBOOKS, exercises
from autograder.learn.show import card, paragraph, publish, table, text_table

_HEAD = ["notebook", "exercise", "where it stands"]
_UNWRITTEN = "This is kept only until this kernel stops: the progress file cannot be written."


def progress() -> None:
    """Show every exercise of the course with where it stands, and what comes next."""
    rows = [[stem, one, _stand(entry)] for stem, one, entry in _entries()]
    done = sum(entry.get("passed", False) for _, _, entry in _entries())
    title = f"{done} of {len(rows)} exercises hold"
    said = [_following(), *([_UNWRITTEN] if kept.only_in_memory() else [])]
    listed = table(_HEAD, rows, "Exercises by notebook")
    html = card("good" if done == len(rows) else "note", title, *map(paragraph, said), listed)
    publish(html, f"{title}. {' '.join(said).replace('`', '')}\n\n{text_table(_HEAD, rows)}")


def _entries() -> list[tuple[str, str, dict]]:
    entry = kept.each("exercises")
    return [(stem, one, entry(one)) for stem, ids in NOTEBOOKS.values() for one in ids]


def _stand(entry: dict) -> str:
    hints = entry.get("hints", 0)
    helped = f", {hints} hint{'s' if hints > 1 else ''} taken" if hints else ""
    helped += ", solution seen" if entry.get("solution") else ""
    if entry.get("passed"):
        return f"✓ holds{helped}"
    if entry.get("attempted"):
        return f"○ begun, {entry.get('best', 0.0):.0%} holds{helped}"
    return f"not begun{helped}"


def _following() -> str:
    entry = kept.each("exercises")
    open_ones = [one for one in exercises() if not entry(one).get("passed")]
    if not open_ones:
        return "All of them. Well done!"
    return f"Next: `{open_ones[0]}`, in `{NOTEBOOKS[open_ones[0][:2]][0]}`."
