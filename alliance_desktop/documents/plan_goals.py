"""The goals on paper: each with its ladder or its line from 0 to 10, up to three beside each other.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Air, Columns, Rows, Stack, height_of
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.ladder import Ladder, LadderKey, has_ladder
from alliance_desktop.documents.marks import Headed
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.text_runs import width_of
from alliance_desktop.documents.zero_to_ten import NowHoped
from alliance_desktop.domain.plan import Goal
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.words import _

# In narrow columns a goal's title of more lines than this reads badly; so does a step of the ladder.
_MOST_TITLE_LINES = 3
_MOST_STEP_LINES = {3: 2, 2: 4}
_TALLEST_ROW = 400.0


def pieces(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """The goals in reading order under their heading, which says how to read them; nothing where there are none."""
    goals = tuple(goal for goal in record.content.goals if _says_something(goal))
    if not goals:
        return []
    head, blocks = _head(goals, edition), _goal_blocks(goals, record, edition)
    (first, *more), *others = blocks
    flow: list[Flowable] = [Stack([*head, edition.gap(7), first]), *more]
    for block in others:
        flow += [edition.gap(16, 4), *block]
    return [*flow, edition.gap(16, 18)]


def _head(goals: tuple[Goal, ...], edition: Edition) -> list[Flowable]:
    """The heading with the key of what is drawn: the ladder's glyphs, the ends of the line from 0 to 10."""
    title = _("Where we want to go")
    scaled = any(_rated(goal) and not has_ladder(goal) for goal in goals)
    numbers = _("0 = I cannot yet, 10 = I can with ease") if scaled else ""
    words = edition.words(title, "head")
    if not any(has_ladder(goal) for goal in goals):
        return [Headed(edition, title, "head", numbers) if numbers else words]
    below: list[Flowable] = [edition.words(numbers, "quiet")] if numbers else []
    made, key = edition.styles["head"], LadderKey(edition, from_right=not edition.large)
    used = width_of(title, made.fontName, made.fontSize) + 18
    if edition.large or used + key.natural > LIVE_WIDTH:
        return [words, edition.gap(3), LadderKey(edition, from_right=False), *below]
    drop = Air(made.fontSize - edition.styles["quiet"].fontSize)
    return [Columns([[words], [drop, key]], [used, LIVE_WIDTH - used], 0), *below]


def _says_something(goal: Goal) -> bool:
    return bool(goal.title.strip()) or _rated(goal) or any(goal.ladder)


def _rated(goal: Goal) -> bool:
    return goal.now is not None or goal.hoped is not None


def _is_short(block: Flowable) -> bool:
    return height_of([block], LIVE_WIDTH) <= _TALLEST_ROW


