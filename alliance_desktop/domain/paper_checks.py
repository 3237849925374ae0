"""What to look at before a plan's paper is handed out: amber sentences that never stand in the way."""

from collections.abc import Sequence

from alliance_desktop.domain.coach import Finding, FindingKind, findings_in, reading_in, reading_words
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import PlanContent, Signs
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _, counted, spoken

MOST_HOME_STEPS = 3
PAGES = 2
# So many words are named with their sentences; the others in one line.
_IN_FULL = 3


def checks(paper: PlanPaper, kind: DocumentKind, pages: int, large_print: bool) -> tuple[str, ...]:
    """Return what a reader would miss, in plain words, the gravest first; nothing when the paper is as it should be.

    What is done at home is looked at on each of these papers; what else a plan needs, on the plan alone. Words are
    judged in the paper's language and only where they are printed.
    """
    content, whole = paper.version.content, kind is DocumentKind.PLAN
    found = named_elsewhere(paper.strangers)
    if whole:
        found += _voice(content)
    found += [*_calls(content), *_steps(content)]
    if whole:
        found += _ways(content)
    if content.review_on is None:
        found.append(_("There is no day to look at it again."))
    if whole and not content.reservations_asked and not content.reservations:
        found.append(_("Doubts were not asked about yet."))
    told = findings_in(read_on(paper, kind), paper.swaps)
    found += _reading(paper, kind, told)
    if pages > PAGES and not large_print:
        found.append(counted("It takes {n} page; two are read.", "It takes {n} pages; two are read.", pages))
    better = [finding for finding in told if finding.instead]
    return (*found, *said_better(better), *(_settled(paper) if better else ()))


def read_on(paper: PlanPaper, kind: DocumentKind) -> PlanContent:
    """What of a plan is printed on one of its papers: on those of what is done at home, that and whom to call."""
    content = paper.content
    if kind is DocumentKind.PLAN:
        return content
    calls = Signs(call_me=content.signs.call_me, call_doctor=content.signs.call_doctor)
    return PlanContent(content.what_matters, commitments=paper.at_home, signs=calls)


def better_words(paper: PlanPaper, kind: DocumentKind) -> tuple[Finding, ...]:
    """The words on a paper that may hurt, and those that may not be understood, each with a better one."""
    return tuple(finding for finding in findings_in(read_on(paper, kind), paper.swaps) if finding.instead)


def named_elsewhere(names: Sequence[str]) -> list[str]:
    """Say that somebody else's name stands on a paper; nothing where none does."""
    return [_("Another client’s name stands on it: {names}").format(names=_(", ").join(names))] if names else []


def said_better(better: Sequence[Finding]) -> tuple[str, ...]:
    """Say which words are better said otherwise, and how: those that may hurt first."""
    if not better:
        return ()
    found = [counted("{n} word is better said otherwise:", "{n} words are better said otherwise:", len(better))]
    found += [_in_full(finding) for finding in better[:_IN_FULL]]
    others = better[_IN_FULL:]
    if others:
        words = _(", ").join(_("{instead} for {word}").format(instead=f.instead, word=f.word) for f in others)
        found.append(_("Also: {words}.").format(words=words))
    return tuple(found)


def _in_full(finding: Finding) -> str:
    kinder = finding.kind is FindingKind.KINDER
    told = (
        _("Kinder: {instead} for {word}, in: {sentence}")
        if kinder
        else _("Plainer: {instead} for {word}, in: {sentence}")
    )
    return told.format(instead=finding.instead, word=finding.word, sentence=finding.sentence)


def _voice(content: PlanContent) -> list[str]:
    """Whether the client's own words lead it, as a whole and goal by goal."""
    without = [goal.title for goal in content.goals if goal.title.strip() and not goal.said]
    if not content.what_matters and not any(goal.said for goal in content.goals):
        return [_("The client’s own words are not on it yet.")]
    if not content.what_matters:
        return [_("What matters to the client is not on it yet.")]
    return [_("This goal is not in the client’s words: {goal}").format(goal=title) for title in without]


def _steps(content: PlanContent) -> list[str]:
    """Whether what is to be done at home can be kept: few things, and each says how often or by when."""
    home = [step for step in content.promised(Whose.CLIENT) if step.what.strip() or step.how.strip()]
    found = []
    if len(home) > MOST_HOME_STEPS:
        words = counted(
            "{n} thing to do at home. Three at most are easier to keep.",
            "{n} things to do at home. Three at most are easier to keep.",
            len(home),
        )
        found.append(words)
    without = [step.what for step in home if not step.how.strip() and step.due is None]
    if without:
        found.append(_("How often, or by when, is missing for: {steps}").format(steps=", ".join(without)))
    return found


def _calls(content: PlanContent) -> list[str]:
    """Whether it says when to stop and call, and whom."""
    me, doctor = bool(content.signs.call_me.strip()), bool(content.signs.call_doctor.strip())
    if not me and not doctor:
        return [_("It does not say yet when to stop and call.")]
    if not me:
        return [_("It does not say yet when to call you.")]
    return [] if doctor else [_("It does not say yet when to get medical help.")]


def _ways(content: PlanContent) -> list[str]:
    if content.ways and content.chosen_way is None:
        return [_("None of the ways is chosen yet.")]
    return []


def _reading(paper: PlanPaper, kind: DocumentKind, told: Sequence[Finding]) -> list[str]:
    """Whether it reads with ease; the client's own words are theirs and never marked down.

    A short form that has a better word, or is explained among the words we used, is not told here.
    """
    measured = reading_in(read_on(paper, kind), paper.language or spoken())
    found = [reading_words(measured)] if measured is not None and not measured.is_easy else []
    glossary = paper.explained if kind is DocumentKind.PLAN and paper.prints(Section.GLOSSARY) else ()
    explained = {each.word for each in glossary}
    short = [each.word for each in told if each.kind is FindingKind.SHORT_FORM and each.listed not in explained]
    if short:
        found.append(_("These short forms are not explained: {words}").format(words=", ".join(short)))
    return found


def _settled(paper: PlanPaper) -> tuple[str, ...]:
    """Where words are better said otherwise: that those of a version stay, and where they can be changed."""
    if paper.draft:
        return ()
    if paper.version.signatures:
        told = _("Version {n} is signed and keeps its words. The next version can say it otherwise.")
    else:
        told = _("Version {n} is ready to sign and keeps its words. A change to the plan can say it otherwise.")
    return (told.format(n=paper.version.number),)
