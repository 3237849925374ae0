"""For today the brief says what was planned last time, and the nearest step towards the first goal."""

from datetime import UTC, date, datetime

import pytest

from alliance_desktop.domain.brief import Brief
from alliance_desktop.domain.client import Client, ClientDraft
from alliance_desktop.domain.health import Caution, Safety
from alliance_desktop.domain.plan import Goal, PlanState
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Session
from alliance_desktop.domain.voice import Said

MOMENT = datetime(2026, 5, 4, 10, tzinfo=UTC)
LADDER = ("Ten minutes", "Half an hour", "An hour", "  ", "A whole day")


def brief(last: Session | None = None, goal: Goal | None = None, state: PlanState | None = None) -> Brief:
    client = Client(1, "", ClientDraft("Maria Feldner"), MOMENT)
    goals = (goal,) if goal is not None else ()
    return Brief(client, 0, Said(), Safety(Caution.NONE, ()), (), last, (), (), goals, state, None, None, ())


def noted(words: str) -> Session:
    return Session(1, "", 1, 1, NoteDraft(date(2026, 5, 4), fields=(NoteField(NoteKey.NEXT, words),)), MOMENT, MOMENT)


def test_what_was_planned_is_one_line_of_the_last_note_without_its_marks() -> None:
    assert brief(noted("**Neck** again,\nthen the arms")).planned == "Neck again, then the arms"
    assert brief(noted(" ")).planned == brief().planned == ""


@pytest.mark.parametrize(
    ("step", "nearest"), [(-2, "Half an hour"), (-1, "An hour"), (0, "A whole day"), (2, ""), (None, "")]
)
def test_the_nearest_step_lies_above_todays_and_says_something(step: int | None, nearest: str) -> None:
    assert brief(goal=Goal("g", ladder=LADDER, step=step), state=PlanState.AGREED).next_step == nearest


def test_without_a_ladder_or_a_running_plan_there_is_no_next_step() -> None:
    assert brief().next_step == ""
    assert brief(goal=Goal("g", step=0), state=PlanState.AGREED).next_step == ""
    assert brief(goal=Goal("g", ladder=LADDER, step=0), state=PlanState.ENDED).next_step == ""