def _goal_blocks(goals: tuple[Goal, ...], record: PlanPaper, edition: Edition) -> list[list[Flowable]]:
    """Up to three goals beside each other, four as two and two; one below the other where they need the width."""
    if len(goals) > 1 and not edition.large:
        for across in (len(goals), 2) if len(goals) <= 3 else (2,):
            width = span(6 // across)
            rows = [goals[start : start + across] for start in range(0, len(goals), across)]
            blocks = [_goal_row(row, record, edition, width) for row in rows]
            fits = (across == 2 or _titles_fit(goals, edition, width)) and _steps_fit(goals, edition, across)
            if fits and all(_is_short(block) for block in blocks):
                return [[block] for block in blocks]
    return [_wide_goal(goal, record, edition) for goal in goals]


def _titles_fit(goals: tuple[Goal, ...], edition: Edition, width: float) -> bool:
    most = _MOST_TITLE_LINES * edition.styles["strong"].leading + 4
    return all(Quote(edition, goal.said.words, "strong").wrap(width, 1e6)[1] <= most for goal in goals if goal.said)


def _steps_fit(goals: tuple[Goal, ...], edition: Edition, across: int) -> bool:
    most = _MOST_STEP_LINES[across] * edition.styles["small"].leading + 0.01
    ladders = [Ladder(edition, goal) for goal in goals if has_ladder(goal)]
    return all(max(ladder.tallest(span(6 // across))) <= most for ladder in ladders)


def _goal_row(goals: tuple[Goal, ...], record: PlanPaper, edition: Edition, width: float) -> Flowable:
    gaps = (4.0, 5.0, 5.0, 5.0, 0.0)
    cells = [_goal_parts(goal, record, edition) for goal in goals]
    if any(cell[1] is None for cell in cells):
        # An activity that not all have sits with its title, so that the others keep theirs right above what is drawn.
        cells = [(_above(edition, *cell[:2]), None, *cell[2:]) for cell in cells]
    ladders = [part for cell in cells for part in cell if isinstance(part, Ladder)]
    heights = [max(row) for row in zip(*(ladder.tallest(width) for ladder in ladders), strict=True)]
    for ladder in ladders:
        ladder.line_up(heights)
    return Rows(cells, width, GUTTER, gaps)


def _above(edition: Edition, title: Flowable | None, activity: Flowable | None) -> Flowable | None:
    both = [part for part in (title, activity) if part is not None]
    return Stack([both[0], edition.gap(4), both[1]]) if len(both) == 2 else both[0] if both else None


def _wide_goal(goal: Goal, record: PlanPaper, edition: Edition) -> list[Flowable]:
    """One goal over the whole width: its words at the left, its line at the right; in large print all in one."""
    title, activity, line, note, understood = _goal_parts(goal, record, edition)
    words, scale = [title, activity, understood], [line, edition.gap(4) if line and note else None, note]
    if edition.large:
        words, scale = [title, activity, line, note], []
    said = [piece for part in words if part is not None for piece in (part, edition.gap(4))]
    shown = [part for part in scale if part is not None]
    block = Columns([said, shown], [span(3)] * 2, GUTTER) if said and shown else Stack([*said, *shown])
    if _is_short(block):
        # In large print the therapist's words may go overleaf: a page is not left half empty for them.
        below = [understood] if edition.large and understood is not None else []
        return [Stack([block]), *below]
    parts = [part for part in (title, activity, line, note, understood) if part is not None]
    return [Stack([parts[0]]), *(piece for part in parts[1:] for piece in (edition.gap(4), part))]


def _goal_parts(goal: Goal, record: PlanPaper, edition: Edition) -> tuple[Flowable | None, ...]:
    """The parts of one goal in reading order; None where there is nothing to say."""
    title = Quote(edition, goal.said.words, "strong") if goal.said else edition.words(goal.title, "strong")
    words, understood = goal.professional.strip(), None
    if words and (goal.said or goal.activity):
        label = _("{name} understands:").format(name=record.therapist or _("Therapist"))
        understood = edition.told(label, words, "small", ink="quiet")
    drawn: Flowable | None = None
    if has_ladder(goal):
        drawn = Ladder(edition, goal)
    elif _rated(goal):
        drawn = NowHoped(edition, goal.now, goal.hoped)
    note = _note(goal, record)
    return (
        title if goal.title.strip() else None,
        edition.words(goal.activity) if goal.activity.strip() and goal.activity != goal.title else None,
        drawn,
        edition.words(note, "small") if note else None,
        understood,
    )


def _note(goal: Goal, record: PlanPaper) -> str:
    """By when, and beside a ladder the numbers that no line shows."""
    told = []
    if has_ladder(goal) and goal.now is not None and goal.hoped is not None:
        told.append(_("now {now}, hoped {hoped} of 10").format(now=goal.now, hoped=goal.hoped))
    elif has_ladder(goal) and goal.now is not None:
        told.append(_("now {n} of 10").format(n=goal.now))
    elif has_ladder(goal) and goal.hoped is not None:
        told.append(_("hoped {n} of 10").format(n=goal.hoped))
    if goal.by is not None:
        told.append(_("by {day}").format(day=record.day_words(goal.by)))
    return ", ".join(told)
