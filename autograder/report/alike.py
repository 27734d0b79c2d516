"""Submissions that are more alike than their task makes them: a place to look, never a verdict.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003):
of every window of hashes of token runs the smallest is kept. Any shared run of at least `RUN + WINDOW - 1`
tokens then shares a fingerprint. Left out is what the release holds, and what many learners write anyway.
"""

import io
import keyword
import math
import tokenize
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from autograder.report.class_data import ClassData, Work

RUN, WINDOW = 8, 4
COMMON = 0.06
"""A fingerprint that this share of a class has (and at least three learners) is the task's, not a person's."""
LEAST = 8
"""Rare fingerprints that a pair must share to be shown."""
SHARE = 0.6
_LAYOUT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.ENCODING}


@dataclass(frozen=True)
class Pair:
    """Two learners' notebooks. shared: rare fingerprints in both; share: of the smaller one's rare fingerprints."""

    notebook: str
    learners: tuple[str, str]
    shared: int
    share: float


def alike(data: ClassData) -> list[Pair]:
    """The pairs that share the most of what is rare, over all notebooks, most first."""
    groups: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in data.works:
        groups[work.assignment, work.notebook].append(work)
    pairs = [pair for key, works in groups.items() for pair in _pairs(key[1], works, data.released.get(key, ()))]
    return sorted(pairs, key=lambda pair: (-pair.share * math.log1p(pair.shared), pair.notebook, pair.learners))


def _pairs(notebook: str, works: list[Work], released: tuple[str, ...]) -> list[Pair]:
    known = set().union(*map(fingerprints, released)) if released else set()
    texts = {cell.strip() for cell in released}
    marks = {work.learner: _own(work, texts) - known for work in works}
    count = Counter(mark for own in marks.values() for mark in own)
    most = max(3, COMMON * len(works))
    rare = {learner: {mark for mark in own if count[mark] <= most} for learner, own in marks.items()}
    shared: Counter = Counter()
    holders = defaultdict(list)
    for learner, own in rare.items():
        for mark in own:
            holders[mark].append(learner)
    for learners in holders.values():
        shared.update(combinations(sorted(learners), 2))
    found = [Pair(notebook, pair, many, many / min(len(rare[one]) for one in pair)) for pair, many in shared.items() if many >= LEAST]
    return [pair for pair in found if pair.share >= SHARE]


def _own(work: Work, released: set[str]) -> set[int]:
    return set().union(*(fingerprints(cell) for cell in work.cells if cell.strip() not in released))


@lru_cache(maxsize=65_536)
def fingerprints(source: str) -> frozenset[int]:
    """The winnowed hashes of a cell's tokens; names, text, comments and layout play no part."""
    words = tokens(source)
    runs = [zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)]
    return frozenset(min(runs[at : at + WINDOW]) for at in range(max(1, len(runs) - WINDOW + 1))) if runs else frozenset()


def tokens(source: str) -> list[str]:
    """The tokens of Python text, every name "n" but keywords and those behind a dot, every text "s"."""
    words: list[str] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type not in _LAYOUT:
                words.append(_word(token, words[-1] if words else ""))
    except (tokenize.TokenError, SyntaxError):
        pass  # what could be read counts
    return words


def _word(token: tokenize.TokenInfo, before: str) -> str:
    if token.type == tokenize.NAME:
        return token.string if keyword.iskeyword(token.string) or before == "." else "n"
    if token.type == tokenize.STRING:
        return "s"
    return {tokenize.INDENT: "{", tokenize.DEDENT: "}"}.get(token.type, token.string)
