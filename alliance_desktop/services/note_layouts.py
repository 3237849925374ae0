"""The sections a note is written in: those of the known formats, and the practice's own."""

from collections.abc import Iterable
from datetime import datetime

from alliance_desktop.domain import note_layout
from alliance_desktop.domain.session import NoteFormat, NoteKey, Section
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.note_models import NoteSectionRow


def of(note_format: NoteFormat) -> tuple[Section, ...]:
    """The sections of a format as they are now."""
    return note_layout.sections_of(note_format, own() if note_format is NoteFormat.OWN else ())


def own() -> tuple[Section, ...]:
    """The practice's own sections; empty while it has none of its own."""
    rows = NoteSectionRow.select().order_by(NoteSectionRow.place)
    return tuple(Section(row.name, tuple(NoteKey(key) for key in row.keys.split())) for row in rows)


@transaction
def keep(sections: Iterable[Section], now: datetime) -> tuple[Section, ...]:
    """Keep the practice's own sections and return those before, so that this can be undone; ``LayoutUnclear``."""
    return _keep(note_layout.checked(sections), now)


@transaction
def put_back(sections: Iterable[Section], now: datetime) -> tuple[Section, ...]:
    """Undo ``keep``; without sections the own format is as it began."""
    return _keep(tuple(sections), now)


def _keep(sections: tuple[Section, ...], now: datetime) -> tuple[Section, ...]:
    before = own()
    NoteSectionRow.delete().execute()
    for place, section in enumerate(sections):
        NoteSectionRow.insert(place=place, name=section.name, keys=" ".join(section.keys)).execute()
    audit.record("set", "note layout", 0, now)
    return before
