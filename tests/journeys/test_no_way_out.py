"""A client tries everything there is to get out of the handed-over screen, from each step of the talk and each task."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.domain.consent import ConsentDraft, ConsentKind, usual_text
from alliance_desktop.services import plans, practice_file, scales
from alliance_desktop.ui import theme
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.ui.workspace import PAGES
from tests.domain.any_scale import neck
from tests.journeys.conftest import Hands

Keys = tuple[Qt.Key, Qt.KeyboardModifier]
PLAIN, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LETTERS = [Qt.Key(Qt.Key.Key_A + place) for place in range(26)]
DIGITS = [Qt.Key(Qt.Key.Key_0 + place) for place in range(10)]
FUNCTIONS = [Qt.Key(Qt.Key.Key_F1 + place) for place in range(12)]
ARROWS = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down]
MORE = [
    *(Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal, Qt.Key.Key_Comma, Qt.Key.Key_Menu, Qt.Key.Key_Back),
    *(Qt.Key.Key_Forward, Qt.Key.Key_Meta, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Insert, Qt.Key.Key_Print, Qt.Key.Key_HomePage, Qt.Key.Key_Search, Qt.Key.Key_Help),
]
# Whatever does something anywhere in the program, and what closes or changes windows elsewhere.
KEYS: list[Keys] = [
    *[(key, held) for held in (CTRL, ALT) for key in (*LETTERS, *DIGITS, *ARROWS)],
    *[(key, CTRL | SHIFT) for key in LETTERS],
    *[(key, held) for held in (PLAIN, CTRL, ALT) for key in FUNCTIONS],
    *[(key, held) for held in (CTRL, ALT, CTRL | SHIFT) for key in MORE],
    *[
        (key, PLAIN)
        for key in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_Down,
            Qt.Key.Key_Menu,
            Qt.Key.Key_Back,
            Qt.Key.Key_Meta,
            Qt.Key.Key_Help,
        )
    ],
]
# What changes the words in a field because somebody at the keyboard wants it.
WRITES = {CTRL: "AXZYVKUDHE", CTRL | SHIFT: "ZVXK"}
WORDS = "Only here"


@pytest.fixture
def practice(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """At the page of a client; words of another size would take a second each time they are asked for."""
    hands.found()
    hands.welcome("Maria Feldner")
    monkeypatch.setattr(theme, "apply", lambda *_look: None)
    return hands


def hand_over(hands: Hands, place: str) -> HandOver:
    """Give the screen for the talk or a task."""
    work = hands.workspace
    text = usual_text(ConsentKind.TREATMENT, "Ana Brandl")
    consent = ConsentDraft(ConsentKind.TREATMENT, text, "", work.desk.today())
    {
        "talk": lambda: work.hand_overs.talk(1),
        "health": lambda: work.hand_overs.ask_about_health(1),
        "consent": lambda: work.hand_overs.ask_for_consent(1, consent),
        "closing": lambda: work.hand_overs.ask_how_it_was(1),
        "scale": lambda: work.hand_overs.ask_scale(1, scales.make(neck(), work.desk.now()).id),
        "body": lambda: work.hand_overs.ask_where(1),
    }[place]()
    hands.until(lambda: hands.window.handed is not None and QApplication.activeWindow() is hands.window.handed)
    assert hands.window.handed is not None
    return hands.window.handed


def talk_steps(hands: Hands) -> Iterator[tuple[HandOver, int]]:
    """Every step of the talk, with something to sign on the last."""
    handed = hand_over(hands, "talk")
    page = handed.page
    assert isinstance(page, TogetherPage)
    hands.type("talk_matters_edit", "I want my garden back")
    for place in range(len(page.steps)):
        page.go(place)
        assert page.stack.currentIndex() == place
        yield handed, place


def nothing_behind_it(hands: Hands, handed: HandOver) -> bool:
    """Only the client's window is there, and the practice behind it stands open on the page where it was left."""
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not handed]
    alone = hands.window.handed is handed and handed.isVisible() and not hands.window.isVisible() and others == []
    as_left = hands.workspace.stack.currentWidget() is hands.workspace.client_page and practice_file.is_open()
    return alone and as_left and QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None


def in_sight(handed: HandOver) -> list[QWidget]:
    return [handed, *(each for each in handed.findChildren(QWidget) if each.isVisible() and not each.isWindow())]


def a_field(handed: HandOver) -> QPlainTextEdit | None:
    """Where sentences are written, if anywhere here."""
    fields = (each for each in in_sight(handed) if isinstance(each, QPlainTextEdit))
    return next((each for each in fields if not each.isReadOnly() and each.isEnabled()), None)


def write(field: QPlainTextEdit) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, WORDS)


def try_every_key(hands: Hands, handed: HandOver, stay: Callable[[], object]) -> None:
    """Press them all, in a field and outside of one; ``stay`` leads back to where a key that is meant to led away."""
    for key, held in KEYS:
        field = a_field(handed)
        if field is not None and field.toPlainText() != WORDS:
            write(field)
        for target in (handed, QApplication.focusWidget() or handed):
            QTest.keyClick(target, key, held)
            assert nothing_behind_it(hands, handed), (key, held)
        letter = chr(key.value) if key in LETTERS else ""
        stay()
        if field is not None and a_field(handed) is field and letter not in WRITES.get(held, ""):
            assert WORDS in field.toPlainText(), (key, held)


