"""Steps say where they stand, in a picture and in words."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui.widgets.step_list import StepList, StepState
from alliance_desktop.ui.widgets.words import Words

Dress = Callable[[Theme, int], None]
STEPS = ("Encrypted and written to the drive", "Read back from the drive, every byte the same", "Counted")


@pytest.fixture
def steps(qtbot: QtBot, dress: Dress) -> StepList:
    made = StepList("backup_steps", "How we know", STEPS)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def _spoken(steps: StepList, place: int) -> str:
    row = steps.findChild(QWidget, f"backup_steps_{place}")
    assert row is not None
    return row.accessibleName()


def test_a_step_begins_as_one_to_come(steps: StepList) -> None:
    assert [steps.state(n) for n in range(3)] == [StepState.WAITING] * 3
    assert _spoken(steps, 3) == "Counted: to come"


def test_what_is_known_about_a_step_is_told_beside_it(steps: StepList) -> None:
    steps.mark(0, StepState.DONE, "18:42:10 · 86 MB")
    steps.mark(1, StepState.DOING)

    assert _spoken(steps, 1) == "Encrypted and written to the drive: done, 18:42:10 · 86 MB"
    assert _spoken(steps, 2) == "Read back from the drive, every byte the same: now"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_reason_wraps_and_is_never_cut_off(steps: StepList, dress: Dress, qtbot: QtBot, percent: int) -> None:
    dress(Theme.DARK, percent)

    steps.mark(2, StepState.FAILED, "Three notes are missing on the drive. The practice itself is whole.")

    steps.resize(420, steps.heightForWidth(420))
    told = next(words for words in steps.findChildren(Words) if words.text().startswith("Three"))
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))
    assert steps.minimumSizeHint().width() <= 420
    assert steps.rect().contains(told.mapTo(steps, told.rect().bottomRight()))


def test_new_steps_take_the_place_of_the_old(steps: StepList) -> None:
    steps.mark(0, StepState.DONE)

    steps.show_steps(["Opened with your password"])

    assert steps.state(0) is StepState.WAITING
    with pytest.raises(IndexError):
        steps.state(1)
