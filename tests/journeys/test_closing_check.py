"""The closing check: the client says how it was, the therapist guesses, then looks; a remark becomes a promise."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget

from alliance_desktop.domain.alliance import HowAsked, Strand
from alliance_desktop.services import closing_checks, promises
from tests.journeys.conftest import PASSWORD, Hands


def at_progress(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("progress")


def hand_over(hands: Hands, button: str = "closing_button") -> None:
    hands.click(button)
    hands.until(lambda: hands.window.handed is not None)


def take_back(hands: Hands) -> None:
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def press(hands: Hands, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after the other, wherever the cursor is."""
    hands.until(lambda: QApplication.activeWindow() is not None and QApplication.focusWidget() is not None)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or hands.front, key, held)


def shown(hands: Hands) -> str:
    parts = [part for part in hands.front.findChildren(QWidget) if part.isVisible()]
    told = [part.accessibleName() for part in parts] + [part.text() for part in parts if isinstance(part, QLabel)]
    return "\n".join(told)


def test_five_keys_say_how_it_was_and_nobody_sees_it_before_the_guess(hands: Hands) -> None:
    at_progress(hands)
    hand_over(hands)
    press(hands, Qt.Key.Key_5, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_4)
    press(hands, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    hands.click("task_done_button")
    take_back(hands)
    waiting = closing_checks.waiting(1)
    assert waiting is not None
    assert waiting.check.answers == {Strand.BOND: 5, Strand.TOUCH: 3, Strand.GOALS: 4, Strand.TASKS: 4}
    assert "Partly" not in [label.text() for label in hands.front.findChildren(QLabel) if label.isVisible()]
    hands.click("guess_touch_6")
    hands.click("look_button")
    (seen,) = closing_checks.of(1)
    assert seen.check.guess == {Strand.TOUCH: 5}
    hands.until(lambda: "you guessed" in shown(hands))
    assert "Partly" in shown(hands)
    assert "Completely" in shown(hands)
    assert hands.find(QWidget, "say_a1_touch").isVisible()
    assert hands.find(QWidget, "say_a12_touch").isVisible()


def test_a_mouse_alone_answers_skips_and_says_what_to_change(hands: Hands) -> None:
    at_progress(hands)
    hand_over(hands)
    hands.click("asked_bond_4_button")
    hands.click("task_skip_button")
    hands.click("asked_goals_5_button")
    hands.click("task_skip_button")
    hands.type("change_edit", "Less on the calves")
    hands.click("task_next_button")
    hands.click("task_done_button")
    take_back(hands)
    waiting = closing_checks.waiting(1)
    assert waiting is not None
    assert waiting.check.answers == {Strand.BOND: 4, Strand.GOALS: 5}
    assert waiting.check.change == "Less on the calves"


def test_what_was_answered_before_an_interruption_is_there_when_the_screen_is_given_again(hands: Hands) -> None:
    at_progress(hands)
    hand_over(hands)
    press(hands, Qt.Key.Key_2)
    take_back(hands)
    hand_over(hands)
    assert hands.find(QWidget, "line_bond_button").accessibleName().endswith("A little")
    press(hands, Qt.Key.Key_3)
    assert closing_checks.begun(1, hands.workspace.desk.today()).answers == {Strand.BOND: 2, Strand.TOUCH: 3}


def test_a_remark_becomes_a_promise_that_the_brief_shows_until_it_is_done(hands: Hands) -> None:
    at_progress(hands)
    hand_over(hands)
    hands.click("line_remark_button")
    hands.type("change_edit", "Less on the calves")
    take_back(hands)
    hands.click("look_button")
    hands.click("promise_1_button")
    hands.type("check_promise_edit", "Light strokes only, ask twice")
    hands.click("accept_button")
    (promise,) = promises.of(1)
    assert (promise.said, promise.words) == ("Less on the calves", "Light strokes only, ask twice")
    hands.tab("brief")
    hands.until(lambda: "Light strokes only, ask twice" in shown(hands))


def test_a_slip_is_typed_in_with_five_keys_and_left_out_again(hands: Hands) -> None:
    at_progress(hands)
    hands.click("slip_button")
    hands.until(lambda: getattr(QApplication.focusWidget(), "objectName", str)() == "slip_bond_1")
    press(hands, Qt.Key.Key_5, Qt.Key.Key_4, Qt.Key.Key_0, Qt.Key.Key_3, Qt.Key.Key_Space)
    hands.until(lambda: closing_checks.of(1) != ())
    (kept,) = closing_checks.of(1)
    assert kept.how is HowAsked.SLIP
    assert kept.check.answers == {Strand.BOND: 5, Strand.TOUCH: 4, Strand.TASKS: 3}
    hands.click("leave_out_1_button")
    assert closing_checks.of(1) == ()
    hands.click("undo_button")
    assert closing_checks.of(1) == (kept,)


def test_the_check_is_given_from_the_note_and_waits_in_the_brief(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.click("note_button")
    hand_over(hands, "note_closing_button")
    press(hands, Qt.Key.Key_4)
    take_back(hands)
    hands.tab("brief")
    hands.click("answered_button")
    assert hands.find(QWidget, "guess_form").isVisible()


def test_a_slip_that_was_open_at_locking_comes_back_with_its_guess_in_sight(hands: Hands) -> None:
    at_progress(hands)
    hands.click("slip_button")
    hands.click("guess_fold_button")
    hands.click("slip_guess_bond_5")
    hands.click("slip_bond_6")
    hands.window.lock()
    hands.unlock()
    hands.click("held_1_button")
    assert hands.find(QRadioButton, "slip_guess_bond_5").isChecked()
    assert hands.find(QRadioButton, "slip_bond_6").isChecked()
    hands.click("accept_button")
    hands.until(lambda: closing_checks.of(1) != ())
    (kept,) = closing_checks.of(1)
    assert (kept.check.answers, kept.check.guess) == ({Strand.BOND: 5}, {Strand.BOND: 4})
