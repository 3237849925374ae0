"""The first four steps of the talk: each shows its part of a plan, changes nothing else, and needs no mouse."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.plan import Agreement, Choice, Goal, PlanContent, Way
from alliance_desktop.domain.voice import Said, Voice, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui import theme
from alliance_desktop.ui.plan_parts.goal_editor import GoalEditor
from alliance_desktop.ui.plan_parts.goal_source import GoalSource, sentences
from alliance_desktop.ui.together.goal_step import GoalStep
from alliance_desktop.ui.together.matters_step import MattersStep
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.together.ways_step import WaysStep
from alliance_desktop.ui.together.where_step import WhereStep
from alliance_desktop.ui.widgets.scroll import ScrollColumn

TODAY = date(2026, 5, 19)
MATTERS = Said("I want my garden back", date(2026, 5, 2), "v1")
LADDER = ("", "", "An hour", "", "")
SHOULDER = body_mark.on_region("m", Whose.CLIENT, MarkKind.ACHE, body.view("front").regions[3])
WHOLE = PlanContent(
    what_matters=MATTERS,
    strengths=Said("A warm shower", None, "v2"),
    reflection="You want an hour of weeding",
    understood=True,
    marks=(SHOULDER,),
    goals=(Goal("g", Said("Weed for an hour"), "Kneeling", "Weeding", 3, 8, TODAY, LADDER, -1, 3, 0, MATTERS),),
    ways=(Way("w", "Slow and steady", "Time to see what lasts", "Slower", "6 visits"), Way("x", "Wait and see")),
    choice=Choice("w", Said("I need to trust it first"), Said("No cracking")),
    agreement=Agreement(6),
)
PARTS: dict[type[Step], tuple[str, ...]] = {
    MattersStep: ("what_matters", "strengths", "reflection", "understood", "understanding"),
    WhereStep: ("marks",),
    GoalStep: ("goals",),
    WaysStep: ("ways", "choice"),
}


def made(kind: type[Step]) -> Step:
    if kind is GoalStep:
        return GoalStep("Maria", "Ana", lambda: TODAY, lambda: (MATTERS,), lambda *_what: ())
    if kind is WaysStep:
        return WaysStep("Maria", lambda *_what: ())
    return MattersStep("Maria", "Ana") if kind is MattersStep else WhereStep("Maria", "Ana")


@pytest.fixture
def shown(practice: PracticeFolder, qtbot: QtBot, qapp: QApplication) -> Iterator[ScrollColumn]:
    """Where a step stands, in front."""
    theme.apply(qapp, Theme.LIGHT, 130)
    area = ScrollColumn()
    area.setObjectName("talk")
    area.resize(1150, 520)
    area.show()
    qtbot.addWidget(area)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    yield area
    theme.apply(qapp, Theme.LIGHT)


def put(area: ScrollColumn, step: Step, content: PlanContent = PlanContent()) -> None:  # noqa: B008  # frozen
    area.column.addWidget(step)
    step.show_content(content)
    step.fit_height(490)
    QApplication.processEvents()
    step.take_focus()
    QApplication.processEvents()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab_to(name: str) -> None:
    for _stop in range(60):
        if focus().objectName() == name:
            return
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


@pytest.mark.parametrize("kind", PARTS)
def test_a_step_shows_its_part_and_leaves_the_rest_alone(shown: ScrollColumn, kind: type[Step]) -> None:
    step = made(kind)
    put(shown, step, WHOLE)
    other = PlanContent(teach_back=Said("We go slowly"), agreement=Agreement(4), understanding="A guarded shoulder")

    told = step.put_into(other)

    for part in PARTS[kind]:
        assert getattr(told, part) == getattr(WHOLE, part), part
    nothing = {part: getattr(PlanContent(), part) for part in PARTS[kind]}
    assert replace(told, **nothing) == replace(other, **nothing)
    assert step.is_done(WHOLE)
    assert not step.is_done(PlanContent())


def test_not_quite_understood_puts_the_cursor_into_what_was_said_back(shown: ScrollColumn) -> None:
    step = MattersStep("Maria", "Ana")
    put(shown, step, replace(WHOLE, understood=None))
    tab_to("understood_2_button")
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert focus() is step.reflection_edit.text_edit
    assert step.put_into(WHOLE).understood is False
    QTest.keyClicks(focus(), " and kneeling")
    # Other words are another question.
    assert step.put_into(WHOLE).understood is None


def test_what_matters_has_the_room_that_is_there(shown: ScrollColumn) -> None:
    step = MattersStep("Maria", "Ana")
    put(shown, step)
    high = step.matters_edit.text_edit.height()
    step.fit_height(300)
    assert step.matters_edit.text_edit.height() < high


def test_both_mark_and_say_something_of_it_by_keyboard_alone(shown: ScrollColumn) -> None:
    step = WhereStep("Maria", "Ana")
    put(shown, step)
    tab_to("body_chart_figure")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(focus(), Qt.Key.Key_6)
    tab_to("body_chart_client_note_edit")
    QTest.keyClicks(focus(), "worse at night")
    QTest.keyClick(focus(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    chart = step.body_editor.chart
    assert chart is not None
    chart.whose_choice.segments[0].setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    tab_to("body_chart_figure")
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    tab_to("body_chart_therapist_note_edit")
    QTest.keyClicks(focus(), "holds")
    told = [(mark.whose, mark.strength, mark.note) for mark in step.put_into(PlanContent()).marks]
    assert told == [(Whose.CLIENT, 6, "worse at night"), (Whose.THERAPIST, None, "holds")]


def source_of(step: GoalStep) -> GoalSource:
    editor = step.goals.editors[0]
    assert isinstance(editor, GoalEditor)
    return editor.source


def test_a_goal_points_to_what_the_client_said_and_shows_it(shown: ScrollColumn) -> None:
    step = GoalStep("Maria", "Ana", lambda: TODAY, lambda: (MATTERS,), lambda *_what: ())
    put(shown, step)
    QTest.keyClicks(focus(), "Weed for an hour")
    tab_to("goal_1_source_button")
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert focus().objectName() == "goal_1_source_1_button"
    QTest.keyClick(focus(), Qt.Key.Key_Space)

    (goal,) = step.put_into(PlanContent()).goals
    assert goal.source == MATTERS
    block = source_of(step).block
    assert block.isVisible()
    assert block.accessibleName() == "Maria said: I want my garden back (said 2 May)"
    assert block.text() == "“I want my garden back”"

    tab_to("goal_1_source_remove_button")
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert step.put_into(PlanContent()).goals[0].source == Said()
    assert not block.isVisible()


def test_nothing_is_offered_while_nothing_was_said(shown: ScrollColumn) -> None:
    step = GoalStep("Maria", "Ana", lambda: TODAY, lambda: (), lambda *_what: ())
    put(shown, step)
    assert not source_of(step).choose_button.isVisible()


def test_a_goal_is_offered_the_newest_of_what_matters_and_helps_each_once() -> None:
    voices = [
        Voice("v0", 1, Whose.CLIENT, "My back", TODAY, "what_matters"),
        Voice("v1", 1, Whose.CLIENT, MATTERS.words, TODAY, "what_matters"),
        Voice("v3", 1, Whose.CLIENT, "Will it last?", TODAY, "reservation"),
    ]
    typed = PlanContent(MATTERS, strengths=Said("A warm shower"))
    assert [said.words for said in sentences(typed, voices)] == [MATTERS.words, "A warm shower", "My back"]
    assert sentences(typed, voices)[0] == MATTERS


def test_a_way_is_chosen_and_taken_back_by_keyboard(shown: ScrollColumn) -> None:
    step = WaysStep("Maria", lambda *_what: ())
    put(shown, step, replace(WHOLE, choice=Choice()))
    assert step.said(WHOLE) == "Maria chose: Slow and steady."
    tab_to("way_2_card")
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert step.put_into(PlanContent()).choice.way == "x"
    assert [card.isChecked() for card in step.cards.cards] == [False, True]
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert step.put_into(PlanContent()).choice.way == ""


def test_one_way_alone_is_said_quietly_to_be_no_choice(shown: ScrollColumn) -> None:
    step = WaysStep("Maria", lambda *_what: ())
    put(shown, step)
    assert not step.one_way.isVisible()
    step.starter_buttons[0].click()
    assert step.one_way.text().startswith("Two to four ways give a choice")
    assert step.one_way.isVisible()
    step.write_button.click()
    assert step.editor.one_way.isVisible()
    step.editor.starters[1].click()
    assert not step.editor.one_way.isVisible()
    step.done_button.click()
    assert not step.one_way.isVisible()


def test_there_are_four_ways_at_most_however_they_come(shown: ScrollColumn) -> None:
    step = WaysStep("Maria", lambda *_what: ("Slow and steady", "Twice a week", "In the water", "With a friend"))
    put(shown, step, WHOLE)
    assert [button.text() for button in step.picks_row.buttons] == ["Twice a week", "In the water", "With a friend"]
    step.picks_row.buttons[0].click()
    ended: list[bool] = []
    step.settled.connect(lambda: ended.append(True))
    step.picks_row.buttons[0].click()
    assert ended == [True]
    assert len(step.put_into(PlanContent()).ways) == 4
    assert not step.picks_row.isVisible()
    assert not any(button.isVisible() for button in step.starter_buttons)
    step.write_button.click()
    assert not step.editor.offers.isVisible()


def test_a_way_that_was_removed_comes_back_while_the_cards_are_shown(shown: ScrollColumn) -> None:
    step = WaysStep("Maria", lambda *_what: ())
    put(shown, step, WHOLE)
    offered: list[Callable[[], object]] = []
    step.removed.connect(lambda _told, undo: offered.append(undo))
    step.write_button.click()
    editor = step.editor.list.editors[1]
    editor.removed.emit(editor.line().uid)
    step.done_button.click()
    assert [card.way.what for card in step.cards.cards] == ["Slow and steady"]
    offered[0]()
    assert [card.way.what for card in step.cards.cards] == ["Slow and steady", "Wait and see"]
    assert len(step.put_into(PlanContent()).ways) == 2
