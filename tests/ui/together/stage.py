"""Where the last three steps of the talk stand: a window, a full plan, and what a keyboard does there."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.comfort import ComfortItem, ComfortKind
from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    Goal,
    PlanContent,
    Reservation,
    Signs,
)
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.widgets.scroll import ScrollColumn

S = TypeVar("S", bound=Step)
# Nobody else holds the windows that the steps stand in.
held: list[QWidget] = []
TODAY = date(2026, 5, 19)
STROKES: Strokes = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.6)),)
COMFORT = (
    ComfortItem(ComfortKind.PRESSURE, "like a firm handshake", Whose.CLIENT, TODAY),
    ComfortItem(ComfortKind.AREAS_NO, "feet", Whose.CLIENT, TODAY),
    ComfortItem(ComfortKind.STOP_WORD, "Pause", Whose.CLIENT, TODAY),
)
FULL = PlanContent(
    Said("I want to garden again."),
    (Goal("g", Said("An hour in the garden"), "", "Kneeling", 3, 8),),
    Agreement(6, "every two weeks", 60, "neck", "calves", "medium", "Pause"),
    (
        Commitment("a", Whose.THERAPIST, "Work slowly", confidence=9),
        Commitment("b", Whose.CLIENT, "Door-frame stretch", "daily", date(2026, 7, 1), "it pulls", 6),
        Commitment("c", Whose.THERAPIST, "Bring the sheet"),
    ),
    (Reservation("r", Said("Will I keep it up?"), "Two mornings are enough"), Reservation("s", Said("I bruise"))),
    True,
    date(2026, 8, 1),
    Said("A hot bath"),
    "The shoulder is on guard",
    signs=Signs("You kneel", "Nothing after three visits", "It hurts for days", "Your arm goes numb"),
    teach_back=Said("We go slowly"),
    guardian="Karl Feldner",
)
BOTH = replace(FULL, guardian="")


def shown(step: S, qtbot: QtBot) -> S:
    area = ScrollColumn()
    area.setProperty("room", "client")
    area.column.addWidget(step)
    area.column.addStretch(1)
    qtbot.addWidget(area)
    area.resize(1152, 560)
    held.append(area)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is area)
    return step


def focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(key: Qt.Key) -> None:
    QTest.keyClick(focus(), key)


def tab_to(name: str) -> None:
    for _stop in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def typed(name: str, words: str) -> None:
    tab_to(name)
    QTest.keyClicks(focus(), words)
