"""A client says something to a signed note, alone with a signature or aloud, and it stands under it for good."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.statement import Stance
from alliance_desktop.services import held_forms, practice_file, search, statements
from tests.journeys.conftest import PASSWORD, Hands


def told(hands: Hands) -> str:
    shown = [label for label in hands.front.findChildren(QLabel) if label.isVisible()]
    return "\n".join(f"{label.text()}\n{label.accessibleName()}" for label in shown)


def under_a_signed_note(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.workspace.client_page.start_note()
    hands.type("did_edit", "Zuzaright shoulder")
    hands.click("finish_button")
    hands.click("state_button")


def test_a_client_writes_and_signs_alone_and_sees_nothing_of_the_note(hands: Hands) -> None:
    under_a_signed_note(hands)
    hands.type("statement_words_edit", "It was the left")
    hands.click("hand_over_statement_button")
    hands.until(lambda: hands.window.handed is not None)
    assert "Zuza" not in told(hands)
    assert not hands.find(QWidget, "task_done_button").isEnabled()
    answers = [hands.find(QAbstractButton, f"stance_{place}_button") for place in (1, 2, 3)]
    assert not any(answer.isChecked() for answer in answers)
    hands.type("statement_words_edit", "It was the left shoulder")
    hands.click("stance_2_button")
    hands.sign("statement_pad")
    hands.click("task_done_button")
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: "Maria does not agree with this note" in told(hands))
    assert "Maria said: It was the left shoulder" in told(hands)
    (stated,) = statements.of(1)
    assert (stated.draft.stance, stated.how, bool(stated.strokes)) == (Stance.DISAGREE, HowSigned.DRAWN, True)
    assert held_forms.waiting() == ()
    assert [hit.id for hit in search.find("left")] == [1]
    assert all(check.held for check in practice_file.check())


def test_what_is_said_aloud_is_written_down_and_a_lock_loses_none_of_it(hands: Hands) -> None:
    under_a_signed_note(hands)
    hands.click("accept_button")
    assert "There are no words to add yet." in told(hands)
    hands.type("statement_words_edit", "I slept well after it")
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    hands.until(lambda: "what the client says about a note" in told(hands))
    hands.click(next(w.objectName() for w in hands.front.findChildren(QWidget) if w.objectName().startswith("held_")))
    hands.click("accept_button")
    hands.until(lambda: "Maria adds to this note" in told(hands))
    (stated,) = statements.of(1)
    assert (stated.how, stated.taken_by, stated.draft.words) == (
        HowSigned.ALOUD,
        "Ana Brandl",
        "I slept well after it",
    )


def test_a_client_may_rather_not_and_nothing_is_kept(hands: Hands) -> None:
    under_a_signed_note(hands)
    hands.click("hand_over_statement_button")
    hands.until(lambda: hands.window.handed is not None)
    hands.click("stance_1_button")
    hands.click("decline_statement_button")
    assert "That is fine, Maria." in told(hands)
    assert statements.of(1) == ()
    assert held_forms.waiting() == ()
