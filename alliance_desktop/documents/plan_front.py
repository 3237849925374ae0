"""The plan's first page: what matters, where it should go, who does what, and what was agreed about the visits.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Rows, Stack, height_of, spread
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.marks import Headed, Ticked
from alliance_desktop.documents.plan_paper import PlanPaper
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.ruling import Rule
from alliance_desktop.documents.zero_to_ten import NowHoped
from alliance_desktop.domain.plan import Agreement, Commitment, Goal
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _, counted, day_words, weekday_words

# In narrow columns a goal's title of more lines than this reads badly.
_MOST_TITLE_LINES = 3
_TALLEST_ROW = 400.0


def pieces(record: PlanPaper, edition: Edition, room: float) -> list[Flowable]:
    """The first page in reading order; its air grows as far as ``room`` points allow."""
    content = record.version.content
    names = {"client": record.called, "therapist": record.therapist}
    if record.therapist:
        title = _("Our plan, {client} and {therapist}").format(**names)
    else:
        title = _("Our plan, {client}").format(**names)
    since = _("from {day}").format(day=day_words(record.day))
    flow: list[Flowable] = [Headed(edition, title, "title", since), edition.gap(9, 4)]
    flow += _main_message(record, edition)
    flow += _goals(content.goals, record, edition)
    flow += _deal(record, edition)
    flow += _visits(content.agreement, edition)
    if not edition.large:
        spread(flow, LIVE_WIDTH, room)
    return flow


def _main_message(record: PlanPaper, edition: Edition) -> list[Flowable]:
    content, said, look = record.version.content, list[Flowable](), list[Flowable]()
    if content.what_matters:
        heading = _("What matters to you, {name}").format(name=record.called)
        said = [
            edition.words(heading, "head_client"),
            edition.gap(4),
            Quote(edition, content.what_matters.words, "quote"),
        ]
        day = content.what_matters.day
        if day is not None and day != record.day:
            said += [edition.gap(3), edition.words(_("said on {day}").format(day=record.day_words(day)), "quiet")]
    if content.review_on is not None:
        heading = edition.words(_("Next look together"), "head")
        look = [heading, edition.gap(1), edition.words(weekday_words(content.review_on))]
    if not said and not look:
        return []
    if edition.large or not (said and look):
        between = [edition.gap(14)] if said and look else []
        return [*said, *between, *look, edition.gap(16, 18)]
    return [Columns([said, look], [span(4), span(2)], GUTTER), edition.gap(15, 18)]


def _goals(goals: tuple[Goal, ...], record: PlanPaper, edition: Edition) -> list[Flowable]:
    if not goals:
        return []
    scaled = any(goal.now is not None or goal.hoped is not None for goal in goals)
    title = _("Where we want to go")
    key = _("0 = I cannot yet, 10 = I can with ease") if scaled else ""
    head: Flowable = Headed(edition, title, "head", key) if key else edition.words(title, "head")
    blocks = _goal_blocks(goals, record, edition)
    flow: list[Flowable] = [Stack([head, edition.gap(7), blocks[0]])] if _is_short(blocks[0]) else [head, blocks[0]]
    for block in blocks[1:]:
        flow += [edition.gap(16, 4), block]
    return [*flow, edition.gap(16, 18)]


def _is_short(block: Flowable) -> bool:
    return height_of([block], LIVE_WIDTH) <= _TALLEST_ROW


def _goal_blocks(goals: tuple[Goal, ...], record: PlanPaper, edition: Edition) -> list[Flowable]:
    """Up to three goals beside each other, four as two and two; one below the other where they need the width."""
    if len(goals) > 1 and not edition.large:
        for across in (len(goals), 2) if len(goals) <= 3 else (2,):
            width = span(6 // across)
            rows = [goals[start : start + across] for start in range(0, len(goals), across)]
            blocks = [_goal_row(row, record, edition, width) for row in rows]
            fits = across == 2 or _titles_fit(goals, edition, width)
            if fits and all(_is_short(block) for block in blocks):
                return blocks
    return [block for goal in goals for block in _wide_goal(goal, record, edition)]


def _titles_fit(goals: tuple[Goal, ...], edition: Edition, width: float) -> bool:
    most = _MOST_TITLE_LINES * edition.styles["strong"].leading + 4
    return all(Quote(edition, goal.said.words, "strong").wrap(width, 1e6)[1] <= most for goal in goals if goal.said)


def _goal_row(goals: tuple[Goal, ...], record: PlanPaper, edition: Edition, width: float) -> Flowable:
    gaps = (4.0, 5.0, 5.0, 5.0, 0.0)
    return Rows([_goal_parts(goal, record, edition) for goal in goals], width, GUTTER, gaps)


def _wide_goal(goal: Goal, record: PlanPaper, edition: Edition) -> list[Flowable]:
    """One goal over the whole width: its words at the left, its line at the right; in large print all in one."""
    title, activity, line, day, understood = _goal_parts(goal, record, edition)
    words, scale = [title, activity, understood], [line, edition.gap(4) if line and day else None, day]
    if edition.large:
        words, scale = [title, activity, line, day, understood], []
    said = [piece for part in words if part is not None for piece in (part, edition.gap(4))]
    shown = [part for part in scale if part is not None]
    block = Columns([said, shown], [span(3)] * 2, GUTTER) if shown else Stack(said)
    if _is_short(block):
        return [block]
    return [*said, *shown]


def _goal_parts(goal: Goal, record: PlanPaper, edition: Edition) -> tuple[Flowable | None, ...]:
    """The parts of one goal in reading order; None where there is nothing to say."""
    title = Quote(edition, goal.said.words, "strong") if goal.said else edition.words(goal.title, "strong")
    rated = goal.now is not None or goal.hoped is not None
    words, understood = goal.professional.strip(), None
    if words and (goal.said or goal.activity):
        label = _("{name} understands:").format(name=record.therapist or _("Therapist"))
        understood = edition.told(label, words, "small", ink="quiet")
    return (
        title if goal.title.strip() else None,
        edition.words(goal.activity) if goal.activity.strip() and goal.activity != goal.title else None,
        NowHoped(edition, goal.now, goal.hoped) if rated else None,
        edition.words(_("by {day}").format(day=record.day_words(goal.by)), "small") if goal.by is not None else None,
        understood,
    )


def _deal(record: PlanPaper, edition: Edition) -> list[Flowable]:
    written = [step for step in record.version.content.commitments if step.what.strip() or step.how.strip()]
    mine = [step for step in written if step.whose is Whose.THERAPIST]
    yours = [step for step in written if step.whose is not Whose.THERAPIST]
    if not written:
        return []
    heads = edition.words(_("I will"), "head"), edition.words(_("You will"), "head_client")
    if edition.large or not (mine and yours):
        flow: list[Flowable] = []
        for head, steps in ((heads[1], yours), (heads[0], mine)):
            for place, step in enumerate(steps):
                one = _step(record, step, edition)
                flow += [
                    Stack([head, edition.gap(4), one]) if not place else one,
                    edition.gap(6 if place + 1 < len(steps) else 16),
                ]
        return flow
    cells = []
    for head, steps in zip(heads, (mine, yours), strict=True):
        cell: list[Flowable] = [Stack([head, edition.gap(4), _step(record, steps[0], edition)])]
        for step in steps[1:]:
            cell += [edition.gap(6), _step(record, step, edition)]
        cells.append(cell)

    def again() -> list[list[Flowable]]:
        # Overleaf, too, the heading says whose list it is.
        names = ((_("I will"), "head"), (_("You will"), "head_client"))
        return [[edition.words(words, style), edition.gap(4)] for words, style in names]

    return [Columns(cells, [span(3)] * 2, GUTTER, again), edition.gap(15, 18)]


def _step(record: PlanPaper, step: Commitment, edition: Edition) -> Flowable:
    lines = [edition.words(step.what.strip() or step.how.strip(), "strong")]
    how = step.how.strip() if step.what.strip() else ""
    due = _("by {day}").format(day=record.day_words(step.due)) if step.due is not None else ""
    told = _("{how}, {due}").format(how=how.rstrip("."), due=due) if how and due else how or due
    if told:
        lines.append(edition.words(_begun(told)))
    return Ticked(edition, lines, step.uid in record.done)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _visits(agreement: Agreement, edition: Edition) -> list[Flowable]:
    told = [counted("{n} visit", "{n} visits", agreement.visits)] if agreement.visits is not None else []
    if agreement.rhythm.strip():
        told.append(agreement.rhythm.strip())
    visits = [", ".join(told)] if told else []
    if agreement.minutes is not None:
        visits.append(counted("{n} minute each", "{n} minutes each", agreement.minutes))
    parts = [
        (_("Visits"), visits),
        (_("We work on"), [agreement.areas_yes.strip()]),
        (_("We do not work on"), [agreement.areas_no.strip()]),
    ]
    cells: list[list[Flowable]] = [
        [edition.words(label, "quiet"), *[edition.words(_begun(line)) for line in lines]]
        for label, lines in parts
        if any(lines)
    ]
    if not cells:
        return []
    head = [edition.words(_("What we agreed"), "head"), edition.gap(4)]
    if edition.large:
        rest = [piece for cell in cells for piece in (*cell, edition.gap(5))]
        return [Stack([*head, *rest]), edition.gap(11)]
    columns = Columns(cells, [span(2)] * len(cells), GUTTER)
    return [Stack([Rule(edition), edition.gap(9), *head, columns])]
