"""`python -m tests.bank [PART OF A PATH …]`: run the bank and print its table.

Submissions run in this process, but for those that must not: these go through `autograder check`.
"""

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

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
    parser.add_argument("--sandbox", action="store_true", help="send everything through `autograder check`")
    words = parser.parse_args()
    chosen = [s for s in submissions() if not words.parts or any(part in s.path for part in words.parts)]
    walled = [s for s in chosen if words.sandbox or s.code in DANGEROUS]
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as workers:
        judged = workers.map(partial(run_here, seed=words.seed), [s for s in chosen if s not in walled], chunksize=8)
        outcomes = list(judged)
    outcomes += [] if words.safe else run_sandboxed(walled)
    shown = [o for o in outcomes if not (words.disagreements and o.agrees)]
    print(table(shown), summary(outcomes), sep="\n\n")
    return 0 if all(o.agrees for o in outcomes) else 1


if __name__ == "__main__":
    raise SystemExit(main())
