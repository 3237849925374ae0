"""Letters built from the record as a text to edit: to somebody else about a client, and to a client at the end.

What stands on such a letter is what the therapist let stand: each part of the record has a tick of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.practice import Practice
from alliance_desktop.words import _


class LetterPart(StrEnum):
    """One part of a letter; the stored value never changes."""

    TO = "to"
    ABOUT = "about"
    BORN = "born"
    GREETING = "greeting"
    REASON = "reason"
    VISITS = "visits"
    AREAS = "areas"
    FOUND = "found"
    DID = "did"
    NUMBERS = "numbers"
    GOALS = "goals"
    HELPED = "helped"
    AT_HOME = "at_home"
    CALLS = "calls"
    REQUEST = "request"
    COME_BACK = "come_back"
    THANKS = "thanks"
    AGREED = "agreed"
    CLOSING = "closing"

    @property
    def edit_name(self) -> str:
        """The name of its field in the form, under which its words are held."""
        return f"letter_{self.value}_edit"

    @property
    def box_name(self) -> str:
        """The name of its tick in the form."""
        return f"letter_{self.value}_box"


_REFERRAL = (
    LetterPart.TO,
    LetterPart.ABOUT,
    LetterPart.BORN,
    LetterPart.GREETING,
    LetterPart.REASON,
    LetterPart.VISITS,
    LetterPart.AREAS,
    LetterPart.FOUND,
    LetterPart.DID,
    LetterPart.NUMBERS,
    LetterPart.GOALS,
    LetterPart.REQUEST,
    LetterPart.AGREED,
    LetterPart.CLOSING,
)
_ENDING = (
    LetterPart.GREETING,
    LetterPart.VISITS,
    LetterPart.GOALS,
    LetterPart.NUMBERS,
    LetterPart.HELPED,
    LetterPart.AT_HOME,
    LetterPart.CALLS,
    LetterPart.COME_BACK,
    LetterPart.THANKS,
    LetterPart.CLOSING,
)
# A letter is none without these; everything else stands on it only with its tick.
ALWAYS = frozenset({LetterPart.TO, LetterPart.ABOUT, LetterPart.GREETING, LetterPart.REASON, LetterPart.CLOSING})
# The least that somebody else has to know. The client's own letter holds at first all that there is.
_TICKED_FOR_OTHERS = frozenset({LetterPart.VISITS, LetterPart.REQUEST})
FORMS = {DocumentKind.REFERRAL: Form.REFERRAL, DocumentKind.ENDING: Form.ENDING_LETTER}


def parts_of(kind: DocumentKind) -> tuple[LetterPart, ...]:
    """The parts of such a letter, in its order."""
    return _REFERRAL if kind is DocumentKind.REFERRAL else _ENDING


def ticked_at_first(kind: DocumentKind, words: Mapping[LetterPart, str]) -> frozenset[LetterPart]:
    """What stands on a letter before anybody ticked anything."""
    if kind is DocumentKind.REFERRAL:
        return _TICKED_FOR_OTHERS
    return frozenset(part for part in _ENDING if part not in ALWAYS and words.get(part, "").strip())


def heading(part: LetterPart, kind: DocumentKind) -> str:
    """What stands over a part on paper; empty where it is read on from what stands before."""
    if kind is DocumentKind.ENDING:
        return {
            LetterPart.GOALS: _("Where we began, and where you are"),
            LetterPart.NUMBERS: _("In your own numbers"),
            LetterPart.HELPED: _("What helped"),
            LetterPart.AT_HOME: _("What you can go on with"),
            LetterPart.CALLS: _("When to call"),
            LetterPart.COME_BACK: _("How to come back"),
        }.get(part, "")
    return {
        LetterPart.REASON: _("Why I write"),
        LetterPart.VISITS: _("Visits"),
        LetterPart.AREAS: _("Where I worked"),
        LetterPart.FOUND: _("What I found"),
        LetterPart.DID: _("What I did"),
        LetterPart.NUMBERS: _("In the client’s own numbers"),
        LetterPart.GOALS: _("What we work towards"),
        LetterPart.REQUEST: _("What I ask of you"),
    }.get(part, "")


def label(part: LetterPart, kind: DocumentKind) -> str:
    """How a part is called where it is written."""
    named = {
        LetterPart.TO: _("To whom"),
        LetterPart.ABOUT: _("About whom"),
        LetterPart.BORN: _("Day of birth"),
        LetterPart.GREETING: _("Greeting"),
        LetterPart.VISITS: _("Visits"),
        LetterPart.THANKS: _("Thanks"),
        LetterPart.AGREED: _("The client’s agreement"),
        LetterPart.CLOSING: _("Closing"),
    }
    return named.get(part) or heading(part, kind)


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """The words of each part, and which of them are ticked."""

    kind: DocumentKind
    words: Mapping[LetterPart, str] = field(default_factory=dict)
    ticked: frozenset[LetterPart] = frozenset()

    def printed(self, part: LetterPart) -> str:
        """The words of a part as they stand on the letter; empty where it does not stand there."""
        there = part in parts_of(self.kind) and (part in ALWAYS or part in self.ticked)
        return self.words.get(part, "").strip() if there else ""

    def with_typed(self, typed: Mapping[str, str]) -> "LetterDraft":
        """The letter with what was typed and ticked in its form in place of what it began with."""
        parts = parts_of(self.kind)
        words = {part: typed.get(part.edit_name, self.words.get(part, "")) for part in parts}
        ticks = {part: typed.get(part.box_name, "1" if part in self.ticked else "0") for part in parts}
        return LetterDraft(self.kind, words, frozenset(part for part, tick in ticks.items() if tick == "1"))


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """What a letter is drawn from: the practice, the day, and the words that were let stand.

    A letter to somebody else is in the program's language, one to the client in theirs. ``strangers`` are the names of
    other clients that stand on it, which the checks go by.
    """

    practice: Practice
    called: str
    day: date
    draft: LetterDraft
    language: str = ""
    strangers: tuple[str, ...] = ()
    left_out: frozenset[Section] = frozenset()

    @property
    def written(self) -> tuple[str, ...]:
        """All that stands on it besides what is always the same."""
        return tuple(words for part in parts_of(self.draft.kind) if (words := self.draft.printed(part)))

    def remarks(self) -> tuple[str, ...]:
        """What to look at before it leaves: amber sentences that never stand in the way."""
        if self.draft.kind is not DocumentKind.REFERRAL:
            return ()
        missing = (
            (LetterPart.TO, _("It does not say yet to whom it goes.")),
            (LetterPart.REASON, _("It does not say yet why you write.")),
            (LetterPart.AGREED, _("It does not say that {name} agreed to it. Ask first; then tick it.")),
        )
        return tuple(told.format(name=self.called) for part, told in missing if not self.draft.printed(part))
