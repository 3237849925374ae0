"""Words to tap, always in the same place below the note: for the field that the cursor was in last."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.domain.session import NoteKey
from alliance_desktop.domain.tapped import KINDS, Tap, TapKind
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.sessions.tap_row import TapRow
from alliance_desktop.ui.widgets.buttons import Chip, LinkButton
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Hairline
from alliance_desktop.words import _

# Of the room that note and dock share.
_MOST = 0.5


class TapDock(QWidget):
    """``tapped`` carries a word to write, ``removed`` one to offer no more, ``added`` a kind and one's own word."""

    tapped = Signal(object)
    removed = Signal(object)
    added = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._key = NoteKey.DID
        self.rows = {kind: TapRow(kind) for kind in (*(kinds[0] for kinds in KINDS.values()), TapKind.AREA)}
        self.more_button = LinkButton(_("More"))
        self.more_button.setObjectName("more_words_button")
        self.more_button.setAccessibleName(_("More words to tap"))
        self.take_chip = Chip(_("Take words away"))
        self.take_chip.setObjectName("take_words_chip")
        self.scroll_area = ScrollColumn()
        self.scroll_area.column.addLayout(column(*self.rows.values(), 4, gap=6))
        self.scroll_area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.scroll_area.inside.installEventFilter(self)
        self._foot = boxed(row(None, self.take_chip))
        words = row(gap=8)
        words.addWidget(self.scroll_area, 1)
        words.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(Hairline(), 8, words, self._foot, 8, gap=0))
        for line in self.rows.values():
            line.tapped.connect(self.tapped)
            line.removed.connect(self.removed)
            line.added.connect(self.added)
        self.more_button.clicked.connect(self._turn)
        self.take_chip.clicked.connect(self._show)
        self._open = False
        self.be_for(NoteKey.DID, "")

    def show_words(self, words: Mapping[TapKind, Sequence[str]]) -> None:
        """Offer these words of each kind."""
        for kind, line in self.rows.items():
            line.show_words(words.get(kind, ()))
        self._fit()

    def be_for(self, key: NoteKey, name: str) -> None:
        """Offer the words that belong into a field, which is called so."""
        self._key = key
        for kind, line in self.rows.items():
            line.setVisible(kind in KINDS[key])
        first = self.rows[KINDS[key][0]]
        first.label.setText(name)
        first.label.set_tone("accent")
        self._show()

    def show_taps(self, taps: Sequence[Tap]) -> None:
        """Tick the words of the sentence that is being written."""
        for line in self.rows.values():
            line.show_taps(taps)

    def stops(self) -> list[QWidget]:
        """Where Tab goes, from above."""
        return [*(stop for line in self.rows.values() for stop in line.stops()), self.more_button, self.take_chip]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            # How high the lines are is known once they have settled.
            QTimer.singleShot(0, self, self._fit)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _turn(self) -> None:
        self._open = not self._open
        self.take_chip.setChecked(False)
        self._show()

    def _show(self) -> None:
        self.more_button.rename(_("Less") if self._open else _("More"))
        self.more_button.setAccessibleName(_("Fewer words to tap") if self._open else _("More words to tap"))
        self._foot.setVisible(self._open)
        for line in self.rows.values():
            line.be(self._open, self._open and self.take_chip.isChecked())
        self._fit()

    def _fit(self) -> None:
        """As high as the words need, but with what is below them never more than half of what the note has."""
        note = self.parentWidget()
        if note is None or not self.isVisible():
            return
        width = self.scroll_area.viewport().width()
        wanted = self.scroll_area.column.totalHeightForWidth(width)
        most = round(note.height() * _MOST)
        most -= self._foot.sizeHint().height() if self._open else 0
        height = min(wanted, max(theme.px(40), most))
        if height != self.scroll_area.height():
            self.scroll_area.setFixedHeight(height)
