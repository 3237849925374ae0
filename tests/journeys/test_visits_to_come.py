"""Who comes: booked from Today, seen first thing, opened with one key; called off with a way back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QWidget

from alliance_desktop.domain.appointment import Became
from alliance_desktop.services import appointments, clients
from tests.journeys.conftest import Hands


def at_today(hands: Hands, *names: str) -> None:
    hands.found()
    for name in names:
        hands.welcome(name)
    hands.workspace.go("today")


def book(hands: Hands, who: str, starts: str, **more: str) -> None:
    hands.click("add_visit_button")
    hands.type("appointment_who_edit", who)
    hands.type("appointment_time_edit", starts)
    for field, words in more.items():
        hands.type(f"appointment_{field}_edit", words)
    hands.click("accept_button")
    hands.until(lambda: not hands.window.findChildren(QWidget, "appointment_dialog"))


def today(hands: Hands) -> date:
    return hands.workspace.desk.today()


def told(hands: Hands) -> str:
    """What a person reads in the window in front."""
    return "\n".join(label.text() for label in hands.front.findChildren(QLabel) if label.isVisible())


def choose(hands: Hands, words: str) -> None:
    """Choose an act of the menu that is open."""
    hands.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (act,) = (act for act in menu.actions() if act.text() == words)
    menu.setActiveAction(act)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_who_comes_next_is_seen_first_and_opened_with_enter(hands: Hands) -> None:
    at_today(hands, "Maria Feldner", "Tom Ackerlund")
    # Not over before midnight, whenever this runs.
    book(hands, "fel", "23:58", note="Bring the sheet")
    card = hands.find(QWidget, "next_card")
    assert card.isVisible()
    assert "Bring the sheet" in told(hands)
    assert "Maria is next." in told(hands)
    hands.workspace.go("clients")
    hands.workspace.go("today")
    focused = hands.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "next_brief_button"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    hands.until(lambda: hands.workspace.client_page.isVisible())
    assert hands.workspace.client_page.name.text() == "Maria Feldner"
    assert hands.workspace.client_page.more.text() == "visit 1 today, 23:58"


def test_somebody_new_is_added_while_booking_and_two_at_one_time_are_told(hands: Hands) -> None:
    at_today(hands, "Maria Feldner")
    book(hands, "Feldner", "23:50")
    hands.click("add_visit_button")
    hands.type("appointment_who_edit", "Ørsted Łukasz")
    hands.type("appointment_time_edit", "23:55")
    hands.until(lambda: "is new here" in told(hands))
    assert "At that time Maria Feldner comes" in told(hands)
    hands.click("accept_button")
    hands.until(lambda: not hands.window.findChildren(QWidget, "appointment_dialog"))
    assert [line.full_name for line in clients.lines()] == ["Maria Feldner", "Ørsted Łukasz"]
    assert [each.full_name for each in appointments.on(today(hands))] == ["Maria Feldner", "Ørsted Łukasz"]


def test_what_is_no_time_is_said_and_nothing_typed_is_lost(hands: Hands) -> None:
    at_today(hands, "Maria Feldner", "Maria Holm")
    hands.click("add_visit_button")
    hands.type("appointment_who_edit", "maria")
    hands.click("accept_button")
    assert "Please choose who of them comes." in told(hands)
    hands.click("person_2_chip")
    hands.type("appointment_time_edit", "soon")
    hands.click("accept_button")
    assert "is not a time of day" in told(hands)
    hands.find(QLineEdit, "appointment_time_edit").clear()
    hands.click("accept_button")
    assert "A visit needs a day and a time." in told(hands)
    hands.type("appointment_time_edit", "2345")
    hands.click("in_2_weeks_button")
    hands.click("accept_button")
    hands.until(lambda: appointments.of(2))
    (made,) = appointments.of(2)
    assert (made.day, made.starts.isoformat("minutes")) == (today(hands) + timedelta(weeks=2), "23:45")


def test_one_is_called_off_comes_back_with_undo_and_is_moved(hands: Hands) -> None:
    at_today(hands, "Maria Feldner")
    book(hands, "Feldner", "23:50")
    hands.click("next_more_button")
    choose(hands, "Called off")
    hands.until(lambda: "Called off" in told(hands))
    assert appointments.on(today(hands))[0].became is Became.CALLED_OFF
    hands.click("undo_button")
    hands.until(lambda: appointments.on(today(hands))[0].became is Became.PLANNED)
    hands.click("next_more_button")
    choose(hands, "Change the visit…")
    hands.type("appointment_day_edit", (today(hands) + timedelta(days=1)).isoformat())
    hands.click("accept_button")
    hands.until(lambda: appointments.on(today(hands)) == ())
    hands.click("day_after_button")
    hands.until(lambda: hands.find(QWidget, "visit_1_button"))
    hands.click("back_to_today_button")
    hands.until(lambda: not [w for w in hands.front.findChildren(QWidget, "visit_1_button") if w.isVisible()])


def test_a_visit_half_typed_when_the_practice_locks_is_gone_on_with(hands: Hands) -> None:
    at_today(hands, "Maria Feldner")
    hands.click("add_visit_button")
    hands.type("appointment_who_edit", "Feldner")
    hands.type("appointment_note_edit", "Asks for the quiet room")
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    hands.until(lambda: "a visit to come" in told(hands).lower())
    hands.click(next(w.objectName() for w in hands.front.findChildren(QWidget) if w.objectName().startswith("held_")))
    assert hands.find(QWidget, "appointment_note_edit").text() == "Asks for the quiet room"  # type: ignore[attr-defined]
    hands.type("appointment_time_edit", "9")
    hands.type("appointment_day_edit", (today(hands) + timedelta(days=1)).isoformat())
    hands.click("accept_button")
    hands.until(lambda: appointments.of(1))
    assert appointments.of(1)[0].note == "Asks for the quiet room"


def test_a_calendar_file_leaves_without_names_unless_they_are_wanted(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_today(hands, "Maria Feldner")
    book(hands, "Feldner", "23:50", note="Bring the sheet")
    target = tmp_path / "visits.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    hands.click("calendar_file_button")
    hands.click("accept_button")
    hands.until(target.exists)
    words = target.read_text()
    assert "SUMMARY:Visit" in words
    assert "Maria" not in words
    assert "sheet" not in words
    hands.click("calendar_file_button")
    hands.click("calendar_names_choice_2")
    hands.click("accept_button")
    hands.until(lambda: "Maria" in target.read_text())
    hands.until(lambda: "not encrypted" in told(hands))


def test_below_the_note_one_press_books_the_next_visit_at_the_usual_hour(hands: Hands) -> None:
    at_today(hands, "Maria Feldner")
    book(hands, "Feldner", "23:50")
    hands.click("next_note_button")
    hands.click("next_in_2_weeks_button")
    hands.click("accept_button")
    hands.until(lambda: len(appointments.of(1)) == 2)
    again = appointments.of(1)[1]
    assert (again.day, again.starts.isoformat("minutes")) == (today(hands) + timedelta(weeks=2), "23:50")
    hands.until(lambda: "Booked: " in told(hands))
