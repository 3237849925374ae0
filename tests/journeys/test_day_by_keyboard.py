"""A day of six clients without a mouse: brief, note, signature and the next visit, and back to the next one."""

import time as clock
from datetime import time, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from alliance_desktop.domain.appointment import AppointmentDraft
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.services import appointments, clients, sessions
from tests.journeys.conftest import Hands

PEOPLE = ("Maria Feldner", "Jonas Wehrling", "Lea Brunner", "Tom Aigner", "Priya Sandmoor", "Greta Holmvik")
# Keys for one client, the words of the note aside; and seconds of the machine's time for all six.
MOST_KEYS, MOST_SECONDS = 8, 30.0
_ALONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier


class Mouse(QObject):
    """Watches that nobody takes it."""

    used = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.used += 1
        return False


class Keys:
    """Ten fingers: each press goes to what has the keyboard, and is counted."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.pressed = hands, 0

    @property
    def here(self) -> QWidget:
        if QApplication.focusWidget() is None:
            # A form gives the keyboard back to its window by itself only where windows are managed.
            self.hands.window.activateWindow()
        self.hands.until(lambda: (here := QApplication.focusWidget()) is not None and here.isVisible())
        here = QApplication.focusWidget()
        assert here is not None
        return here

    def press(self, key: Qt.Key, how: Qt.KeyboardModifier = _ALONE) -> None:
        self.pressed += 1
        QTest.keyClick(self.here, key, how)

    def write(self, words: str) -> None:
        for letter in words:
            QApplication.sendEvent(self.here, QKeyEvent(QEvent.Type.KeyPress, 0, _ALONE, letter))

    def at(self, name: str) -> None:
        """The keyboard comes to where it is expected."""

        def there() -> bool:
            here = QApplication.focusWidget()
            return here is not None and here.objectName() == name and here.isVisible()

        self.hands.until(there)


def booked(hands: Hands) -> None:
    """Six clients come today, one after the other, at hours that are still to come."""
    desk = hands.workspace.desk
    for place, name in enumerate(PEOPLE):
        client = desk.perform(clients.welcome, ClientDraft(name))
        assert client is not None
        desk.perform(appointments.book, AppointmentDraft(client.id, desk.today(), time(23, 50 + place), 15))


def one_client(keys: Keys, place: int) -> int:
    """From Today to Today: the keys it took."""
    hands, before = keys.hands, keys.pressed
    keys.at("next_brief_button")
    keys.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.workspace.client_page.isVisible())
    assert hands.workspace.client_page.client_id == place
    keys.press(Qt.Key.Key_N, _CONTROL)
    keys.at("asked_edit")
    keys.write("The neck, please.")
    keys.press(Qt.Key.Key_Return, _CONTROL)
    hands.until(lambda: sessions.lines(place) and sessions.lines(place)[0].signed)
    keys.at("session_list")
    keys.press(Qt.Key.Key_A, _BOTH)
    keys.at("appointment_day_edit")
    keys.press(Qt.Key.Key_Tab)
    keys.at("in_1_weeks_button")
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    today = hands.workspace.desk.today()
    hands.until(lambda: appointments.booked_after(place, today))
    keys.press(Qt.Key.Key_1, _CONTROL)
    return keys.pressed - before


def test_six_clients_are_seen_and_booked_again_by_keyboard_alone(hands: Hands) -> None:
    hands.found()
    booked(hands)
    # They were booked before: the day begins at the door.
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    mouse = Mouse()
    QApplication.instance().installEventFilter(mouse)  # type: ignore[union-attr]  # there is one
    hands.window.activateWindow()
    keys, began = Keys(hands), clock.process_time()
    counted = [one_client(keys, place) for place in range(1, len(PEOPLE) + 1)]
    took = clock.process_time() - began
    QApplication.instance().removeEventFilter(mouse)  # type: ignore[union-attr]  # there is one
    hands.until(lambda: hands.workspace.today_page.isVisible())
    today = hands.workspace.desk.today()
    for place in range(1, len(PEOPLE) + 1):
        (note,) = sessions.lines(place)
        assert note.signed
        coming = appointments.booked_after(place, today)
        assert coming is not None
        assert coming.day == today + timedelta(days=7)
    assert mouse.used == 0
    assert max(counted) <= MOST_KEYS
    assert took <= MOST_SECONDS
