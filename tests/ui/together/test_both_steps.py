"""What we agree and in your words: each shows and changes its own part, in every size."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.plan import (
    Commitment,
    PlanContent,
    Reservation,
)
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.ui.together.agree_step import AgreeStep
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.together.words_step import WordsStep
from tests.ui.test_every_window import cut_off
from tests.ui.together.stage import BOTH, FULL


@pytest.fixture(params=["agree", "words"])
def step(request: pytest.FixtureRequest) -> Step:
    found: Step = request.getfixturevalue(request.param)
    return found


def test_a_step_shows_what_is_there_and_gives_it_back_unchanged(step: Step) -> None:
    step.show_content(FULL)
    assert step.put_into(FULL) == FULL


def test_a_step_changes_nothing_but_its_own_part(step: Step) -> None:
    step.show_content(FULL)
    given = step.put_into(PlanContent())
    for field in fields(PlanContent):
        expected = FULL if field.name in step.parts else PlanContent()
        assert getattr(given, field.name) == getattr(expected, field.name), field.name


def test_nothing_of_one_plan_stays_in_the_next(step: Step) -> None:
    step.show_content(FULL)
    step.show_content(PlanContent())
    assert step.put_into(PlanContent()) == PlanContent()


@pytest.mark.parametrize("content", [FULL, PlanContent()])
@pytest.mark.parametrize(("percent", "width"), [(130, 1152), (130, 896), (200, 1152)])
def test_nothing_is_cut_off_in_large_letters(
    look: Callable[[int], None], step: Step, qtbot: QtBot, content: PlanContent, percent: int, width: int
) -> None:
    look(percent)
    step.show_content(content)
    step.window().resize(width, 560)
    qtbot.wait(60)
    assert list(cut_off(step.window())) == []


def test_every_word_is_large_and_every_target_is_for_a_finger(step: Step, qtbot: QtBot) -> None:
    step.show_content(FULL)
    qtbot.wait(60)
    said = [label for label in step.findChildren(QLabel) if label.isVisible() and label.text()]
    assert said
    assert min(label.fontInfo().pixelSize() for label in said) >= 18
    touched = [stop for stop in step.stops if stop.isVisible()]
    assert [stop.objectName() for stop in touched if min(stop.width(), stop.height()) < 44] == []


def test_what_is_missing_is_where_the_cursor_goes(agree: AgreeStep, words: WordsStep) -> None:
    agree.show_content(replace(BOTH, commitments=(*BOTH.commitments, Commitment("x", Whose.CLIENT, "", "daily"))))
    agree.window().activateWindow()
    agree.go_to("commitments")
    assert agree.window().focusWidget().objectName() == "client_2_what_edit"
    words.show_content(replace(BOTH, reservations=(Reservation("x", Said(), "We will see"),)))
    words.go_to("reservations")
    assert words.window().focusWidget().objectName() == "reservation_1_said_edit"
