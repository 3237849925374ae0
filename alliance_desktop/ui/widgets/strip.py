"""Strips: what must be in sight about safety, and what the program says without standing in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from alliance_desktop.domain.health import Caution, Safety, caution_words
from alliance_desktop.ui.widgets.buttons import Button, QuietButton
from alliance_desktop.ui.widgets.words import Frame, Picture, Words
from alliance_desktop.words import _

SECONDS = 10


class SafetyStrip(Frame):
    """What the hands must know, gravest first; the same place on every tab. Hidden when nothing asks for care."""

    def __init__(self) -> None:
        super().__init__("strip")
        self.setObjectName("safety_strip")
        self.level = Words("", "strong", "warning").one_line()
        self.what = Words("", "body", "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(Picture("triangle-alert", "warning", 20))
        row.addSpacing(4)
        row.addWidget(self.level, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.what, 1, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_safety(self, safety: Safety) -> None:
        """Show what holds today."""
        self.setVisible(bool(safety.lines))
        if safety.level is not Caution.NONE:
            self.level.setText(_("{level} ·").format(level=caution_words(safety.level)))
        self.what.setText("\n".join(safety.lines))
        self.setAccessibleName(f"{self.level.text()} {self.what.text()}")


class NoticeStrip(Frame):
    """One calm sentence at the foot of the window, perhaps with Undo; it goes away by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("notice", parent)
        self.setObjectName("notice_strip")
        self.sentence = Words("")
        self.undo_button = Button(_("Undo"), "", "")
        self.undo_button.setObjectName("undo_button")
        self.close_button = QuietButton(_("Close"))
        self.close_button.setObjectName("close_notice_button")
        self._undo: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
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
        self.raise_()

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