def stay_at(page: TogetherPage, place: int) -> None:
    if page.stack.currentIndex() != place:
        page.go(place)


def test_no_key_leads_out_of_any_step_of_the_talk(practice: Hands) -> None:
    for handed, place in talk_steps(practice):
        page = handed.page
        assert isinstance(page, TogetherPage)
        try_every_key(practice, handed, partial(stay_at, page, place))
    assert plans.current(1) is not None


@pytest.mark.parametrize("task", ["health", "consent", "closing", "scale", "body"])
def test_no_key_leads_out_of_a_task(practice: Hands, task: str) -> None:
    handed = hand_over(practice, task)
    try_every_key(practice, handed, lambda: None)


def test_every_key_that_the_program_listens_to_was_tried(practice: Hands) -> None:
    tried = {QKeySequence(key.value | held.value).toString() for key, held in KEYS}
    known: set[str] = set()
    for page in PAGES:
        practice.workspace.go(page)
        known |= listened_to(practice.window)
    for place in ("talk", "health", "consent", "closing", "scale", "body"):
        handed = hand_over(practice, place)
        known |= listened_to(handed)
        handed.returned.emit()
        practice.until(lambda: practice.window.handed is None)
    assert {"Ctrl+L", "Ctrl+5", "Ctrl+T", "Ctrl+Return", "Alt+N", "Alt+B"} <= known
    assert known - tried == set()


def listened_to(window: QWidget) -> set[str]:
    """The keys that anything in the window does something for, written as in a menu."""
    sequences = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    sequences += [each for action in window.findChildren(QAction) for each in action.shortcuts()]
    sequences += [button.shortcut() for button in window.findChildren(QAbstractButton)]
    return {each.toString() for each in sequences if not each.isEmpty()}


def mouse_events(widget: QWidget, words: str) -> list[QEvent]:
    """Everything that a mouse may bring besides clicks: menus, things that are dropped."""
    place = widget.rect().center()
    asked = [
        QContextMenuEvent(reason, place, widget.mapToGlobal(place))
        for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard)
    ]
    dropped = QMimeData()
    dropped.setText(words)
    dropped.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    mouse_events.kept = dropped  # type: ignore[attr-defined]  # Qt does not own it
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return [
        *asked,
        QDragEnterEvent(place, copy, dropped, left, PLAIN),
        QDropEvent(QPointF(place), copy, dropped, left, PLAIN),
    ]


def try_the_mouse(hands: Hands, handed: HandOver) -> None:
    for widget in in_sight(handed):
        field = a_field(handed)
        if field is not None:
            write(field)
        QTest.mouseClick(widget, Qt.MouseButton.RightButton)
        QTest.mouseClick(widget, Qt.MouseButton.MiddleButton)
        QTest.mouseClick(widget, Qt.MouseButton.BackButton)
        for event in mouse_events(widget, "from elsewhere"):
            QApplication.sendEvent(widget, event)
            assert nothing_behind_it(hands, handed), (widget.objectName(), event.type())
        if isinstance(widget, QLineEdit):
            # No day, no number: it would be asked about before the step is left.
            widget.undo()
        if field is not None:
            assert WORDS in field.toPlainText(), widget.objectName()


def try_the_system(hands: Hands, handed: HandOver) -> None:
    """What a window manager, a taskbar or a second start of the program may ask for."""
    application = QApplication.instance()
    assert application is not None
    for event in (QCloseEvent(), QEvent(QEvent.Type.WindowDeactivate), QFocusEvent(QEvent.Type.FocusOut)):
        QApplication.sendEvent(handed, event)
        assert nothing_behind_it(hands, handed), event.type()
    QApplication.sendEvent(application, QEvent(QEvent.Type.ApplicationDeactivate))
    QApplication.sendEvent(application, QEvent(QEvent.Type.Quit))
    assert not handed.close()
    QApplication.closeAllWindows()
    hands.window.to_front()
    handed.showMinimized()
    hands.until(lambda: handed.isFullScreen() and not handed.isMinimized())
    assert nothing_behind_it(hands, handed)


def test_neither_mouse_nor_system_lead_out_of_any_step_of_the_talk(practice: Hands) -> None:
    for handed, place in talk_steps(practice):
        page = handed.page
        assert isinstance(page, TogetherPage)
        try_the_mouse(practice, handed)
        try_the_system(practice, handed)
        assert page.stack.currentIndex() == place


@pytest.mark.parametrize("task", ["health", "consent", "closing", "scale", "body"])
def test_neither_mouse_nor_system_lead_out_of_a_task(practice: Hands, task: str) -> None:
    handed = hand_over(practice, task)
    try_the_mouse(practice, handed)
    try_the_system(practice, handed)


class Seen(QObject):
    """Counts the presses of the mouse that reach a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.presses = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.presses += event.type() is QEvent.Type.MouseButtonPress
        return False


def test_what_was_marked_elsewhere_is_not_pasted_with_the_middle_button(practice: Hands) -> None:
    field = a_field(hand_over(practice, "talk"))
    assert field is not None
    seen = Seen(field.viewport())
    QTest.mouseClick(field.viewport(), Qt.MouseButton.MiddleButton)
    assert seen.presses == 0
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert seen.presses == 1
