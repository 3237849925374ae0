"""What a paper that needs no plan is drawn from: one frozen record, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.privacy import PrivacyFacts


@dataclass(frozen=True, slots=True)
class LoosePaper:
    """Whose practice, how the client is called (empty: for anybody), their goals in their own words.

    ``first`` says that the client has not been here yet; ``texts`` are the practice's own words where it has
    any. ``language`` is the paper's (empty: the program's). ``strangers`` are the names of other clients that stand on
    it, which the checks go by. ``facts`` say how the practice keeps what clients tell, on the page about that.
    """

    practice: Practice
    called: str = ""
    goals: tuple[str, ...] = ()
    first: bool = False
    texts: Mapping[PaperText, str] = field(default_factory=dict)
    left_out: frozenset[Section] = frozenset()
    language: str = ""
    strangers: tuple[str, ...] = ()
    facts: PrivacyFacts | None = None

    def prints(self, section: Section) -> bool:
        """True unless this part is left out."""
        return section not in self.left_out


def may_leave_out(kind: DocumentKind, paper: LoosePaper) -> tuple[Section, ...]:
    """The parts of such a paper that hold anything and may be left out, in its order."""
    if kind is DocumentKind.THINK_BEFORE:
        goals = (Section.GOALS,) if paper.goals else ()
        since = () if paper.first else (Section.SINCE, Section.LAST_TIME)
        return (*goals, *since, Section.NOT_TODAY)
    if kind in (DocumentKind.CLOSING_SLIPS, DocumentKind.PRIVACY):
        return ()
    if kind is DocumentKind.GUIDE:
        return (Section.WHY_SAY_IT, Section.LIMITS, Section.ROOM)
    return (Section.WAYS, Section.BODY, Section.ROOM)
