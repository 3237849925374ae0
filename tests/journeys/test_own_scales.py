"""A scale of the therapist's own is written, filled in and changed; nothing typed or answered is lost on the way."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.domain.scale_answers import HowFilled
from alliance_desktop.services import held_forms, integrity, practice_file, scales
from alliance_desktop.ui.progress.chart_view import ChartView
from alliance_desktop.ui.progress.scale_view import ScaleView
from alliance_desktop.ui.widgets.words import Words
from tests.domain.any_scale import ITEMS, neck
from tests.journeys.conftest import PASSWORD, Hands

TURN, LOOK = "How easily could you turn your head this week?", "How easily could you look up at a high shelf?"
BACK = "How much did the neck hold you back?"
DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6,
          Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9)  # fmt: skip


def at_own_scales(hands: Hands) -> None:
    hands.found()
    hands.welcome("Jonas Wehrling")
    hands.workspace.go("settings")


def closed(hands: Hands, name: str) -> None:
    hands.until(lambda: not [each for each in hands.window.findChildren(QDialog, name) if each.isVisible()])


def write(hands: Hands, *items: str, reverse: int = 0) -> None:
    """Write a scale into the form that is open, but for what allows its use."""
    hands.type("scale_name_edit", "Neck this week")
    for number, words in enumerate(items, 1):
        hands.type(f"scale_item_{number}_edit", words)
    if reverse:
        hands.click(f"scale_item_{reverse}_reverse_box")
    hands.type("scale_low_words_edit", "not at all")
    hands.type("scale_high_words_edit", "with ease")


def fill_in(hands: Hands, *answers: int) -> None:
    """Fill in the scale by the digits alone."""
    hands.workspace.open_client(1, "progress")
    hands.click("fill_scale_button")
    hands.find(QDialog, "fill_dialog")
    answer(hands, *answers)
    hands.click("accept_button")
    closed(hands, "fill_dialog")


def answer(hands: Hands, *answers: int) -> None:
    for number, each in enumerate(answers, 1):
        tiles = hands.find(QWidget, f"scale_answer_{number}")
        tiles.setFocus()
        QTest.keyClick(tiles, DIGITS[each])


def views(hands: Hands) -> list[ScaleView]:
    return hands.workspace.progress_tab.scales.views


def test_a_therapist_writes_a_scale_fills_it_in_twice_with_a_client_and_sees_the_change_with_its_rule(
    hands: Hands,
) -> None:
    at_own_scales(hands)
    hands.click("add_scale_button")
    write(hands, TURN, LOOK, BACK, reverse=3)
    hands.type("scale_licence_edit", "I wrote these questions myself.")
    hands.click("scale_numbers_button")
    hands.type("scale_reliability_edit", "0,9")
    hands.type("scale_sd_edit", "2")
    hands.click("accept_button")
    hands.until(lambda: [kept.scale.name for kept in scales.in_use()] == ["Neck this week"])
    closed(hands, "scale_dialog")

    fill_in(hands, 2, 3, 8)
    hands.until(lambda: views(hands)[0].title.text() == "Neck this week is 2.3")
    assert views(hands)[0].change_row is None
    fill_in(hands, 7, 6, 3)
    hands.until(lambda: len(scales.of(1)[0].times) == 2)
    # Two times on one day are one point: the first is brought to where it would have been.
    (view,) = views(hands)
    assert view.title.text() == "Neck this week is 6.7"
    now, first = hands.workspace.desk.now(), scales.of(1)[0].times[0]
    scales.take_back(first.id, now)
    a_week_ago = replace(first.draft, day=first.draft.day - timedelta(days=7))
    scales.fill_in(1, first.kept.id, a_week_ago, now)
    hands.workspace.progress_tab.refresh()

    (view,) = views(hands)
    assert view.title.text() == "Neck this week went from 2.3 to 6.7"
    assert view.change_row is not None
    words, rule = view.change_row.words, view.change_row.rule
    assert words.text() == "Neck this week: better than before, more than chance."
    assert "more than 1.75 points" in rule.text()
    assert "Jacobson and Truax" in rule.text()
    assert words.toolTip() == words.accessibleDescription() == rule.text()
    hands.click("why_change_scale_0_button")
    assert rule.isVisible()
    told = QAccessible.queryAccessibleInterface(view.findChildren(ChartView)[0]).text(QAccessible.Text.Value)
    assert "more is better" in told
    assert [check.words for check in integrity.check() if not check.held] == []


def test_a_scale_that_was_changed_leaves_what_was_answered_before_as_it_was(hands: Hands) -> None:
    at_own_scales(hands)
    kept = scales.make(neck(items=ITEMS[:2]), hands.workspace.desk.now())
    hands.workspace.settings_page.refresh()
    fill_in(hands, 4, 6)
    hands.workspace.go("settings")
    hands.click(f"change_scale_{kept.id}_button")
    hands.type("scale_item_2_edit", "How easily could you sleep on your side?")
    hands.type("scale_high_edit", "5")
    hands.click("accept_button")
    hands.until(lambda: scales.in_use()[0].id != kept.id)
    fill_in(hands, 3, 5)

    now, former = views(hands)
    assert (now.title.text(), former.title.text()) == ("Neck this week is 4", "Neck this week is 5")
    assert "0 to 5" in "".join(label.text() for label in now.findChildren(Words))
    before = "".join(label.text() for label in former.findChildren(Words))
    assert "As the scale was before it was changed." in before
    assert "0 to 10" in before
    hands.click("scale_1_times_button")
    shown = [label.text() for label in former.findChildren(Words)]
    assert any(LOOK in words for words in shown)
    assert "Answers in their order: 4, 6" in shown

    wrong = scales.of(1)[0].times[0].id
    hands.click("scale_0_times_button")
    hands.click(f"leave_out_answers_{wrong}_button")
    hands.until(lambda: len(views(hands)) == 1)
    hands.click("undo_button")
    hands.until(lambda: len(views(hands)) == 2)

    hands.workspace.go("settings")
    hands.click(f"stop_scale_{scales.in_use()[0].id}_button")
    hands.until(lambda: scales.in_use() == ())
    hands.click("undo_button")
    hands.until(lambda: len(scales.in_use()) == 1)


def test_what_cannot_be_a_scale_is_said_in_one_sentence_and_nothing_typed_is_lost(hands: Hands) -> None:
    at_own_scales(hands)
    hands.click("add_scale_button")
    write(hands, TURN, LOOK)
    hands.click("accept_button")
    problem = hands.find(QDialog, "scale_dialog").problem  # type: ignore[attr-defined]  # a form dialog
    assert "allows you to use this scale" in problem.text()
    hands.type("scale_licence_edit", "Mine")
    hands.type("scale_high_edit", "ten")
    hands.click("accept_button")
    assert problem.text() == "The range runs from one whole number to a larger one, between 0 and 100."
    assert scales.in_use() == ()

    hands.qtbot.keyClick(hands.find(QDialog, "scale_dialog"), Qt.Key.Key_Escape)
    closed(hands, "scale_dialog")
    assert hands.find(QWidget, "add_scale_button").text() == "Go on with the scale you began"  # type: ignore[attr-defined]
    hands.click("add_scale_button")
    assert hands.find(QPlainTextEdit, "scale_item_2_edit").toPlainText() == LOOK
    assert hands.find(QLineEdit, "scale_high_edit").text() == "ten"
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    hands.workspace.go("settings")
    hands.click("add_scale_button")
    assert hands.find(QPlainTextEdit, "scale_licence_edit").toPlainText() == "Mine"
    hands.type("scale_high_edit", "10")
    hands.click("accept_button")
    hands.until(lambda: [kept.scale.highest for kept in scales.in_use()] == [10])
    closed(hands, "scale_dialog")
    hands.until(lambda: hands.find(QWidget, "add_scale_button").text() == "Add a scale")  # type: ignore[attr-defined]

    hands.workspace.open_client(1, "progress")
    hands.click("fill_scale_button")
    hands.click("accept_button")
    told = hands.find(QDialog, "fill_dialog").problem  # type: ignore[attr-defined]  # a form dialog
    assert told.text() == "There is no answer yet. One is enough to keep it."
    answer(hands, 7)
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    hands.click(f"held_{held_forms.waiting()[0].id}_button")
    hands.until(lambda: hands.find(QWidget, "scale_answer_1").answer() == 7)  # type: ignore[attr-defined]
    answer(hands, 7, 5)
    hands.click("accept_button")
    hands.until(lambda: [each.draft.answers for each in scales.of(1)[0].times] == [(7, 5)])
    assert held_forms.waiting() == ()


def test_a_client_answers_a_scale_alone_and_the_therapist_goes_on_where_they_stopped(hands: Hands) -> None:
    at_own_scales(hands)
    kept = scales.make(neck(items=ITEMS[:3]), hands.workspace.desk.now())
    hand_over(hands)
    QTest.keyClick(hands.find(QWidget, "asked_scale_1"), Qt.Key.Key_7)
    QTest.keyClick(hands.find(QWidget, "asked_scale_1"), Qt.Key.Key_Return)
    hands.find(QWidget, "asked_scale_2")
    take_back(hands)
    assert scales.of(1) == ()

    hands.until(lambda: "Go on with the answers of Jonas" in button_text(hands, "begun_scale_button"))
    hands.click("begun_scale_button")
    assert hands.find(QWidget, "scale_answer_1").answer() == 7  # type: ignore[attr-defined]  # tiles
    hands.click("answer_alone_button")
    hands.until(lambda: hands.window.handed is not None)
    for number, key in ((2, Qt.Key.Key_4), (3, Qt.Key.Key_5)):
        QTest.keyClick(hands.find(QWidget, f"asked_scale_{number}"), key)
        QTest.keyClick(hands.find(QWidget, f"asked_scale_{number}"), Qt.Key.Key_Return)
    hands.click("task_done_button")
    hands.find(QWidget, "task_thanks")
    take_back(hands)

    (line,) = scales.of(1)
    assert [(each.draft.answers, each.draft.how, each.kept.id) for each in line.times] == [
        ((7, 4, 5), HowFilled.ALONE, kept.id)
    ]
    assert held_forms.waiting() == ()
    hands.click("scale_0_times_button")
    assert any("filled in alone" in label.text() for label in views(hands)[0].findChildren(Words))
    hands.until(lambda: not hands.workspace.progress_tab.scales.begun_button.isVisible())


def hand_over(hands: Hands) -> None:
    """Give the screen away from the form that fills in a scale."""
    hands.workspace.open_client(1, "progress")
    hands.click("fill_scale_button")
    hands.click("answer_alone_button")
    hands.until(lambda: hands.window.handed is not None)


def take_back(hands: Hands) -> None:
    """Take the screen back with the password."""
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def button_text(hands: Hands, name: str) -> str:
    return hands.find(QAbstractButton, name).text()
