"""Marks for cells with proofs: the outputs are made to say to nbgrader what was decided outside."""

from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from autograder.exercises import get
from autograder.grade import sandbox_findings as findings
from autograder.grade.performance import CellRun, Performance
from autograder.grade.plan import Proof
from autograder.grade.trial import told_apart
from autograder.judge.verdict import Finding, Verdict


@dataclass(frozen=True)
class Decision:
    """What became of one test cell: the verdict on each proof, and whether all of them and the cell hold."""

    passed: bool
    verdicts: tuple[Verdict, ...]
    message: str = ""


def decide(run: CellRun, proofs: tuple[Proof, ...], performance: Performance, seeds: dict[str, int], judge, seconds: float) -> Decision:
    """Decide one test cell.

    judge: (exercise, seed, payload) -> Verdict, as `JudgePool.verdict`.
    No observation, a malformed or a late one: no points. Raises `CannotJudge` where the fault is the grader's.
    """
    verdicts = tuple(_verdict(run, proof, performance, seeds, judge, seconds) for proof in proofs)
    holding = [_holds(verdict, proof) for verdict, proof in zip(verdicts, proofs)]
    if run.clean and all(holding):
        return Decision(True, verdicts)
    return Decision(False, verdicts, _reason(run, verdicts, holding))


def _verdict(run: CellRun, proof: Proof, performance: Performance, seeds: dict[str, int], judge, seconds: float) -> Verdict:
    ending = findings.from_ending(run, seconds)
    if ending is not None:
        return findings.failed(proof.exercise, ending)
    digest = run.observed.get(proof.exercise)
    if digest is None:
        return findings.failed(proof.exercise, _why_nothing(run, proof, performance))
    try:
        return told_apart(judge(proof.exercise, seeds[proof.exercise], performance.payloads[digest]))
    except ValueError:
        return findings.failed(proof.exercise, findings.no_observation())


def _why_nothing(run: CellRun, proof: Proof, performance: Performance) -> Finding:
    if run.clean:
        return findings.no_observation()
    names = proof.names or get(proof.exercise).names
    kind, said = str(run.answer.get("ename", "")), str(run.answer.get("evalue", ""))
    missing = [name for name in names if kind == "NameError" and f"'{name}'" in said]
    if missing:
        return _unread(missing, performance) or findings.undefined(missing)
    return findings.from_exception({"type": kind, "message": said})


def _unread(missing: list[str], performance: Performance) -> Finding | None:
    """The reason why nothing was defined, where Python could not read one of the cells."""
    answers = [run.answer for run in performance.runs if run is not None]
    broken = [answer for answer in answers if answer.get("ename") in ("SyntaxError", "IndentationError", "TabError")]
    return findings.unread(missing, str(broken[0].get("evalue", ""))) if broken else None


def _holds(verdict: Verdict, proof: Proof) -> bool:
    wanted = proof.properties or tuple(verdict.properties)
    return bool(wanted) and all(verdict.properties.get(name) is True for name in wanted)


def _reason(run: CellRun, verdicts: tuple[Verdict, ...], holding: list[bool]) -> str:
    wrong = [verdict for verdict, holds in zip(verdicts, holding) if not holds]
    found = [verdict.findings[0].message for verdict in wrong if verdict.findings]
    said = "" if run.clean or run.answer.get("ename") != "AssertionError" else str(run.answer.get("evalue", "")).strip()
    parts = [said, *found] if said else found
    return "\n".join(dict.fromkeys(part for part in parts if part)) or _failure(run)


def _failure(run: CellRun) -> str:
    name, value = str(run.answer.get("ename") or "the test stopped"), str(run.answer.get("evalue") or "")
    return f"{name}: {value}" if value else name


def rewrite(cell: NotebookNode, decision: Decision) -> None:
    """Make the outputs of a test cell say what was decided, and nothing of the hidden tests.

    Kept: what was printed and shown. nbgrader gives nothing where there is an error, and all points where
    there is none, nothing on stderr, and no last value.
    """
    cell.outputs = [_harmless(output) for output in cell.outputs if output.output_type != "error"]
    if not decision.passed:
        name = decision.verdicts[0].findings[0].code if decision.verdicts and decision.verdicts[0].findings else "CheckFailed"
        cell.outputs.append(NotebookNode(output_type="error", ename=name, evalue=decision.message, traceback=[decision.message]))
    cell.metadata["autograder"] = NotebookNode(
        passed=decision.passed, verdicts=[verdict.to_json() for verdict in decision.verdicts]
    )


def _harmless(output: NotebookNode) -> NotebookNode:
    if output.output_type == "stream":
        return NotebookNode(output_type="stream", name="stdout", text=output.text)
    if output.output_type == "execute_result":
        return NotebookNode(output_type="display_data", data=output.data, metadata=output.metadata)
    return output
