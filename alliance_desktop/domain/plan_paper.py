"""What a plan's papers are drawn from: one frozen record, and nothing else."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.glossary import Explained, occurring
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_section import Section, held, section_of, without
from alliance_desktop.domain.plan import Commitment, PlanContent, PlanVersion
from alliance_desktop.domain.plan_changes import ChangeLine, Kind
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.progress_line import ProgressLine
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.voice import Whose
from alliance_desktop.domain.word_swap import WordSwap
from alliance_desktop.words import _, day_words


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """Everything that is printed: one version, whose practice, how the client is called, what is ticked off.

    ``changes`` says what is new since the version agreed before (its number is ``since``, 0: none), ``explained`` the
    professional words in it. A ``draft`` has no number yet and says so on paper. What is in ``left_out`` is not
    printed; the version stays whole. What is ours on it is said in ``language`` (empty: the program's). ``swaps``
    and ``strangers``, the names of other clients that stand on it, are not printed: the checks go by them.
    ``progress`` is how one of its goals went. Who signs sees it ``whole``: nothing is told in short, however many pages
    it takes. What ``may_go`` is left out, the first of it first, where two pages do not hold it all. ``copied`` says
    that the client has this version on paper. ``kept`` is what the client had asked for and what was done about it
    since the version agreed before; ``next_visit`` is when they come again. ``given`` is what they were given to do at
    home at the visit signed last, beyond the plan.
    """

    version: PlanVersion
    practice: Practice
    called: str
    done: frozenset[str] = frozenset()
    changes: tuple[ChangeLine, ...] = ()
    draft: bool = False
    explained: tuple[Explained, ...] = ()
    left_out: frozenset[Section] = frozenset()
    language: str = ""
    swaps: tuple[WordSwap, ...] = ()
    since: int = 0
    progress: ProgressLine | None = None
    whole: bool = False
    copied: bool = False
    may_go: tuple[Section, ...] = ()
    kept: tuple[Promise, ...] = ()
    next_visit: Appointment | None = None
    strangers: tuple[str, ...] = ()
    given: tuple[Commitment, ...] = ()

    @property
    def content(self) -> PlanContent:
        """What is printed of the version."""
        return without(self.version.content, self.left_out)

    @property
    def at_home(self) -> tuple[Commitment, ...]:
        """What the client does at home: what was given last stands first, then what the plan says."""
        steps = (*self.given, *self.content.promised(Whose.CLIENT))
        return tuple(step for step in steps if step.what.strip() or step.how.strip())

    def giving_way(self, sections: Collection[Section]) -> "PlanPaper":
        """The paper without these parts, without what is new in them and without words that only they use."""
        if not sections:
            return self
        fewer = replace(
            self,
            left_out=self.left_out | set(sections),
            changes=tuple(line for line in self.changes if section_of(line.about) not in sections),
        )
        texts = [text for whose, text in told(fewer.content) if whose is not Whose.CLIENT]
        return replace(fewer, explained=occurring(self.explained, texts))

    @property
    def withheld(self) -> tuple[Section, ...]:
        """The parts of the plan that are there and not printed, in the order of the paper."""
        return tuple(section for section in held(self.version.content) if section in self.left_out)

    @property
    def news(self) -> tuple[ChangeLine, ...]:
        """What is told as new; a doubt stands in full in its own place, and is told here only when it is gone."""
        return tuple(line for line in self.changes if line.about != "reservations" or line.kind is Kind.DROPPED)

    @property
    def new_in_short(self) -> str:
        """Which parts of the plan are new, in one line; empty where nothing is told as new."""
        if not self.news or not self.prints(Section.CHANGES):
            return ""
        parts = " · ".join(dict.fromkeys(_part_words(line.about) for line in self.news))
        if not self.since:
            return _("New in this version: {parts}").format(parts=parts)
        return _("New since version {n}: {parts}").format(n=self.since, parts=parts)

    def prints(self, section: Section) -> bool:
        """True unless this part is left out."""
        return section not in self.left_out

    @property
    def day(self) -> date:
        """The local day this version holds from: of its last signature, else the day it was written."""
        return local_day(self.version.agreed_at or self.version.made_at)

    @property
    def standing(self) -> str:
        """What this paper is, in words: its version, or that it is only a draft or was taken back."""
        if self.draft:
            return _("draft, not signed")
        if self.version.withdrawn_at is not None:
            return _("version {n}, taken back").format(n=self.version.number)
        return _("version {n}").format(n=self.version.number)

    @property
    def therapist(self) -> str:
        """How the therapist is called on this paper."""
        return self.practice.first_name or self.version.therapist

    def day_words(self, day: date) -> str:
        """Say a day, with its year only where it is another one than this version's."""
        return day_words(day, self.day)


def _part_words(about: str) -> str:
    """How the part of a plan that a line is about is called among others, in a word or two."""
    return {
        "what_matters": _("what matters"),
        "reflection": _("what was understood"),
        "understood": _("what was understood"),
        "strengths": _("what helps"),
        "understanding": _("what is going on"),
        "marks": _("the body figure"),
        "goals": _("goals"),
        "ways": _("ways"),
        "choice": _("ways"),
        "agreement": _("what we agreed"),
        "commitments": _("who does what"),
        "signs": _("when to call or stop"),
        "reservations": _("doubts"),
        "reservations_asked": _("doubts"),
        "teach_back": _("what was said back"),
        "review_on": _("next look"),
        "guardian": _("who signs"),
        "interpreter": _("who signs"),
    }.get(about, _("other words"))
