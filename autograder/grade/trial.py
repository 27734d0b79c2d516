"""One learner's file on trial for one exercise: run it contained, observe, judge."""

import json
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.exercises import get
from autograder.grade import sandbox_findings as findings
from autograder.grade.inside.limits import Limits
from autograder.grade.judge_pool import CannotJudge, JudgePool
from autograder.grade.rehearsal import Rehearsal
from autograder.grade.sandbox import Sandbox
from autograder.grade.session import Outcome, Session
from autograder.judge.verdict import Finding, Verdict

CHECK_LIMITS = Limits(cell=20.0, whole=90.0)
SIZE = 64 * 2**20


class Unreadable(ValueError):
    """A file that is no Python text and no notebook."""


@dataclass(frozen=True)
class Trial:
    """What trials share: where code runs, who judges, and the limits."""

    sandbox: Sandbox
    judges: JudgePool
    limits: Limits = CHECK_LIMITS

    def judge(self, exercise: str, path: Path, seed: int | None = None) -> Verdict:
        """The verdict on a `.py` or `.ipynb` file. `passed` is None where the fault is the grader's."""
        seed = secrets.randbelow(2**31) if seed is None else seed
        try:
            session, outcome = self._run(exercise, path, seed)
        except Unreadable as error:
            return findings.failed(exercise, findings.unreadable(str(error)))
        with session:
            return self._conclude(exercise, seed, outcome)

    def _run(self, exercise: str, path: Path, seed: int) -> tuple[Session, Outcome]:
        names = list(get(exercise).names)
        wish = {"op": "observe", "exercise": exercise, "names": names, "seeds": {exercise: seed}}
        if path.suffix == ".ipynb":
            rehearsal = Rehearsal(self.sandbox, self.limits)
            for source in code_cells(read(path)):
                rehearsal.perform(source)
            return rehearsal.session, rehearsal.session.ask(wish)
        session = self.sandbox.session(self.limits)
        session.put_file(f"{path.stem}.py", read(path))
        ran = session.ask({"op": "program", "path": f"{path.stem}.py"})
        if not ran.alive:
            return session, ran
        outcome = session.ask(wish)
        if "missing" in outcome.answer and ran.ended == "timed-out":
            return session, ran
        return session, replace(outcome, answer={**outcome.answer, "program": ran.answer.get("error")})

    def _conclude(self, exercise: str, seed: int, outcome: Outcome) -> Verdict:
        finding = findings.from_ending(outcome, self.limits.cell) or _from_answer(outcome.answer)
        payload = outcome.observations.get(exercise)
        if finding is None and payload is None:
            finding = findings.no_observation()
        if finding is not None:
            return findings.failed(exercise, finding)
        try:
            return told_apart(self.judges.verdict(exercise, seed, payload))
        except ValueError:
            return findings.failed(exercise, findings.no_observation())
        except CannotJudge as error:
            return Verdict(exercise, None, {}, (Finding("wrong-result", f"{error}. This is not your fault."),))


def told_apart(verdict: Verdict) -> Verdict:
    """The verdict, with memory that ran out told apart from other exceptions."""
    first = verdict.findings[0] if verdict.findings else None
    if first is not None and first.code == "raised":
        again = findings.from_exception({"type": "", "message": first.message})
        if again.code == "out-of-memory" or any(f"with {name}" in first.message for name in findings.OUT_OF_MEMORY):
            return replace(verdict, findings=(findings.out_of_memory(), *verdict.findings[1:]))
    return verdict


def read(path: Path) -> bytes:
    """The bytes of a submitted file. Raises `Unreadable`."""
    try:
        if path.stat().st_size > SIZE:
            raise Unreadable(f"{path.name} has more than {SIZE // 2**20} MB")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path.name}: {error.strerror}") from None


def code_cells(content: bytes) -> list[str]:
    """The sources of a notebook's code cells in order, without its test cells. Raises `Unreadable`."""
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
        cells = notebook["cells"] if "cells" in notebook else notebook["worksheets"][0]["cells"]
        return [_source(cell) for cell in cells if cell.get("cell_type") == "code" and not _is_test(cell)]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(f"it is not a notebook ({type(error).__name__}: {error})"[:200]) from None


def _source(cell: dict) -> str:
    source = cell["source"] if "source" in cell else cell["input"]
    return source if isinstance(source, str) else "".join(source)


def _is_test(cell: dict) -> bool:
    marks = (cell.get("metadata") or {}).get("nbgrader") or {}
    return bool(marks.get("grade")) and not marks.get("solution")


def _from_answer(answer: dict) -> Finding | None:
    if answer.get("missing"):
        program = answer.get("program")
        return findings.from_exception(program) if isinstance(program, dict) else findings.undefined(list(map(str, answer["missing"]))[:5])
    if isinstance(answer.get("error"), dict):
        return findings.from_exception(answer["error"])
    return None
