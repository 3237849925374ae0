"""Every window can be used by ear, by keyboard alone and in large letters: names, order, room."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.services import vault
from alliance_desktop.storage import keys
from alliance_desktop.ui import language, theme
from alliance_desktop.ui.widgets.nav import NavButton
from alliance_desktop.words import LANGUAGES, SOURCE
from tests.ui.every_window import NAMES, EveryWindow
from tests.ui.window_walk import pause

ROLES: list[tuple[type[QWidget], set[QAccessible.Role]]] = [
    (QCheckBox, {QAccessible.Role.CheckBox}),
    (QRadioButton, {QAccessible.Role.RadioButton}),
    (
        QAbstractButton,
        {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.PageTab},
    ),
    (QComboBox, {QAccessible.Role.ComboBox}),
    (QLineEdit, {QAccessible.Role.EditableText}),
    (QPlainTextEdit, {QAccessible.Role.EditableText}),
]


@pytest.fixture(scope="module", autouse=True)
def quick_keys() -> Iterator[None]:
    """The key of a new practice in milliseconds: nothing here is about its strength."""
    usual = vault.COST
    vault.COST = keys.CHEAP
    yield
    vault.COST = usual


@pytest.fixture(scope="module")
def every(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EveryWindow]:
    """Every window of a sample practice, one after the other."""
    theme.apply(qapp, Theme.LIGHT)
    shown = EveryWindow(tmp_path_factory.mktemp("windows"))
    yield shown
    shown.close()
    theme.apply(qapp, Theme.LIGHT)


def stops(top: QWidget) -> list[QWidget]:
    """Whatever of a window can have the keyboard."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisibleTo(top)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollArea)
    ]


def spoken(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        # Here Qt says what is chosen; what it is for is told by its label.
        return widget.accessibleName().replace("&", "").strip()
    told = QAccessible.queryAccessibleInterface(widget)
    return str(told.text(QAccessible.Text.Name)).replace("&", "").strip()


def place(widget: QWidget, top: QWidget) -> QRect:
    return QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())


def scrolls_in(widget: QWidget) -> QScrollArea | None:
    """What the widget is scrolled by in its own window."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = None if above.isWindow() else above.parentWidget()
    return above


def places(one: QWidget, other: QWidget, top: QWidget) -> tuple[QRect, QRect]:
    """Where two widgets are; what is scrolled away beside a thing that stays lies at the edge it went over."""
    if scrolls_in(one) is scrolls_in(other):
        return place(one, top), place(other, top)
    return at_the_edge(one, top), at_the_edge(other, top)


def at_the_edge(widget: QWidget, top: QWidget) -> QRect:
    where, area = place(widget, top), scrolls_in(widget)
    if area is not None:
        seen = place(area.viewport(), top)
        where.moveTop(min(max(where.top(), seen.top()), max(seen.top(), seen.bottom() - where.height())))
    return where


@pytest.mark.parametrize("name", NAMES)
def test_every_window_is_for_ear_keyboard_and_eye(every: EveryWindow, name: str) -> None:
    """All that is asked of a window in one look at it: bringing it on the screen is what takes time."""
    top = every.show(name).window()
    pause()
    cut = list(cut_off(top))
    found = stops(top)
    assert found
    assert nameless_or_in_a_wrong_role(found) == []
    walked = walk_by_tab(top)
    # What gives way while the cursor goes on, as words to tap do that belong to a field, is not waited for.
    stayed = set(stops(top))
    wanted = {widget.objectName() for widget in reached_by_tab(found) if widget in stayed}
    assert sorted(wanted - {widget.objectName() for widget in walked}) == []
    # The window's first stop may stand anywhere in the ring that was walked.
    assert len(turned := list(sent_back_up(walked, top))) <= 1, turned
    assert cut == []


def nameless_or_in_a_wrong_role(found: list[QWidget]) -> list[str]:
    """Whatever can have the keyboard and does not say by ear what it is."""
    wrong = [repr(w) for w in found if not w.objectName() or w.objectName().startswith("qt_")]
    wrong += ill_named(found)
    for widget in found:
        roles = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
        if roles is not None and QAccessible.queryAccessibleInterface(widget).role() not in roles:
            wrong.append(f"{widget.objectName()} says it is something else")
    return wrong


def reached_by_tab(found: list[QWidget]) -> list[QWidget]:
    return [widget for widget in found if not in_a_group_behind_another(widget)]


def walk_by_tab(top: QWidget) -> list[QWidget]:
    """What has the keyboard one after the other, until Tab is back at its first stop."""
    began = reached_by_tab(stops(top))[0]
    began.setFocus()
    walked = [began]
    for _step in range(4 * len(stops(top)) + 8):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is began or not top.isAncestorOf(now):
            break
        assert now not in walked, "the way of Tab does not close"
        walked.append(now)
    return walked


def sent_back_up(walked: list[QWidget], top: QWidget) -> Iterator[str]:
    """In one column nobody is sent back up but from the last stop to the first."""
    first = top.nextInFocusChain()
    for before, after in pairwise(walked):
        upper, lower = places(after, before, top)
        same_column = upper.left() < lower.right() and lower.left() < upper.right()
        if same_column and upper.bottom() <= lower.top() and after is not first:
            yield f"{before.objectName()} → {after.objectName()}"


def in_a_group_behind_another(widget: QWidget) -> bool:
    """True for a choice that is reached with the arrows from the chosen one of its group."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        return group.checkedButton() is not widget
    return isinstance(widget, QRadioButton) and not widget.isChecked()


