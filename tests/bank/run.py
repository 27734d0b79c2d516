"""Judge submissions of the bank, one after another in this process, or in the sandbox where they are dangerous."""

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.exercises import get
from autograder.judge import judge

from .load import HERE, Submission

SEED = 20240601
DANGEROUS = ("timed-out", "out-of-memory", "killed")
"""Codes of submissions that must never run outside the sandbox."""


@dataclass(frozen=True)
class Outcome:
    """A submission with what the judge said of it: passed, and the codes of its findings in order."""

    submission: Submission
    passed: bool | None
    codes: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Right ones pass without a finding; wrong ones fail with a fair first code, and two bugs are both named."""
        wanted = self.submission
        if wanted.code is None:
            return self.passed is True and not self.codes
        fair = (wanted.code, *wanted.also)
        return self.passed is False and self.codes[:1] and self.codes[0] in fair and set(wanted.both) <= set(self.codes)


def run_here(submission: Submission, seed: int = SEED) -> Outcome:
    """Judge one submission in this process. Never call it for a dangerous one."""
    with contextlib.redirect_stdout(io.StringIO()):
        objects = submission.objects(get(submission.exercise).names)
    verdict = judge(submission.exercise, objects, seed)
    return Outcome(submission, verdict.passed, tuple(finding.code for finding in verdict.findings))


CHECK = [sys.executable, "-c", "from autograder.cli import main; raise SystemExit(main())", "check", "--json"]


def run_sandboxed(submissions: Iterable[Submission]) -> Iterator[Outcome]:
    """Judge submissions through `autograder check`, one call per exercise."""
    for exercise in dict.fromkeys(s.exercise for s in submissions):
        these = [s for s in submissions if s.exercise == exercise]
        command = [*CHECK, exercise, *(str(HERE / s.path) for s in these)]
        done = subprocess.run(command, capture_output=True, text=True)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        if len(lines) != len(these):
            raise RuntimeError(f"autograder check answered {len(lines)} lines for {len(these)} files: {done.stderr}")
        for submission, said in zip(these, lines):
            yield Outcome(submission, said["passed"], tuple(finding["code"] for finding in said["findings"]))
