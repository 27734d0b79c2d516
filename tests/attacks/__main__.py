"""`python -m tests.attacks`: the table of all attempts, here beside stock nbgrader.

`--stock` tries stock nbgrader anew (a quarter of an hour, and its escapes do escape: use a machine of no
worth); without it, what was kept in stock.json is shown.
"""

import argparse
import tempfile
from pathlib import Path

from tests.attacks import stock
from tests.attacks.corpus import ATTEMPTS, KINDS
from tests.attacks.trying import try_ours


def main() -> int:
    """Print the table; 0 where everything held."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks")
    parser.add_argument("--stock", action="store_true", help="try stock nbgrader anew")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only these")
    parser.add_argument("--name", action="append", help="only attempts with this in their name")
    args = parser.parse_args()
    attempts = [one for one in ATTEMPTS if (not args.kind or one.kind in args.kind) and (not args.name or any(name in one.name for name in args.name))]
    beside = stock.measure(attempts) if args.stock else stock.kept()
    with tempfile.TemporaryDirectory() as folder:
        ours = try_ours(Path(folder), attempts)
    return print_table(attempts, ours, beside)


def print_table(attempts, ours, beside) -> int:
    """The table, and the sums below it."""
    print(f"{'attempt':<44} {'here':<18} {'marks':<10} {'stock nbgrader':<18} {'marks':<10}")
    for kind, words in KINDS.items():
        print(f"\n{kind}: {words}")
        for attempt in (one for one in attempts if one.kind == kind):
            got, other = ours[attempt.name], beside.get(attempt.name, {"verdict": "not tried", "shown": ""})
            print(f"{attempt.name:<44} {got.verdict(attempt):<18} {got.shown:<10} {other['verdict']:<18} {other['shown']:<10}")
    verdicts = [ours[one.name].verdict(one) for one in attempts]
    others = [beside[one.name]["verdict"] for one in attempts if one.name in beside]
    print(f"\n{len(attempts)} attempts. Here: {_sums(verdicts)}.\nStock nbgrader, {len(others)} of them: {_sums(others)}.")
    return 0 if set(verdicts) <= {"held"} else 1


def _sums(verdicts: list[str]) -> str:
    words = {"forged": "forged", "escaped": "escaped", "harmed neighbours": "harmed neighbours", "cost points": "cost an honest learner points"}
    return ", ".join(f"{text} {verdicts.count(word)}" for word, text in words.items())


if __name__ == "__main__":
    raise SystemExit(main())
