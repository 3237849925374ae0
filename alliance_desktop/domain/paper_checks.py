"""What to look at before a plan is handed out: amber sentences that never stand in the way."""

from collections.abc import Sequence

from alliance_desktop.domain.coach import Finding, FindingKind, findings_in
from alliance_desktop.domain.plain_words import EASY_GRADE, reading_grade, sentence_length, unexplained, words_in
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.voice import Whose
from alliance_desktop.domain.word_swap import WordSwap
from alliance_desktop.words import _, counted, spoken

MOST_HOME_STEPS = 3
PAGES = 2
# Below so many words a reading grade says more about one long word than about the plan; short labels are no prose.
_LEAST_WORDS = 30
_LEAST_IN_A_TEXT = 6
_LONG_SENTENCE = 15
# So many words are named with their sentences; the others in one line.
_IN_FULL = 3


def checks(content: PlanContent, pages: int, large_print: bool, swaps: Sequence[WordSwap] = ()) -> tuple[str, ...]:
    """Return what a reader would miss, in plain words, the gravest first; nothing when the paper is as it should be.

    ``swaps`` are the words that are better said otherwise.
    """
    better = better_words(content, swaps)
    found = [*_voice(content), *_calls(content), *_steps(content), *_ways(content)]
    if content.review_on is None:
        found.append(_("There is no day to look at it again."))
    if not content.reservations_asked and not content.reservations:
        found.append(_("Doubts were not asked about yet."))
    found += _reading(content, {finding.word for finding in better})
    if pages > PAGES and not large_print:
        found.append(counted("It takes {n} page; two are read.", "It takes {n} pages; two are read.", pages))
    return (*found, *said_better(better))


def better_words(content: PlanContent, swaps: Sequence[WordSwap]) -> tuple[Finding, ...]:
    """The words on a paper that may hurt, and those that may not be understood, each with a better one."""
    return tuple(finding for finding in findings_in(content, swaps) if finding.instead)


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


def _reading(content: PlanContent, named: set[str]) -> list[str]:
    """Whether it reads with ease; the client's own words are theirs and never marked down.

    A short form that was ``named`` with a better word already is not told twice.
    """
    ours = [text for whose, text in told(content) if whose is not Whose.CLIENT]
    prose = [text for text in ours if len(words_in(text)) >= _LEAST_IN_A_TEXT]
    found = []
    if sum(len(words_in(text)) for text in prose) >= _LEAST_WORDS:
        grade, length = reading_grade(prose), sentence_length(prose)
        if spoken() == "en" and grade > EASY_GRADE:
            words = _("It reads at school grade {grade}. Shorter words and sentences bring it to {easy} or lower.")
            found.append(words.format(grade=max(round(grade), EASY_GRADE + 1), easy=EASY_GRADE))
        elif spoken() != "en" and length > _LONG_SENTENCE:
            words = _("Its sentences are long: {n} words on average. Short ones are easier to read.")
            found.append(words.format(n=round(length)))
    short = [form for form in unexplained(ours) if form not in named]
    if short:
        found.append(_("These short forms are not explained: {words}").format(words=", ".join(short)))
    return found
