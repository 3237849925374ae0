"""What a visit’s summary is drawn from: what was said, what was done and how it felt, and nothing that was thought."""

from dataclasses import dataclass, replace
from datetime import date

from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.coach import findings
from alliance_desktop.domain.paper_checks import said_better
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Commitment, Signs
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.session import NoteDraft, NoteKey, Rating
from alliance_desktop.domain.voice import Whose
from alliance_desktop.domain.word_swap import WordSwap
from alliance_desktop.words import _, day_words


@dataclass(frozen=True, slots=True)
class VisitPaper:
    """One visit in plain words, for the client, from its signed note.

    A draft may still change, and then the page at home would say something else than the record: so there is none of
    a draft. ``steps`` is what the client does at home, ``signs`` when to call, both of the plan that is agreed.
    ``added`` says that the note was added to later. ``swaps`` and ``strangers``, the names of other clients that stand
    on it, are not printed: the checks go by them.
    """

    practice: Practice
    called: str
    number: int
    day: date
    asked: str = ""
    did: str = ""
    response: str = ""
    ratings: tuple[Rating, ...] = ()
    promise: str = ""
    steps: tuple[Commitment, ...] = ()
    signs: Signs = Signs()
    next_visit: Appointment | None = None
    added: bool = False
    left_out: frozenset[Section] = frozenset()
    language: str = ""
    swaps: tuple[WordSwap, ...] = ()
    strangers: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    def prints(self, section: Section) -> bool:
        """True unless this part is left out, or holds nothing."""
        return section not in self.left_out and section in self.held

    @property
    def held(self) -> tuple[Section, ...]:
        """The parts that hold anything and may be left out, in the order of the page; when to call always stands."""
        found = (
            (Section.TOLD, self.asked.strip()),
            (Section.DONE, self.did.strip()),
            (Section.AFTERWARDS, self.response.strip()),
            (Section.BODY, self.marks),
            (Section.BEFORE_AFTER, self.ratings),
            (Section.PROMISED, self.promise.strip()),
            (Section.AT_HOME, self.steps),
            (Section.NEXT_VISIT, self.next_visit is not None),
        )
        return tuple(section for section, holds in found if holds)

    @property
    def printed_marks(self) -> tuple[Mark, ...]:
        """What was marked on the body; what the therapist noted at a mark of theirs is for the note, as is Found."""
        marks = self.marks if self.prints(Section.BODY) else ()
        return tuple(replace(mark, note="") if mark.whose is Whose.THERAPIST else mark for mark in marks)

    @property
    def ours(self) -> tuple[str, ...]:
        """What the therapist or both wrote that stands on it, but for when to stop and call."""
        both = ((Section.DONE, self.did), (Section.AFTERWARDS, self.response), (Section.PROMISED, self.promise))
        steps = (
            [words for step in self.steps for words in (step.what, step.how)] if self.prints(Section.AT_HOME) else ()
        )
        return (*(words for section, words in both if self.prints(section)), *steps)

    @property
    def written(self) -> tuple[str, ...]:
        """What people wrote that stands on it."""
        asked = [self.asked] if self.prints(Section.TOLD) else []
        rated = [rating.measure for rating in self.ratings] if self.prints(Section.BEFORE_AFTER) else []
        stops = [step.stop_if for step in self.steps] if self.prints(Section.AT_HOME) else []
        marked = [mark.note for mark in self.printed_marks if mark.note.strip()]
        return (*asked, *self.ours, *marked, *rated, *stops, self.signs.call_me, self.signs.call_doctor)

    def remarks(self) -> tuple[str, ...]:
        """What to look at before it is handed out: amber sentences that never stand in the way."""
        found = [_("This note was added to later. Please look whether the page still says it as it was.")]
        told = found if self.added else []
        return (*told, *said_better([each for each in findings(self.ours, self.swaps) if each.instead]))

    def day_words(self, day: date) -> str:
        """Say a day, with its year only where it is another one than the visit's."""
        return day_words(day, self.day)


def of_note(note: NoteDraft) -> tuple[str, str, str]:
    """What of a note is for its client: what they asked for, what was done, how it was; nothing that was thought."""
    return note.words(NoteKey.ASKED), note.shown(NoteKey.DID), note.shown(NoteKey.RESPONSE)
