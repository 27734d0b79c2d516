"""A notebook performed in the sandbox: what goes in and what comes out, as plain data."""

import hashlib
from dataclasses import dataclass, field, replace

from autograder.grade.inside.limits import Limits
from autograder.grade.plan import Proof
from autograder.grade.rehearsal import Rehearsal
from autograder.grade.sandbox import Sandbox
from autograder.grade.session import Lost, Outcome

SHOWN = 24 * 2**20
"""Bytes of outputs that one notebook may make."""


@dataclass(frozen=True)
class Job:
    """One submission to perform.

    sources: the text of each code cell in order, with the proofs that hang on it; None for a cell left out.
    files: what else lies in the learner's folder, by relative path.
    seeds: exercise -> the seed of its cases.
    """

    sources: list[tuple[str, tuple[Proof, ...]] | None]
    files: dict[str, bytes]
    seeds: dict[str, int]
    limits: Limits


@dataclass
class CellRun:
    """What one cell did: as `Outcome`, with its observations by exercise as digests into the performance."""

    ended: str
    answer: dict
    messages: list[dict]
    detail: str = ""
    observed: dict[str, str] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """Whether the cell came to its end without an exception, by the learner's process's own word."""
        return self.ended == "done" and self.answer.get("status") == "ok"


@dataclass
class Performance:
    """All cells' runs (None where left out), and the observations that were sent, undecoded, by digest."""

    runs: list[CellRun | None] = field(default_factory=list)
    payloads: dict[str, bytes] = field(default_factory=dict)


def perform(sandbox: Sandbox, job: Job) -> Performance:
    """Run every cell, in order, in one session. Raises `NoWalls`; a learner's code raises nothing.

    A submission whose fork server ends under it gets one more try; then raises `Lost`.
    """
    try:
        return _perform(sandbox, job)
    except Lost:
        return _perform(sandbox, job)


def _perform(sandbox: Sandbox, job: Job) -> Performance:
    performance, room = Performance(), SHOWN
    rehearsal = Rehearsal(sandbox, job.limits, job.files)
    try:
        for asked in job.sources:
            if asked is None:
                performance.runs.append(None)
            else:
                room = _keep(performance, _perform_cell(rehearsal, job, *asked), room)
    finally:
        rehearsal.close()
    return performance


def _perform_cell(rehearsal: Rehearsal, job: Job, source: str, proofs: tuple[Proof, ...]) -> Outcome:
    seeds = {proof.exercise: job.seeds[proof.exercise] for proof in proofs}
    outcome = rehearsal.perform(source, seeds=seeds, proof=bool(proofs))
    for proof in proofs:
        if outcome.alive and proof.exercise not in outcome.observations:
            outcome = _observe_anyway(rehearsal, outcome, proof, seeds)
    return outcome


def _observe_anyway(rehearsal: Rehearsal, outcome: Outcome, proof: Proof, seeds: dict[str, int]) -> Outcome:
    """A cell that stopped before its `prove`: the points are gone, the reason is still worth knowing."""
    from autograder.exercises import get

    names = list(proof.names or get(proof.exercise).names)
    seen = rehearsal.session.ask({"op": "observe", "exercise": proof.exercise, "names": names, "seeds": seeds})
    if seen.alive:
        return replace(outcome, observations={**outcome.observations, **seen.observations})
    rehearsal.begin_again()
    return replace(outcome, ended=seen.ended, detail=seen.detail)


def _keep(performance: Performance, outcome: Outcome, room: int) -> int:
    digests = {}
    for exercise, payload in outcome.observations.items():
        digest = hashlib.sha256(payload).hexdigest()
        performance.payloads[digest] = payload
        digests[exercise] = digest
    room -= sum(len(repr(message)) for message in outcome.messages)
    messages = outcome.messages if room > 0 else [_too_much()]
    performance.runs.append(CellRun(outcome.ended, outcome.answer, messages, outcome.detail, digests))
    return room


def _too_much() -> dict:
    text = "… the notebook has shown more than it may; this cell's outputs are not kept\n"
    return {"msg_type": "stream", "content": {"name": "stdout", "text": text}}
