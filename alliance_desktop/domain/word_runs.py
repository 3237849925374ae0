"""Two wordings of one text, word by word: what stayed, what was taken out, what was put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Scripts that set no blanks between words are compared sign by sign.
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+(?:['’-][^\W_]+)*|\s+|.", re.DOTALL)
# Longer texts, and such as have less in common, read better one after the other.
_MOST = 600
_LEAST = 3
_ALIKE = 0.4


class RunKind(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row, blanks and all."""

    kind: RunKind
    words: str


def runs_between(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs that lead from one text to the other; nothing where both read better as a whole.

    What is kept or out gives the first text, what is kept or in the second.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _MOST or min(_count(old), _count(new)) < _LEAST:
        return ()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = sum(_count(old[block.a : block.a + block.size]) for block in matcher.get_matching_blocks())
    if kept < _ALIKE * max(_count(old), _count(new)):
        return ()
    return tuple(_joined(_runs(matcher, old, new)))


def _count(tokens: list[str]) -> int:
    return sum(token.strip() != "" for token in tokens)


def _runs(matcher: "SequenceMatcher[str]", old: list[str], new: list[str]) -> Iterator[Run]:
    for tag, first, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield Run(RunKind.KEPT, "".join(old[first:end]))
        else:
            yield Run(RunKind.OUT, "".join(old[first:end]))
            yield Run(RunKind.IN, "".join(new[begin:stop]))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """A blank between two changes belongs to both: a changed phrase reads as one, not word by word."""
    out, put, held = "", "", ""
    for run in runs:
        if run.kind is RunKind.KEPT and not run.words.strip() and (out or put):
            held += run.words
        elif run.kind is RunKind.KEPT:
            yield from _changed(out, put)
            if held + run.words:
                yield Run(RunKind.KEPT, held + run.words)
            out, put, held = "", "", ""
        elif run.words:
            out += held + run.words if run.kind is RunKind.OUT else held
            put += held + run.words if run.kind is RunKind.IN else held
            held = ""
    yield from _changed(out, put)
    if held:
        yield Run(RunKind.KEPT, held)


def _changed(out: str, put: str) -> Iterator[Run]:
    if out:
        yield Run(RunKind.OUT, out)
    if put:
        yield Run(RunKind.IN, put)
