"""What the program says while something takes long: a calm sentence, a bar, the time left, and a way to stop."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy

from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _, counted

# Shorter work shows nothing but a busy pointer; longer work may be stopped and says how long it will take.
SHOW_AFTER = 1.0
STOP_AFTER = 10.0
_PARTS = 1000
_SURE_AFTER = 2.0


def left_words(seconds: float) -> str:
    """Say how long something will still take, in whole minutes above one: never more exact than it is known."""
    if seconds < 10:
        return _("a few seconds left")
    if seconds < 50:
        return _("less than a minute left")
    return counted("about {n} minute left", "about {n} minutes left", max(1, round(seconds / 60)))


class ProgressStrip(Frame):
    """Follows one long work: ``begin``, then ``report`` as it goes, then ``finish``; in sight only after a second."""

    cancel_asked = Signal()

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__("quiet")
        self.setObjectName(name)
        self._clock = clock
        self._began = 0.0
        self.sentence = Words("", "medium")
        self.left = Words("", "small", "muted")
        self.left.setObjectName(f"{name}_left")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.cancel_button = SecondButton(_("Stop"), "x")
        self.cancel_button.setObjectName(f"{name}_cancel_button")
        policy = self.cancel_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.cancel_button.setSizePolicy(policy)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.sentence, 0, 0)
        grid.addWidget(self.bar, 1, 0)
        grid.addWidget(self.left, 2, 0)
        grid.addWidget(self.cancel_button, 0, 1, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        self._patience = QTimer(self, singleShot=True, interval=round(SHOW_AFTER * 1000))
        self._patience.timeout.connect(self.show)
        self.cancel_button.clicked.connect(self._stop)
        self.hide()

    def begin(self, sentence: str, at_once: bool = False) -> None:
        """A work begins; the strip comes into sight after a second, or at once where its place is known."""
        self._began = self._clock()
        self.sentence.setText(sentence)
        self.left.setText(_("Just begun"))
        self.bar.setAccessibleName(sentence)
        self.bar.setValue(0)
        self.cancel_button.setEnabled(True)
        self.cancel_button.hide()
        self.cancel_button.setAccessibleName(_("Stop: {what}").format(what=sentence))
        if at_once:
            self.show()
        else:
            self._patience.start()

    def report(self, done: int, total: int) -> None:
        """So much of it is done, in any unit; a total of nought means that nobody knows."""
        share = min(1.0, max(0.0, done / total)) if total > 0 else 0.0
        self.bar.setValue(round(share * _PARTS))
        passed = self._clock() - self._began
        if not self.cancel_button.isEnabled():
            return
        known = share > 0 and passed >= _SURE_AFTER
        left = passed * (1 - share) / share if known else 0.0
        self.left.setText(left_words(left) if known else _("Working…"))
        if passed + left > STOP_AFTER:
            self.cancel_button.show()

    def finish(self) -> None:
        """It is over, however it went; the strip goes out of sight."""
        self._patience.stop()
        self.hide()

    def _stop(self) -> None:
        self.cancel_button.setEnabled(False)
        self.left.setText(_("Stopping…"))
        self.cancel_asked.emit()
