"""Words of one kind to tap, in one line or all of them, with room for one's own."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.tapped import LONGEST, Tap, TapKind, capital, kind_words
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.widgets.buttons import Chip
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.ui.widgets.flow import GAP, Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class TapRow(QWidget):
    """A click on a chip leaves the cursor where it is, so that one goes on typing; Tab comes to the chips as well."""

    tapped = Signal(object)
    removed = Signal(object)
    added = Signal(object, str)

    def __init__(self, kind: TapKind) -> None:
        super().__init__()
        self.kind = kind
        self.chips: list[Chip] = []
        self._words: tuple[str, ...] = ()
        self._open = self._taking = False
        self.label = Words(kind_words(kind), "heading", "muted")
        self.own_edit = TextField(_("Your own"))
        self.own_edit.setObjectName(f"own_{kind}_edit")
        self.own_edit.setAccessibleName(_("A word of your own: {kind}").format(kind=kind_words(kind)))
        self.own_edit.setMaxLength(LONGEST)
        self._flow = Flow()
        self._flow.addWidget(self.own_edit)
        self._room = boxed(self._flow)
        self.setLayout(column(FieldRow(self.label, self._room, drop=6, least=200)))
        self.own_edit.returnPressed.connect(self._add)
        self.own_edit.hide()

    def show_words(self, words: Sequence[str]) -> None:
        """Offer these words, in their order."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        self._flow.removeWidget(self.own_edit)
        emptied(self._flow)
        self.chips = []
        for number, each in enumerate(words, 1):
            chip = Chip(capital(each))
            chip.setObjectName(f"tap_{self.kind}_{number}_chip")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(partial(self._tap, each))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        self._flow.addWidget(self.own_edit)
        self._name()
        self._fit()

    def show_taps(self, taps: Sequence[Tap]) -> None:
        """Tick the words that stand in the sentence which is being written."""
        for words, chip in zip(self._words, self.chips, strict=True):
            chip.setChecked(Tap(self.kind, words) in taps)
        self._fit()

    def be(self, is_open: bool, taking: bool) -> None:
        """Show one line or all; while ``taking`` a tap takes a word away."""
        self._open, self._taking = is_open, taking
        self._name()
        self._fit()

    def stops(self) -> list[QWidget]:
        """Where Tab goes."""
        return [*self.chips, self.own_edit]

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _name(self) -> None:
        told = _("Take away: {words}") if self._taking else _("{kind}: {words}")
        for words, chip in zip(self._words, self.chips, strict=True):
            chip.setAccessibleName(told.format(words=words, kind=kind_words(self.kind)))

    def _fit(self) -> None:
        """In one line there is what fits, beginning with what is used most."""
        self.own_edit.setMaximumWidth(theme.px(160))
        self.own_edit.setVisible(self._open)
        used = 0
        for chip in self.chips:
            used += chip.sizeHint().width() + GAP
            chip.setVisible(self._open or used - GAP <= self._room.width())

    def _tap(self, words: str) -> None:
        (self.removed if self._taking else self.tapped).emit(Tap(self.kind, words))

    def _add(self) -> None:
        if self.own_edit.words():
            self.added.emit(self.kind, self.own_edit.words())
            self.own_edit.clear()
