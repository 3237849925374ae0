"""After all have signed: a thank-you, and what happens now. There is nothing more to press but the lock."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.ui.layouts import column, emptied, row
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _


class Thanks(QWidget):
    """One quiet page."""

    def __init__(self, client: str, therapist: str) -> None:
        super().__init__()
        self._client, self._therapist = client, therapist
        self.thanked = Words("", "page_title")
        self.thanked.setObjectName("thanked_words")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(12)
        head = row(Picture("circle-check", "accent", 32), gap=16)
        head.addWidget(self.thanked, 1)
        now = Words(_("What happens now"), "title")
        self.setLayout(column(16, head, 24, now, 4, self.lines, None, gap=8))

    def show_signed(self, all_of: int, by_pin: bool, look: str) -> None:
        """Thank for so many signatures; ``look`` says when both look again, or nothing."""
        told = (
            _("Thank you, {name}. You have both signed.") if all_of == 2 else _("Thank you, {name}. All have signed.")
        )
        self.thanked.setText(told.format(name=self._client))
        back = (
            _("{name} has the screen again with the PIN.")
            if by_pin
            else _("{name} has the screen again with the password.")
        )
        emptied(self.lines)
        for icon, words in (
            ("lock", back.format(name=self._therapist)),
            ("printer", _("{name} prints your plan for you to take home, and keeps the same one.")),
            ("calendar-check", _("We look at it again: {when}.").format(when=look) if look else ""),
            ("hand-heart", _("You can change your mind at any time, about all of it.")),
        ):
            if words:
                self._add(icon, words.format(name=self._therapist))

    def _add(self, icon: str, words: str) -> None:
        line = row(Picture(icon, "accent", 20), gap=12)
        line.addWidget(Words(words), 1)
        self.lines.addLayout(line)
