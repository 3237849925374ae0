"""What the client does at home until the next visit: one thing a line, with what was given before to be tapped."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.picks_row import PicksRow
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

# So many letters have room at twice the size of words.
_SHOWN = 38


class HomePart(QWidget):
    """Goes on the home-care sheet and on the visit's summary once the note is signed."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[str, ...] = ()
        hint = _("One thing a line; it goes on the home-care sheet")
        self.edit = VoiceEdit(Whose.THERAPIST, _("For at home"), "home_edit", hint)
        self.picks = PicksRow("home_pick", _("Given before"), _SHOWN)
        self.edit.edited.connect(self.edited)
        self.picks.picked.connect(self._add)
        inside = boxed(column(self.edit, self.picks, gap=6))
        self.setLayout(column(FieldRow(Words(_("For at home"), "heading", "accent"), inside)))

    def load(self, home: Sequence[str], offered: Sequence[str]) -> None:
        """Show what a note gives; ``offered`` can be added with a tap."""
        self.edit.set_words("\n".join(home))
        self._offered = tuple(offered)
        self._offer()

    def home(self) -> tuple[str, ...]:
        """What is given, one for each line with words."""
        return tuple(line.strip() for line in self.edit.words().splitlines() if line.strip())

    def stops(self) -> list[QWidget]:
        """Where Tab goes, from above."""
        return [self.edit, *self.picks.buttons]

    def _add(self, words: str) -> None:
        self.edit.set_words("\n".join((*self.home(), words)))
        self._offer()
        self.edit.setFocus()

    def _offer(self) -> None:
        there = {folded(line) for line in self.home()}
        self.picks.show_words([words for words in self._offered if folded(words) not in there])
        self.rebuilt.emit()
