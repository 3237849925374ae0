"""Words that are tapped into a note: their kinds, where they belong, and the sentence that they become."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from alliance_desktop.domain.session import NoteKey
from alliance_desktop.words import _

# A word to tap is a word or a few, not a sentence.
LONGEST = 40
_ENDS = ".!?…:;,"


class TapKind(StrEnum):
    """What a word to tap says."""

    AREA = "area"
    FINDING = "finding"
    TECHNIQUE = "technique"
    RESPONSE = "response"


# What can be tapped for a field: first what it is about, then where.
KINDS: dict[NoteKey, tuple[TapKind, ...]] = {
    NoteKey.FOUND: (TapKind.FINDING, TapKind.AREA),
    NoteKey.DID: (TapKind.TECHNIQUE, TapKind.AREA),
    NoteKey.RESPONSE: (TapKind.RESPONSE,),
}


def kind_words(kind: TapKind) -> str:
    """Name a kind before its words."""
    return {
        TapKind.AREA: _("Where"),
        TapKind.FINDING: _("What"),
        TapKind.TECHNIQUE: _("How"),
        TapKind.RESPONSE: _("Response"),
    }[kind]


@dataclass(frozen=True, slots=True)
class Tap:
    """One word that was tapped."""

    kind: TapKind
    words: str


def sentence(key: NoteKey, taps: Sequence[Tap]) -> str:
    """Say what was tapped for a field as one sentence, in the order of the taps; nothing for nothing."""
    where = _listed([tap.words for tap in taps if tap.kind is TapKind.AREA])
    what = _listed([tap.words for tap in taps if tap.kind is not TapKind.AREA])
    if what and where:
        both = _("{what} on {where}") if key is NoteKey.DID else _("{where}: {what}")
        told = both.format(what=what, where=where)
    else:
        told = what or where
    return f"{capital(told)}." if told else ""


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])


def capital(words: str) -> str:
    """The words as they stand at the beginning of a sentence or on a chip."""
    return words[:1].upper() + words[1:]


def joint(before: str) -> str:
    """What stands between words that were typed and a sentence that follows them."""
    if not before.strip():
        return ""
    if before[-1].isspace():
        return ""
    return " " if before[-1] in _ENDS else ". "
