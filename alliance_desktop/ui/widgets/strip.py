"""Strips: what must be in sight about safety, and what the program says without standing in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from alliance_desktop.domain.health import Safety, caution_words
from alliance_desktop.ui.layouts import row
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.words import Frame, Picture, Words
from alliance_desktop.words import _

SECONDS = 10
_WIDEST = 720


class SafetyStrip(Frame):
    """What the hands must know, gravest first; the same place on every tab. Says so quietly when nothing is known."""

    def __init__(self) -> None:
        super().__init__("strip")
        self.setObjectName("safety_strip")
        self.picture = Picture("triangle-alert", "warning", 20)
        self.level = Words("", "strong", "warning").one_line()
        self.what = Words("", "body", "warning")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self.picture)
        self._row.addWidget(self.level, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.what, 1, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_safety(self, safety: Safety) -> None:
        """Show what holds today."""
        known = bool(safety.lines)
        self.picture.setVisible(known)
        self.level.setVisible(known)
        self.level.setText(_("{level} ·").format(level=caution_words(safety.level)) if known else "")
        self.what.setText("\n".join(safety.lines) if known else _("Health: nothing known that asks for care."))
        self.what.set_tone("warning" if known else "muted")
        self._row.setContentsMargins(*((16, 10, 16, 10) if known else (0, 0, 0, 4)))
        self.setProperty("kind", "strip" if known else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(f"{self.level.text()} {self.what.text()}".strip())


class NoticeStrip(QWidget):
    """One calm sentence below the page, perhaps with Undo; it covers nothing and goes away by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice_strip")
        self.sentence = Words("")
        self.undo_button = SecondButton(_("Undo"))
        self.undo_button.setObjectName("undo_button")
        self.close_button = SecondButton(_("Close"))
        self.close_button.setObjectName("close_notice_button")
        self.close_button.setAccessibleName(_("Close: {what}").format(what=_("Notice")))
        self._undo: Callable[[], object] | None = None
        frame = Frame("notice")
        frame.setMaximumWidth(_WIDEST)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(20, 10, 12, 10)
        inside.setSpacing(12)
        inside.addWidget(self.sentence, 1)
        inside.addWidget(self.undo_button)
        inside.addWidget(self.close_button)
        outer = row(gap=0)
        outer.addWidget(frame, 1)
        outer.addStretch(0)
        outer.setContentsMargins(24, 8, 24, 16)
        self.setLayout(outer)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.undo_button.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Show a sentence; with ``undo`` it can be taken back for ten seconds."""
        self._undo = undo
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.undo_button.setVisible(undo is not None)
        self._timer.start()
        self.show()

    def end_undo(self) -> None:
        """Offer no longer to undo what was offered last."""
        if self._undo is not None:
            self._undo = None
            self.hide()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
