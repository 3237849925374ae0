"""What each paper of a client is drawn from, with the parts that may be left out of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from alliance_desktop import resources
from alliance_desktop.domain import glossary, loose_paper
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.glossary import Explained
from alliance_desktop.domain.letter import LetterPaper
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_checks import read_on
from alliance_desktop.domain.paper_section import FIRST_TO_GO, Section, held, section_of
from alliance_desktop.domain.plan import Plan, PlanVersion
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.progress_line import line_of
from alliance_desktop.domain.progress_paper import ProgressPaper
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.visit_paper import VisitPaper
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import (
    appointments,
    clients,
    documents,
    home_care,
    left_out,
    paper_texts,
    plans,
    practice,
    privacy,
    progress_papers,
    promises,
    sessions,
    visit_papers,
    word_swaps,
)
from alliance_desktop.words import SOURCE, speaking, spoken

Record = PlanPaper | LoosePaper | ProgressPaper | VisitPaper | LetterPaper
# As many as are looked through for what was kept lately.
_PROMISES = 60


def kinds(version: PlanVersion | None, client_id: int) -> tuple[DocumentKind, ...]:
    """The papers that can be drawn for a client: each only where there is something to tell or to do."""
    not_there = set() if progress_papers.is_there(client_id) else {DocumentKind.PROGRESS}
    not_there |= set() if sessions.last(client_id) is not None else {DocumentKind.VISIT_SUMMARY}
    if version is None:
        not_there |= {kind for kind in DocumentKind if kind.needs_plan}
    elif not _with_home_care(PlanPaper(version, practice.current(), ""), client_id).at_home:
        not_there |= {DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD}
    return tuple(kind for kind in DocumentKind if kind not in not_there)


def to_print(client_id: int) -> PlanVersion | None:
    """The version whose papers are printed: what waits for signatures, else what is agreed."""
    plan = plans.current(client_id)
    return (plan.waiting or plan.agreed) if plan is not None else None


def of_plan(
    version: PlanVersion, kind: DocumentKind = DocumentKind.PLAN, whole: bool = False, today: date | None = None
) -> PlanPaper:
    """What a paper of this version is drawn from, as this client's papers of the kind were last ticked.

    ``whole`` is for who reads it on the screen before signing: all of it, and no copy yet unless one was handed out.
    With ``today`` it says when the client comes again.
    """
    plan = plans.one(version.plan_id)
    client = clients.one(plan.client_id)
    out = frozenset[Section]() if whole else left_out.of(client.id, kind)
    shown = replace(version, changes=tuple(c for c in version.changes if section_of(c.path) not in out))
    # What the paper says of its own is in the client's language.
    with speaking(client.profile.language):
        changes, known = plans.change_lines(shown), _known()
    paper = PlanPaper(
        version,
        practice.current(),
        client.called,
        plan.done,
        changes,
        left_out=out,
        language=client.profile.language,
        swaps=word_swaps.of(clients.language_of(client.id)),
        since=max((each.number for each in plan.versions if each.agreed and each.number < version.number), default=0),
        progress=line_of(version, plan.versions),
        whole=whole,
        copied=not whole or _handed_out(version, client.id),
        may_go=() if whole else _may_go(client.id, kind),
        kept=_kept(plan, version, client.id),
        next_visit=appointments.booked_after(client.id, today) if today is not None else None,
    )
    texts = [text for whose, text in told(paper.content) if whose is not Whose.CLIENT]
    if kind in (DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD):
        paper = _with_home_care(paper, client.id)
    return replace(
        paper, explained=glossary.occurring(known, texts), strangers=clients.named_in(_printed(paper, kind), client.id)
    )


def _with_home_care(paper: PlanPaper, client_id: int) -> PlanPaper:
    last = sessions.last(client_id)
    return replace(paper, given=home_care.as_steps(last.note.home, paper.version)) if last is not None else paper


def _printed(paper: PlanPaper, kind: DocumentKind) -> list[str]:
    """What people wrote that stands on a plan's paper, but for the names of those who sign it as well."""
    signing = {paper.content.guardian, paper.content.interpreter}
    new = paper.news if kind is DocumentKind.PLAN and paper.prints(Section.CHANGES) else ()
    written = [text for _whose, text in told(read_on(paper, kind)) if text not in signing]
    asked = paper.kept if kind is DocumentKind.PLAN and paper.prints(Section.ASKED) else ()
    return [*written, *(line.words for line in new), *(words for each in asked for words in (each.said, each.words))]


