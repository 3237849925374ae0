"""What slips is seen early: the brief says what is worth asking, why, and leaves it in peace with a reason."""

import threading
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.appointment import AppointmentDraft, Became
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.today import Everybody
from alliance_desktop.services import alerts, appointments, closing_checks, everybody, repairs, sessions
from alliance_desktop.storage.visit_models import AlertSnoozeRow
from alliance_desktop.ui.today import lookout
from alliance_desktop.ui.widgets.record_list import RecordList
from tests.journeys.conftest import Hands


def with_a_drop(hands: Hands) -> None:
    """Maria's touch fell from completely to a little over four weeks."""
    hands.found()
    hands.welcome("Maria Feldner")
    desk = hands.workspace.desk
    for weeks, touch in ((3, 5), (2, 5), (1, 5), (0, 2)):
        check = ClosingCheck(desk.today() - timedelta(weeks=weeks), {Strand.TOUCH: touch})
        desk.perform(closing_checks.type_slip, 1, check)
    hands.tab("brief")


def test_a_strand_that_fell_is_worth_asking_and_says_why(hands: Hands) -> None:
    with_a_drop(hands)
    assert hands.find(QWidget, "alert_a2_touch").isVisible()
    hands.click("why_a2_touch_button")
    assert "below this person’s own middle" in hands.find(QLabel, "rule_a2_touch").text()


def test_what_can_wait_is_put_off_with_a_reason_and_brought_back(hands: Hands) -> None:
    with_a_drop(hands)
    hands.click("not_now_a2_touch_button")
    hands.click("accept_button")
    assert hands.find(QWidget, "snooze_dialog").isVisible()
    hands.type("snooze_reason_edit", "We spoke of it today")
    hands.click("accept_button")
    hands.until(lambda: "A2" not in [alert.rule for alert in alerts.of(1, hands.workspace.desk.now())])
    assert [row.reason for row in AlertSnoozeRow.select()] == ["We spoke of it today"]
    hands.click("undo_button")
    assert hands.find(QWidget, "alert_a2_touch").isVisible()


def test_today_says_what_is_worth_asking_of_whoever_does_not_come_today(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookout, "_LOOKS_AFTER", 10)
    hands.found()
    workspace = hands.workspace
    for name in ("Maria Feldner", "Jonas Wehrling", "Lea Brunner", "Tom Aigner"):
        hands.welcome(name)
        client_id = workspace.client_page.client_id
        check = ClosingCheck(workspace.desk.today() - timedelta(days=client_id), {Strand.TOUCH: 2})
        workspace.desk.perform(closing_checks.type_slip, client_id, check)
    workspace.desk.perform(appointments.book, AppointmentDraft(1, workspace.desk.today(), time(23, 30), 15))
    hands.workspace.go("today")
    lines = hands.find(RecordList, "asking_list")
    # Maria comes today, and stands above with her visit.
    assert said_by(lines) == ["Jonas Wehrling", "Lea Brunner", "Tom Aigner"]
    workspace.desk.perform(appointments.say_what_became, 1, Became.CALLED_OFF)
    lines = hands.find(RecordList, "asking_list")
    assert said_by(lines) == ["Maria Feldner", "Jonas Wehrling", "Lea Brunner"]
    more = hands.find(QPushButton, "asking_all_button")
    assert more.text() == "Show 1 more"
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert said_by(lines)[3:] == ["Tom Aigner"]
    assert hands.window.focusWidget() is lines
    QTest.keyClick(lines, Qt.Key.Key_Return)
    hands.until(lambda: workspace.client_page.isVisible() and workspace.client_page.client_id == 4)
    # What was put off is not said again.
    hands.click("not_now_a1_touch_button")
    hands.type("snooze_reason_edit", "We spoke of it today")
    hands.click("accept_button")
    hands.workspace.go("today")
    assert said_by(hands.find(RecordList, "asking_list")) == ["Maria Feldner", "Jonas Wehrling", "Lea Brunner"]


def said_by(lines: RecordList) -> list[str]:
    """The names in a list, as they are shown."""
    model = lines.records
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_locking_ends_the_look_at_everybody(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookout, "_LOOKS_AFTER", 10)
    reads, goes_on = threading.Event(), threading.Event()
    read = everybody.read

    def slowly(execute: everybody.Execute, order: everybody.Order) -> Everybody:
        reads.set()
        assert goes_on.wait(20)
        return read(execute, order)

    monkeypatch.setattr(everybody, "read", slowly)
    hands.found()
    hands.welcome("Maria Feldner")
    hands.workspace.go("today")
    hands.until(reads.is_set)
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    goes_on.set()
    hands.until(lambda: "Looking what is worth asking" not in {thread.name for thread in threading.enumerate()})
    hands.unlock()
    assert not hands.window.findChildren(QWidget, "crash_dialog")


def test_where_it_stays_low_an_entry_of_the_repair_notebook_is_one_press_away(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    desk = hands.workspace.desk
    for weeks in (2, 1):
        check = ClosingCheck(desk.today() - timedelta(weeks=weeks), dict.fromkeys(Strand, 3))
        desk.perform(closing_checks.type_slip, 1, check)
    hands.tab("brief")
    hands.click("repair_a3_all_button")
    hands.type("repair_said_edit", "I would rather have had less talk")
    hands.click("accept_button")
    hands.until(lambda: repairs.of(1))
    assert hands.workspace.client_page.place().tab == "progress"
    assert repairs.of(1)[0].draft.client_said == "I would rather have had less talk"


def test_the_brief_says_what_was_planned_for_today(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    desk = hands.workspace.desk
    session = desk.perform(sessions.begin, 1)
    assert session is not None
    words = (NoteField(NoteKey.DID, "Long strokes"), NoteField(NoteKey.NEXT, "Begin with the neck"))
    desk.perform(sessions.keep, session.id, NoteDraft(desk.today(), fields=words))
    hands.tab("brief")
    assert not hands.window.findChildren(QLabel, "goal_of_today")
    desk.perform(sessions.finish, session.id, "Ana Brandl")
    assert hands.find(QLabel, "goal_of_today").text() == "For today: Begin with the neck"
