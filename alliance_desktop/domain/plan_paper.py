"""What a plan's papers are drawn from: one frozen record, and nothing else."""

from dataclasses import dataclass
from datetime import date

from alliance_desktop.domain.glossary import Explained
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_section import Section, held, without
from alliance_desktop.domain.plan import PlanContent, PlanVersion
from alliance_desktop.domain.plan_changes import ChangeLine, Kind
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.word_swap import WordSwap
from alliance_desktop.words import _, day_words


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """Everything that is printed: one version, whose practice, how the client is called, what is ticked off.

    ``changes`` says what is new since the version agreed before (its number is ``since``, 0: none), ``explained`` the
    professional words in it. A ``draft`` has no number yet and says so on paper. What is in ``left_out`` is not
    printed; the version stays whole. What is ours on it is said in ``language`` (empty: the program's). ``swaps`` are
    not printed: they are what the checks go by.
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

    @property
    def content(self) -> PlanContent:
        """What is printed of the version."""
        return without(self.version.content, self.left_out)

    @property
    def withheld(self) -> tuple[Section, ...]:
        """The parts of the plan that are there and not printed, in the order of the paper."""
        return tuple(section for section in held(self.version.content) if section in self.left_out)

    @property
    def news(self) -> tuple[ChangeLine, ...]:
        """What is told as new; a doubt stands in full in its own place, and is told here only when it is gone."""
        return tuple(line for line in self.changes if line.about != "reservations" or line.kind is Kind.DROPPED)

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
