"""`python -m tests.bank [PART OF A PATH …] [--seed N] [--wrong-only]`: run the bank, print the table."""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

from .load import submissions  # noqa: E402
from .run import DANGEROUS, SEED, run_here, run_sandboxed  # noqa: E402
from .table import summary, table  # noqa: E402


def main() -> int:
    """Exit status 1 where the judge and the bank disagree."""
    parser = argparse.ArgumentParser(prog="python -m tests.bank", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="only files whose path contains one of these")
    parser.add_argument("--seed", type=int, default=SEED, help="the seed of the cases")
    parser.add_argument("--disagreements", action="store_true", help="print only where judge and bank disagree")
    parser.add_argument("--safe", action="store_true", help="leave out what needs the sandbox")
    words = parser.parse_args()
    chosen = [s for s in submissions() if not words.parts or any(part in s.path for part in words.parts)]
    outcomes = [run_here(s, words.seed) for s in chosen if s.code not in DANGEROUS]
    if not words.safe:
        outcomes += run_sandboxed([s for s in chosen if s.code in DANGEROUS])
    shown = [o for o in outcomes if not (words.disagreements and o.agrees)]
    print(table(shown), summary(outcomes), sep="\n\n")
    return 0 if all(o.agrees for o in outcomes) else 1


if __name__ == "__main__":
    raise SystemExit(main())
