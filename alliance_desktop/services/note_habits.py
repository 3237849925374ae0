"""Small habits of the note's window that stay from one note to the next."""

from datetime import datetime

from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.note_models import NoteHabitRow

_CLOCK = "clock"


def shows_clock() -> bool:
    """True while the time in a note is in sight."""
    return not NoteHabitRow.select().where(NoteHabitRow.name == _CLOCK, NoteHabitRow.value == "hidden").exists()


@transaction
def show_clock(shown: bool, now: datetime) -> bool:
    """Show the time in a note from now on, or hide it."""
    NoteHabitRow.delete().where(NoteHabitRow.name == _CLOCK).execute()
    if not shown:
        NoteHabitRow.insert(name=_CLOCK, value="hidden").execute()
    return shown
