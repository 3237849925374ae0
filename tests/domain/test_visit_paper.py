"""What of a note its client takes home."""

from datetime import date

from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.visit_paper import of_note


def test_what_was_typed_strong_is_printed_without_its_marks_and_the_clients_words_as_they_were_said() -> None:
    fields = (
        NoteField(NoteKey.ASKED, "**please** the neck"),
        NoteField(NoteKey.DID, "- **Neck** first\n- then shoulders"),
        NoteField(NoteKey.RESPONSE, "Breathed **deeper**."),
        NoteField(NoteKey.THINK, "Guarded."),
    )
    assert of_note(NoteDraft(date(2026, 5, 19), fields=fields)) == (
        "**please** the neck",
        "• Neck first\n• then shoulders",
        "Breathed deeper.",
    )
