"""Beside the words of a note: what is for the therapist alone, the goals worked on, the time, and bold words read."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

from alliance_desktop.domain.plan import Goal, HowSigned, PlanContent, Signer
from alliance_desktop.domain.session import WorkedOn
from alliance_desktop.domain.voice import Said
from alliance_desktop.services import note_habits, plans, practice_file, private_notes, sessions
from alliance_desktop.ui.sessions.note_clock import NoteClock
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from tests.journeys.conftest import PASSWORD, Hands

PRIVATE = "I was tired and hurried her. Bring it to supervision."
GARDEN, SLEEP = Goal("g1", Said("Garden for an hour")), Goal("g2", Said("Sleep through the night without waking up"))


def at_the_note(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    now = hands.workspace.desk.now()
    plan = plans.begin(1, now)
    plans.keep_draft(plan.id, PlanContent(Said("My garden"), (GARDEN, SLEEP)), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="said so")
    hands.workspace.open_client(1, "sessions")
    hands.click("note_button")
    hands.until(lambda: hands.workspace.sessions_tab.editor.isVisible())


def button(hands: Hands, name: str) -> QAbstractButton:
    return hands.find(QAbstractButton, name)


def everything_shown(hands: Hands) -> str:
    labels = [one.text() for one in hands.window.findChildren(QLabel) if one.isVisible()]
    fields = [one.toPlainText() for one in hands.window.findChildren(QPlainTextEdit) if one.isVisible()]
    return "\n".join((*labels, *fields))


def test_what_is_for_the_therapist_alone_outlives_a_lock_and_is_found_again_closed(hands: Hands) -> None:
    at_the_note(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click("note_private_button")
    hands.type("note_private_edit", PRIVATE)
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    assert private_notes.of(1) == PRIVATE

    hands.workspace.open_client(1, "sessions")
    hands.until(lambda: button(hands, "note_private_button").text() == "For me alone · written")
    assert PRIVATE not in everything_shown(hands)
    hands.click("finish_button")
    hands.until(lambda: sessions.one(1).is_signed)
    hands.until(lambda: button(hands, "signed_note_private_button").isVisible())
    assert PRIVATE not in everything_shown(hands)
    hands.click("signed_note_private_button")
    hands.until(lambda: PRIVATE in everything_shown(hands))
    hands.click("signed_note_private_button")
    assert PRIVATE not in everything_shown(hands)
    assert PRIVATE not in hands.workspace.sessions_tab.view.private.text_edit.toPlainText()
    assert sessions.intact(sessions.one(1))


def test_what_is_for_the_therapist_alone_leaves_the_program_only_on_its_own(hands: Hands, tmp_path: Path) -> None:
    at_the_note(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click("note_private_button")
    hands.type("note_private_edit", PRIVATE)
    assert button(hands, "note_private_save_button").isVisible()
    assert hands.workspace.sessions_tab.editor.private.flush()
    hands.workspace.sessions_tab.editor.private.save_to(tmp_path / "mine.txt")
    written = (tmp_path / "mine.txt").read_text(encoding="utf-8")
    assert PRIVATE in written
    assert "Slow strokes" not in written
    assert (tmp_path / "mine.txt").stat().st_mode & 0o077 == 0
    hands.workspace.sessions_tab.editor.private.save_to(tmp_path / "nowhere" / "mine.txt")
    hands.until(lambda: "could not be saved there" in everything_shown(hands))


def test_undo_brings_what_is_for_the_therapist_alone_back_with_its_note(hands: Hands) -> None:
    at_the_note(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click("note_private_button")
    hands.type("note_private_edit", PRIVATE)
    hands.click("discard_button")
    hands.until(lambda: sessions.lines(1) == ())
    hands.click("undo_button")
    hands.until(lambda: sessions.lines(1))
    assert private_notes.of(sessions.lines(1)[0].id) == PRIVATE


def test_it_is_closed_again_once_a_client_had_the_screen_or_the_page_was_left(hands: Hands) -> None:
    at_the_note(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click("finish_button")
    hands.until(lambda: sessions.one(1).is_signed)
    hands.click("signed_note_private_button")
    hands.type("signed_note_private_edit", PRIVATE)
    hands.click("state_button")
    hands.click("hand_over_statement_button")
    hands.until(lambda: hands.window.handed is not None)
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None and hands.workspace.sessions_tab.view.isVisible())
    assert PRIVATE not in everything_shown(hands)
    assert button(hands, "signed_note_private_button").text() == "For me alone · written"
    hands.click("signed_note_private_button")
    assert PRIVATE in everything_shown(hands)
    hands.tab("brief")
    hands.tab("sessions")
    assert PRIVATE not in everything_shown(hands)
    assert private_notes.of(1) == PRIVATE


def test_undo_leaves_what_was_written_since_beside_another_note_alone(hands: Hands) -> None:
    at_the_note(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click("discard_button")
    hands.until(lambda: sessions.lines(1) == ())
    hands.click("begin_note_button")
    hands.click("note_private_button")
    hands.type("note_private_edit", PRIVATE)
    hands.click("undo_button")
    (line,) = sessions.lines(1)
    assert private_notes.of(line.id) == PRIVATE
    assert line.words == ""


def test_a_note_brought_back_is_the_one_in_sight_and_is_gone_on_with(hands: Hands) -> None:
    at_the_note(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click("discard_button")
    hands.until(lambda: sessions.lines(1) == ())
    hands.click("begin_note_button")
    hands.until(lambda: sessions.lines(1))
    hands.click("undo_button")
    hands.until(lambda: sessions.lines(1)[0].words == "Slow strokes")
    assert "Slow strokes" in everything_shown(hands)
    hands.type("response_edit", "Easier")
    assert hands.workspace.sessions_tab.editor.flush()
    assert sessions.lines(1)[0].words == "Slow strokes"


def test_the_goals_a_visit_worked_on_are_ticked_and_shown_in_note_and_history(hands: Hands) -> None:
    at_the_note(hands)
    hands.find(QPlainTextEdit, "did_edit").setPlainText("**Slow** strokes on\n- neck\n- calves")
    hands.click("worked_on_1_chip")
    hands.click("worked_on_2_chip")
    hands.click("worked_on_2_chip")
    assert hands.workspace.sessions_tab.editor.flush()
    hands.click("finish_button")
    hands.until(lambda: sessions.one(1).is_signed)

    assert sessions.one(1).note.goals == (WorkedOn("g1", "Garden for an hour"),)
    hands.until(lambda: hands.workspace.sessions_tab.view.isVisible())
    blocks = [block.text() for block in hands.workspace.sessions_tab.view.findChildren(VoiceBlock)]
    assert "“Garden for an hour”" in blocks
    listed = hands.workspace.sessions_tab.session_list.records
    below = "Slow strokes on • neck • calves · worked on: Garden for an hour"
    assert listed.data(listed.index(0), Qt.ItemDataRole.UserRole).below == below
    # Bold words and lists are read as meant, and stored as typed.
    assert "Slow strokes on\n• neck\n• calves" in blocks
    assert "**Slow** strokes on\n- neck" in sessions.one(1).note.fields[0].words


def test_the_time_in_a_note_runs_is_hidden_and_is_stored_nowhere(hands: Hands) -> None:
    at_the_note(hands)
    clock = hands.find(NoteClock, "note_clock")
    assert clock.text().startswith("0:0")
    hands.until(lambda: clock.spent() > timedelta(seconds=1) and clock.text() != "0:00")
    hands.click("note_clock")
    assert clock.text() == ""
    assert not note_habits.shows_clock()
    hands.workspace.open_client(1, "brief")
    stopped = clock.spent()
    hands.workspace.open_client(1, "sessions")
    assert clock.spent() - stopped < timedelta(seconds=1)
    hands.click("note_clock")
    assert clock.text().startswith("0:0")
    assert hands.find(QWidget, "note_clock").accessibleName() == "Hide the time in this note"
