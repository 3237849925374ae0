"""The lines above a note: its layout and the time it is in hand, then what was agreed and is brought along."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.note_layout import format_words
from alliance_desktop.domain.session import NoteFormat
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.words import _


class FormatRow(QWidget):
    """``chosen`` says that another format is, ``layout_wanted`` asks for the sections of the own one."""

    chosen = Signal()
    layout_wanted = Signal()

    def __init__(self, clock: QWidget, agreed: Sequence[QWidget]) -> None:
        super().__init__()
        self._clock, self._agreed = clock, agreed
        self.choice = Segmented(
            "format_choice", _("Layout of the note"), [(format_words(each), each) for each in NoteFormat]
        )
        self.layout_button = LinkButton(_("Change the sections"), "list-checks")
        self.layout_button.setObjectName("layout_button")
        self.carry_button = LinkButton(_("Carry forward from last time"), "history")
        self.carry_button.setObjectName("carry_button")
        laid, brought = Flow(), Flow()
        for one in (self.layout_button, clock):
            laid.addWidget(one)
        for one in (*agreed, self.carry_button):
            brought.addWidget(one)
        self.setLayout(
            column(TwoColumns(boxed(row(self.choice, None)), boxed(laid), (0, 1), 8, 500), boxed(brought), gap=0)
        )
        self.choice.chosen.connect(self._choose)
        self.layout_button.clicked.connect(self.layout_wanted)
        self.layout_button.hide()

    @property
    def note_format(self) -> NoteFormat:
        """The format that is chosen."""
        return NoteFormat(str(self.choice.value()))

    def show_format(self, note_format: NoteFormat) -> None:
        """Choose a format without telling anybody."""
        self.choice.set_value(note_format)
        self.layout_button.setVisible(note_format is NoteFormat.OWN)

    def stops(self) -> list[QWidget]:
        """Where Tab goes."""
        return [*self.choice.segments, self.layout_button, self._clock, *self._agreed, self.carry_button]

    def _choose(self) -> None:
        self.layout_button.setVisible(self.note_format is NoteFormat.OWN)
        self.chosen.emit()
