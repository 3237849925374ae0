"""What stands before a field of a note, in the colour of whose words it holds: the same to write and to read."""

from alliance_desktop.domain.session import NoteKey, field_words, whose_field
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.widgets.words import Words


def field_label(key: NoteKey, name: str = "") -> Words:
    """The label of a field; ``name`` is what a section calls it."""
    return Words(name or field_words(key), "heading", "clay" if whose_field(key) is Whose.CLIENT else "accent")
