"""A red flag waits in the brief until the therapist has decided; the decision is kept for good and can be corrected."""

from datetime import timedelta

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.red_flag import Decision, RedFlag
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteFormat, NoteKey, Rating
from alliance_desktop.services import health_answers, held_forms, practice_file, red_flags, sessions
from tests.journeys.conftest import Hands


def told(hands: Hands) -> str:
    shown = [label for label in hands.front.findChildren(QLabel) if label.isVisible()]
    return "\n".join(f"{label.text()}\n{label.accessibleName()}" for label in shown)


def with_a_pain_at_night(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    answer = HealthAnswer("night_pain", True, "since March, on the left")
    hands.workspace.desk.perform(health_answers.keep, 1, (answer,))
    hands.tab("brief")


def choose(hands: Hands, decision: str) -> None:
    choice = hands.find(QComboBox, "decision_choice")
    choice.setCurrentIndex(choice.findText(decision))


def test_a_yes_waits_in_the_brief_until_it_is_decided_and_is_corrected_by_a_new_entry(hands: Hands) -> None:
    with_a_pain_at_night(hands)
    hands.until(lambda: "Pain that wakes at night" in told(hands))
    assert "The client said: since March, on the left" in told(hands)
    (prompt,) = red_flags.waiting(1, hands.workspace.desk.now())
    hands.click(f"decide_{prompt.place}_button")
    hands.click("accept_button")
    assert "Please say what you decided" in told(hands)
    choose(hands, "Went on")
    hands.type("red_flag_reason_edit", "Known for years")
    hands.click("accept_button")
    hands.until(lambda: red_flags.of(1))
    hands.until(lambda: "Went on: Pain that wakes at night" in told(hands))
    hands.tab("profile")
    hands.click("correct_flag_1_button")
    choose(hands, "Referred on")
    hands.type("red_flag_reason_edit", "To her doctor, letter given")
    hands.click("accept_button")
    hands.until(lambda: "Referred on: Pain that wakes at night" in told(hands))
    assert "corrected; before: Went on, Known for years" in told(hands)
    assert [entry.draft.decision for entry in red_flags.of(1)] == [Decision.REFERRED, Decision.WENT_ON]
    assert red_flags.waiting(1, hands.workspace.desk.now()) == ()
    assert all(check.held for check in practice_file.check())


def test_where_it_is_worse_than_at_first_the_list_is_gone_through(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    desk = hands.workspace.desk
    for weeks, pain in ((2, 3), (1, 4), (0, 8)):
        at = desk.now() - timedelta(weeks=weeks)
        begun = sessions.begin(1, at)
        day, did = at.astimezone().date(), (NoteField(NoteKey.DID, "Back"),)
        sessions.keep(begun.id, NoteDraft(day, NoteFormat.QUICK, did, (Rating("Pain", pain, pain),)), at)
        sessions.finish(begun.id, "Ana Brandl", at)
    desk.changed.emit()
    hands.tab("brief")
    hands.click("worse_red_flags_button")
    hands.click("accept_button")
    hands.until(lambda: red_flags.of(1))
    assert red_flags.of(1)[0].draft.decision is Decision.NONE_SEEN
    hands.click("worse_red_flags_button")
    hands.click("flag_saddle_box")
    choose(hands, "Did not work there")
    hands.type("red_flag_reason_edit", "Sent to the hospital with her daughter")
    hands.click("accept_button")
    hands.until(lambda: len(red_flags.of(1)) == 2)
    assert red_flags.of(1)[0].draft.flags == {RedFlag.SADDLE}


def test_a_decision_half_written_when_the_practice_locks_comes_back(hands: Hands) -> None:
    with_a_pain_at_night(hands)
    (prompt,) = red_flags.waiting(1, hands.workspace.desk.now())
    hands.click(f"decide_{prompt.place}_button")
    choose(hands, "Adapted")
    hands.type("red_flag_reason_edit", "Lighter on the left")
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    hands.until(lambda: "what you decided about a red flag" in told(hands))
    hands.click(next(w.objectName() for w in hands.front.findChildren(QWidget) if w.objectName().startswith("held_")))
    hands.click("accept_button")
    hands.until(lambda: red_flags.of(1))
    (entry,) = red_flags.of(1)
    assert (entry.draft.decision, entry.draft.reason) == (Decision.ADAPTED, "Lighter on the left")
    assert entry.draft.about == prompt.about


def test_a_decision_half_written_comes_back_even_where_nothing_waits_for_it_any_more(hands: Hands) -> None:
    with_a_pain_at_night(hands)
    desk = hands.workspace.desk
    (prompt,) = red_flags.waiting(1, desk.now())
    hands.click(f"decide_{prompt.place}_button")
    choose(hands, "Adapted")
    hands.type("red_flag_reason_edit", "Lighter on the left")
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    health_answers.keep(1, (HealthAnswer("night_pain", False),), hands.workspace.desk.now())
    assert red_flags.waiting(1, hands.workspace.desk.now()) == ()
    hands.until(lambda: "what you decided about a red flag" in told(hands))
    hands.click(next(w.objectName() for w in hands.front.findChildren(QWidget) if w.objectName().startswith("held_")))
    hands.click("accept_button")
    hands.until(lambda: red_flags.of(1))
    assert (red_flags.of(1)[0].draft.decision, red_flags.of(1)[0].draft.reason) == (
        Decision.ADAPTED,
        "Lighter on the left",
    )
    assert held_forms.waiting() == ()
