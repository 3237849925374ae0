"""A note is looked at in one layout and in another: not a word moves out of sight, and what is signed stays named."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from alliance_desktop.domain.session import NoteFormat, NoteKey, Section
from alliance_desktop.services import held_forms, note_layouts, practice_file, sessions
from alliance_desktop.ui.widgets.words import Words
from tests.journeys.conftest import Hands

FORMATS = dict(zip(NoteFormat, range(1, 6), strict=True))
WORDS = {
    "asked": "The calves were too much.",
    "found": "Neck firm",
    "did": "**Slow** strokes\n- neck\n- calves",
    "response": "Breath deeper",
    "next": "Begin with the neck",
}


def note_of_maria(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.workspace.open_client(1, "sessions")
    hands.click("note_button")
    hands.until(lambda: hands.workspace.sessions_tab.editor.isVisible())


def shown_words(hands: Hands) -> dict[str, str]:
    fields = hands.workspace.sessions_tab.editor.findChildren(QPlainTextEdit)
    names = {f"{key}_edit": str(key) for key in NoteKey}
    return {
        names[field.objectName()]: field.toPlainText()
        for field in fields
        if field.objectName() in names and field.isVisible() and field.toPlainText()
    }


def read(hands: Hands) -> list[str]:
    return [label.text() for label in hands.workspace.sessions_tab.view.findChildren(Words) if label.isVisible()]


def test_switching_the_layout_never_loses_or_changes_a_word(hands: Hands) -> None:
    note_of_maria(hands)
    for key, words in WORDS.items():
        hands.find(QPlainTextEdit, f"{key}_edit").setPlainText(words)
    hands.click(f"format_choice_{FORMATS[NoteFormat.SOAP]}")
    hands.type("think_edit", "Sleeping on the front holds it")
    everything = WORDS | {"think": "Sleeping on the front holds it"}

    for note_format in (*NoteFormat, NoteFormat.QUICK):
        hands.click(f"format_choice_{FORMATS[note_format]}")
        assert shown_words(hands) == everything, note_format
        assert hands.workspace.sessions_tab.editor.flush()
        kept = sessions.open_note(1)
        assert kept is not None
        assert kept.note.format is note_format
        assert {str(field.key): field.words for field in kept.note.fields} == everything


def test_ones_own_layout_is_made_taken_back_and_kept_with_the_note_that_was_signed_in_it(hands: Hands) -> None:
    note_of_maria(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click(f"format_choice_{FORMATS[NoteFormat.OWN]}")
    hands.click("layout_button")
    hands.until(lambda: hands.window.findChildren(QDialog, "layout_dialog"))
    hands.type("section_3_edit", "My work")
    hands.click("section_3_up_button")
    hands.click("section_2_response_chip")
    hands.click("section_6_remove_button")
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    hands.click(f"held_{held_forms.waiting()[0].id}_button")
    hands.until(lambda: hands.window.findChildren(QDialog, "layout_dialog"))
    hands.click("accept_button")

    mine = Section("My work", (NoteKey.DID, NoteKey.RESPONSE))
    hands.until(lambda: mine in note_layouts.own())
    assert [section.name for section in note_layouts.own()] == ["Asked for", "My work", "Found", "I think"]
    assert "My work" in [label.text() for label in hands.workspace.sessions_tab.editor.findChildren(Words)]
    hands.click("finish_button")
    hands.until(lambda: "My work" in read(hands))

    note_layouts.put_back((), hands.workspace.desk.now())
    hands.workspace.sessions_tab.refresh()
    hands.until(lambda: "My work" in read(hands))
    assert sessions.intact(sessions.one(1))


def test_a_layout_left_with_cancel_or_undone_is_as_it_was(hands: Hands) -> None:
    note_of_maria(hands)
    hands.click(f"format_choice_{FORMATS[NoteFormat.OWN]}")
    hands.click("layout_button")
    hands.type("section_1_edit", "Wishes")
    hands.click("cancel_button")
    hands.until(lambda: not [d for d in hands.window.findChildren(QDialog, "layout_dialog") if d.isVisible()])
    assert note_layouts.own() == ()

    hands.click("layout_button")
    hands.type("section_1_edit", "Wishes")
    hands.click("accept_button")
    hands.until(lambda: hands.find(QWidget, "asked_edit").accessibleName() == "Wishes")
    hands.click("undo_button")
    hands.until(lambda: note_layouts.own() == ())
    assert hands.find(QWidget, "asked_edit").accessibleName() == "Asked for"


def test_a_layout_half_made_comes_back_though_its_note_was_thrown_away_since(hands: Hands) -> None:
    note_of_maria(hands)
    hands.type("did_edit", "Slow strokes")
    hands.click("finish_button")
    hands.click("note_button")
    hands.until(lambda: hands.workspace.sessions_tab.editor.isVisible())
    hands.click(f"format_choice_{FORMATS[NoteFormat.OWN]}")
    hands.click("layout_button")
    hands.type("section_1_edit", "Wishes")
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    sessions.discard(2, hands.workspace.desk.now())
    hands.click(f"held_{held_forms.waiting()[0].id}_button")
    hands.until(lambda: hands.window.findChildren(QDialog, "layout_dialog"))
    hands.click("accept_button")
    hands.until(lambda: "Wishes" in [section.name for section in note_layouts.own()])
    assert held_forms.waiting() == ()
