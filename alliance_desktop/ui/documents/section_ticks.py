"""A tick for each part of a paper that may be left out; it scrolls where there are many."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.paper_section import Section
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class SectionTicks(QWidget):
    """Only what holds anything has a tick; ``turned`` says which part, and whether it is printed from now on."""

    turned = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Section, TickBox] = {}
        self.title = Words(_("On this paper"), "heading", "muted")
        self.area = ScrollColumn()
        self.area.setObjectName("ticks_area")
        self._ticks = column(gap=0)
        self.area.column.addWidget(boxed(self._ticks))
        self.area.column.addStretch(1)
        lines = column(self.title, gap=4)
        lines.addWidget(self.area, 1)
        self.setLayout(lines)
        theme.signals.changed.connect(self._measure)

    def show_sections(self, sections: Sequence[Section], left_out: Collection[Section]) -> None:
        """Show these parts in their order; boxes that stay keep the focus."""
        if tuple(self.boxes) != tuple(sections):
            emptied(self._ticks)
            self.boxes = {section: self._box(section) for section in sections}
        for section, box in self.boxes.items():
            box.setChecked(section not in left_out)
        self.setVisible(bool(sections))
        self._measure()

    def _measure(self) -> None:
        """Be as wide as the longest words: the list scrolls downwards only."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(max((box.sizeHint().width() + bar for box in self.boxes.values()), default=0))

    def _box(self, section: Section) -> TickBox:
        box = TickBox(section.words)
        box.setObjectName(f"print_{section.name.lower()}_box")
        box.setAccessibleName(_("Print: {part}").format(part=section.words))
        box.clicked.connect(partial(self._turn, section))
        self._ticks.addWidget(box)
        return box

    def _turn(self, section: Section) -> None:
        self.turned.emit(section, self.boxes[section].isChecked())
