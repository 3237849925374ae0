"""A strain is noted, looked at again and told how it went; before it, one press says that nothing changed."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from alliance_desktop.domain.repair import Marker, RepairOutcome, RuptureKind
from alliance_desktop.services import change_answers, repairs, thresholds
from tests.journeys.conftest import Hands


def told(hands: Hands) -> str:
    shown = [label for label in hands.front.findChildren(QLabel) if label.isVisible()]
    return "\n".join(f"{label.text()}\n{label.accessibleName()}" for label in shown)


def with_a_visit(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.workspace.client_page.start_note()
    hands.tab("brief")


def test_one_press_says_that_nothing_changed_and_a_change_is_kept_in_the_clients_words(hands: Hands) -> None:
    with_a_visit(hands)
    hands.click("nothing_changed_button")
    hands.until(lambda: "Asked today: nothing changed." in told(hands))
    hands.click("something_changed_button")
    hands.click("accept_button")
    assert "Please write down what changed" in told(hands)
    hands.type("change_words_edit", "A new tablet for the blood pressure")
    hands.click("accept_button")
    hands.until(lambda: "A new tablet for the blood pressure" in told(hands))
    given = change_answers.last(1)
    assert given is not None
    assert given.words == "A new tablet for the blood pressure"
    hands.click("change_to_health_button")
    hands.until(lambda: hands.workspace.client_page.place().tab == "profile")


def test_a_strain_is_noted_with_ticks_and_its_outcome_is_said_later(hands: Hands) -> None:
    with_a_visit(hands)
    hands.tab("progress")
    hands.click("repair_button")
    hands.click("accept_button")
    assert "Nothing is noted yet" in told(hands)
    hands.click("repair_kind_2")
    hands.click("marker_fine_twice_box")
    hands.type("repair_said_edit", "It was too deep")
    hands.type("repair_changed_edit", "Ask before going deeper")
    today = hands.workspace.desk.today()
    hands.type("repair_check_edit", (today + timedelta(days=7)).isoformat())
    hands.click("accept_button")
    hands.until(lambda: repairs.of(1))
    (entry,) = repairs.of(1)
    assert entry.draft.kind is RuptureKind.WITHDRAWAL
    assert entry.draft.markers == {Marker.FINE_TWICE}
    hands.until(lambda: "Ask before going deeper" in told(hands))
    hands.click("repair_1_outcome_3")
    hands.until(lambda: repairs.of(1)[0].draft.outcome is RepairOutcome.BETTER)
    hands.click("undo_button")
    hands.until(lambda: repairs.of(1)[0].draft.outcome is RepairOutcome.OPEN)
    hands.click("leave_out_repair_1_button")
    hands.until(lambda: repairs.of(1) == ())
    hands.click("undo_button")
    hands.until(lambda: len(repairs.of(1)) == 1)


def test_an_entry_half_written_when_the_practice_locks_comes_back_with_its_ticks(hands: Hands) -> None:
    with_a_visit(hands)
    hands.tab("progress")
    hands.click("repair_button")
    hands.click("marker_draping_box")
    hands.click("repair_strand_4")
    hands.type("repair_i_said_edit", "Thank you for telling me")
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    hands.until(lambda: "entry of the repair notebook" in told(hands))
    hands.click(next(w.objectName() for w in hands.front.findChildren(QWidget) if w.objectName().startswith("held_")))
    assert hands.find(QWidget, "marker_draping_box").isChecked()  # type: ignore[attr-defined]
    assert hands.find(QWidget, "repair_strand_4").isChecked()  # type: ignore[attr-defined]
    hands.click("accept_button")
    hands.until(lambda: repairs.of(1))
    assert repairs.of(1)[0].draft.i_said == "Thank you for telling me"


def test_a_limit_is_set_in_settings_and_a_senseless_one_is_refused(hands: Hands) -> None:
    hands.found()
    hands.workspace.go("settings")
    hands.click("limits_fold_button")
    hands.type("limit_drop_edit", "2,5")
    QTest.keyClick(hands.find(QLineEdit, "limit_drop_edit"), Qt.Key.Key_Return)
    hands.until(lambda: thresholds.current().drop == 2.5)
    hands.type("limit_drift_days_edit", "999")
    QTest.keyClick(hands.find(QLineEdit, "limit_drift_days_edit"), Qt.Key.Key_Return)
    hands.until(lambda: "This is between 7 and 180" in told(hands))
    assert hands.find(QLineEdit, "limit_drift_days_edit").text() == "21"
    for words in ("inf", "nan", "1e999", "many"):
        hands.type("limit_drift_days_edit", words)
        QTest.keyClick(hands.find(QLineEdit, "limit_drift_days_edit"), Qt.Key.Key_Return)
        assert "This is no number." in told(hands)
    hands.click("limits_usual_button")
    hands.until(lambda: thresholds.current().drop == 1.5)
    hands.click("undo_button")
    hands.until(lambda: thresholds.current().drop == 2.5)


def test_a_limit_half_typed_when_the_practice_locks_is_kept(hands: Hands) -> None:
    hands.found()
    hands.workspace.go("settings")
    hands.click("limits_fold_button")
    hands.type("limit_drift_days_edit", "40")
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    assert thresholds.current().drift_days == 40