def of_visits(
    kind: DocumentKind, client_id: int, today: date, session_id: int = 0, measures: Sequence[str] = ()
) -> ProgressPaper | VisitPaper:
    """What a paper about the visits is drawn from: the page of these numbers, or the summary of this visit.

    Without a number of its own the page shows those rated most often, the summary is of the visit signed last. Raises
    ``visit_papers.NoteNotSigned`` and ``sessions.NoSuchSession``.
    """
    if kind is DocumentKind.PROGRESS:
        return progress_papers.of(client_id, today, measures)
    last = sessions.last(client_id)
    return visit_papers.of(session_id or (last.id if last is not None else 0), today)


def loose(kind: DocumentKind, today: date, client_id: int | None = None) -> LoosePaper:
    """What a paper without a plan is drawn from: for a client, or for anybody."""
    facts = privacy.facts(today) if kind is DocumentKind.PRIVACY else None
    if client_id is None:
        return LoosePaper(practice.current(), texts=paper_texts.of(spoken()), facts=facts)
    client = clients.one(client_id)
    language = client.profile.language
    texts = paper_texts.of(language or spoken())
    paper = LoosePaper(practice.current(), texts=texts, language=language, facts=facts)
    version = to_print(client_id)
    goals = tuple(goal.title for goal in version.content.goals if goal.said) if version is not None else ()
    out = left_out.of(client_id, kind)
    asked = goals if kind is DocumentKind.THINK_BEFORE and Section.GOALS not in out else ()
    return replace(
        paper,
        called=client.called,
        goals=goals,
        first=sessions.count(client_id) == 0,
        left_out=out,
        strangers=clients.named_in(asked, client_id),
    )


def may_leave_out(kind: DocumentKind, paper: Record) -> tuple[Section, ...]:
    """The parts that hold anything on this paper and may be left out, in its order."""
    if isinstance(paper, ProgressPaper | VisitPaper):
        return paper.held
    if isinstance(paper, LetterPaper):
        # Each part has its tick beside its words, where the letter is written.
        return ()
    if isinstance(paper, LoosePaper):
        return loose_paper.may_leave_out(kind, paper)
    content = paper.version.content
    if kind is DocumentKind.PLAN:
        new = (Section.CHANGES,) if paper.news else ()
        words = (Section.GLOSSARY,) if paper.explained else ()
        asked = (Section.ASKED,) if paper.kept else ()
        return (*held(content), *asked, *new, Section.ROOM, *words)
    matters = (Section.MATTERS,) if content.what_matters else ()
    return (*matters, Section.DAYS, Section.ROOM) if kind is DocumentKind.HOME_CARE else matters


def _kept(plan: Plan, version: PlanVersion, client_id: int) -> tuple[Promise, ...]:
    """What the client asked for and got between the version agreed before and this one, oldest first."""
    before = [each.agreed_at for each in plan.versions if each.number < version.number and each.agreed_at is not None]
    if not before:
        return ()
    since, until = local_day(before[-1]), local_day(version.agreed_at or version.made_at)
    return tuple(
        each
        for each in reversed(promises.of(client_id, _PROMISES))
        if each.said.strip() and each.done_on is not None and since < each.done_on <= until
    )


def _handed_out(version: PlanVersion, client_id: int) -> bool:
    """True when a plan's paper of this very version was printed or saved."""
    return any(
        line.kind is DocumentKind.PLAN and line.version == version.number and line.at >= version.made_at
        for line in documents.of(client_id)
    )


def _may_go(client_id: int, kind: DocumentKind) -> tuple[Section, ...]:
    """What gives way where the plan is long; the other papers have nothing of the kind."""
    if kind is not DocumentKind.PLAN:
        return ()
    wanted = left_out.always(client_id, kind)
    return tuple(section for section in FIRST_TO_GO if section not in wanted)


def _known() -> tuple[Explained, ...]:
    """The list of professional words in the language spoken now, ours where there is none."""
    for language in (spoken(), SOURCE):
        if resources.path("words", f"glossary.{language}.txt").is_file():
            return glossary.entries(resources.text("words", f"glossary.{language}.txt"))
    return ()