def ill_named(found: list[QWidget]) -> Iterator[str]:
    """What cannot be told from the others by ear: without a name, or with that of another."""
    names = [spoken(widget) for widget in found]
    for widget, name in zip(found, names, strict=True):
        if not name:
            yield f"{widget.objectName() or widget!r} has no name"
        elif names.count(name) > 1:
            yield f"{widget.objectName()} is not the only {name!r}"


@contextmanager
def looking(every: EveryWindow, application: QApplication, look: Settings) -> Iterator[None]:
    """Every window made anew in another look, and as it was again afterwards."""
    usual = every.look
    wear(every, application, look)
    try:
        yield
    finally:
        # First of all: what goes wrong in closing the windows shall not let later tests speak otherwise.
        language.speak(application, usual.language)
        wear(every, application, usual)


def wear(every: EveryWindow, application: QApplication, look: Settings) -> None:
    every.close()
    language.speak(application, look.language)
    theme.apply(application, look.theme, look.text_percent)
    # The window that a client is given dresses itself, by what the practice has set.
    every.look = look


@pytest.mark.parametrize(("percent", "width", "height"), [(100, 1024, 640), (200, 1280, 800)])
def test_nothing_is_cut_off(every: EveryWindow, qapp: QApplication, percent: int, width: int, height: int) -> None:
    cut: list[str] = []
    with looking(every, qapp, Settings(theme=Theme.LIGHT, text_percent=percent)):
        for name in NAMES:
            top = every.show(name, width, height).window()
            pause()
            cut += [f"{name}: {told}" for told in cut_off(top)]
    assert cut == []


@pytest.mark.parametrize("spoken_now", sorted(set(LANGUAGES) - {SOURCE}))
def test_in_longer_words_nothing_is_cut_off_and_every_name_is_its_own(
    qapp: QApplication, tmp_path: Path, spoken_now: str
) -> None:
    """One walk for both, in the smallest window: a walk takes a while. Its sample has seen no other walk."""
    width, height = 1024, 640
    every = EveryWindow(tmp_path)
    wrong: list[str] = []
    with looking(every, qapp, Settings(theme=Theme.LIGHT, language=spoken_now)):
        for name in NAMES:
            top = every.show(name, width, height).window()
            pause()
            wrong += [f"{name}: {told}" for told in (*cut_off(top), *ill_named(stops(top)))]
    assert wrong == []


def cut_off(top: QWidget) -> Iterator[str]:
    """Labels and buttons that have less room than their words need, and what stands over the window's edge."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or not widget.width() or not widget.height():
            continue
        if isinstance(widget, NavButton) and widget.width() < widget.words_width():
            yield f"{widget.text()!r} is {widget.width()} wide, needs {widget.words_width()}"
        held = widget.widget() if isinstance(widget, QScrollArea) else None
        if isinstance(widget, QScrollArea) and held is not None:
            inside, seen = held.width(), widget.viewport().width()
            if inside > seen + 1 and widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                yield f"{widget.objectName() or type(widget).__name__} shows {seen} of {inside}, and never sideways"
        if isinstance(widget, QLabel) and widget.text():
            # Some labels break their lines themselves.
            wraps = widget.hasHeightForWidth()
            needed = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
            if widget.height() + 1 < needed:
                yield f"{widget.objectName() or widget.text()[:40]!r} is {widget.height()} high, needs {needed}"
            if not wraps and widget.width() + 1 < widget.sizeHint().width():
                yield f"{widget.text()[:40]!r} is {widget.width()} wide, needs {widget.sizeHint().width()}"
        elif isinstance(widget, QAbstractButton) and widget.width() + 1 < widget.minimumSizeHint().width():
            needed = widget.minimumSizeHint().width()
            yield f"button {widget.text()!r} is {widget.width()} wide, needs {needed}"
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox):
            parent = widget.parentWidget()
            if parent is not None and not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
                yield f"{widget.objectName() or type(widget).__name__} stands over the edge of what holds it"
            sideways = place(widget, top)
            if sideways.right() > top.width() + 1 or sideways.left() < -1:
                yield f"{widget.objectName() or type(widget).__name__} stands over the window's edge"
