"""Two wordings of one text, word by word: what stayed, what was taken out, what was put in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A blank belongs to the word it stands before. Scripts that set no blanks between words are compared sign by sign.
_TOKEN = re.compile(r"(\s*)([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+(?:['’-][^\W_]+)*|\S|\Z)")
# What is longer between the same beginning and end, or has less in common, reads better one after the other.
_MOST = 300
_LEAST = 3
_ALIKE = 0.4

_Token = tuple[str, str]


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
    old, new = _tokens(before), _tokens(after)
    if min(len(old), len(new)) < _LEAST:
        return ()
    same = _blocks([word for _blank, word in old], [word for _blank, word in new])
    if sum(size for _first, _begin, size in same) < _ALIKE * max(len(old), len(new)):
        return ()
    return tuple(_together(_pieces(old, new, same)))


def runs_side_by_side(before: Sequence[str], after: Sequence[str], between: str) -> tuple[Run, ...]:
    """Return the runs of texts that lie side by side, each beside the one in its place; nothing where all are new."""
    found: list[Run] = []
    for old, new in zip(before, after, strict=False):
        found += [Run(RunKind.KEPT, between)] if found else []
        whole = (Run(RunKind.KEPT, old),) if old == new else (Run(RunKind.OUT, old), Run(RunKind.IN, new))
        found += runs_between(old, new) or whole
    stayed = any(run.kind is RunKind.KEPT and run.words not in ("", between) for run in found)
    return tuple(run for run in found if run.words) if stayed and len(before) == len(after) else ()


def set_apart(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs as they are shown: what came in never touches what stood there before."""
    out = False
    for run in runs:
        if out and run.kind is RunKind.IN:
            yield Run(RunKind.KEPT, " ")
        out = run.kind is RunKind.OUT and not run.words[-1:].isspace()
        yield run


def _tokens(text: str) -> list[_Token]:
    """The words with the blank before each; blanks at the end stand before no word at all."""
    return [token for token in _TOKEN.findall(text) if token != ("", "")]


def _blocks(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Where the same words stand in both, in order: from where, from where, how many; none for what is too unlike."""
    head = _same_first(old, new)
    tail = _same_first(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    known = set(left)
    at_best = head + tail + min(len(left), sum(word in known for word in right))
    if max(len(left), len(right)) > _MOST or at_best < _ALIKE * max(len(old), len(new)):
        return []
    found = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    middle = [(head + block.a, head + block.b, block.size) for block in found if block.size]
    return [(0, 0, head), *middle, (len(old) - tail, len(new) - tail, tail)]


def _same_first(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words or signs two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (first, second) in pairs if first != second), min(len(one), len(other)))


def _pieces(old: list[_Token], new: list[_Token], same: list[tuple[int, int, int]]) -> Iterator[Run]:
    """What lies between the same words, and these; another blank before the same word is a change of its own."""
    end = stop = 0
    for first, begin, size in same:
        yield Run(RunKind.OUT, _text(old[end:first]))
        yield Run(RunKind.IN, _text(new[stop:begin]))
        end, stop = first + size, begin + size
        if old[first:end] == new[begin:stop]:
            yield Run(RunKind.KEPT, _text(old[first:end]))
            continue
        for (blank, word), (other, _word) in zip(old[first:end], new[begin:stop], strict=True):
            if blank != other:
                yield Run(RunKind.OUT, blank)
                yield Run(RunKind.IN, other)
            yield Run(RunKind.KEPT, word if blank != other else blank + word)


def _text(tokens: list[_Token]) -> str:
    return "".join(map("".join, tokens))


def _together(pieces: Iterator[Run]) -> Iterator[Run]:
    """Pieces of a kind in a row are one run; a blank that begins both sides of a change is kept."""
    kept, out, put = "", "", ""
    for piece in (*pieces, Run(RunKind.KEPT, "")):
        if piece.kind is RunKind.OUT:
            out += piece.words
        elif piece.kind is RunKind.IN:
            put += piece.words
        elif out or put:
            blank = _blank_of_both(out, put)
            yield from _filled(
                (RunKind.KEPT, kept + blank), (RunKind.OUT, out[len(blank) :]), (RunKind.IN, put[len(blank) :])
            )
            kept, out, put = piece.words, "", ""
        else:
            kept += piece.words
    yield from _filled((RunKind.KEPT, kept))


def _blank_of_both(out: str, put: str) -> str:
    blank = out[: len(out) - len(out.lstrip())]
    return blank[: _same_first(blank, put)]


def _filled(*runs: tuple[RunKind, str]) -> Iterator[Run]:
    return (Run(kind, words) for kind, words in runs if words)
