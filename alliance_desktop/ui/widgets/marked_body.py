"""Marks on the body to be read: the views that bear them, small, and beside them every mark in words."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.body_letters import width_for
from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets import body_pen
from alliance_desktop.ui.widgets.body_figure import BodyFigure
from alliance_desktop.ui.widgets.body_pen import MarkSign
from alliance_desktop.ui.widgets.flow import GAP, Flow
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words

# How high a figure stands without the words around it, how narrow it may be, and what the list beside it needs.
_TALL, _LEAST, _LIST = 210, 130, 250


class SmallFigure(BodyFigure):
    """One view to look at, as wide as its letters need, with ``lines`` kept for the legend below.

    ``tall`` is how high the figure stands (pixels at 100 %).
    """

    def __init__(
        self, name: str, view_id: str, marks: Sequence[Mark], names: tuple[str, str], lines: int, tall: int = _TALL
    ) -> None:
        super().__init__(name, body.view(view_id).title, editable=False)
        self._lines, self._tall = lines, tall
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.call(*names)
        self.show_view(view_id)
        self.show_marks(marks)

    def sizeHint(self) -> QSize:
        tall, size = theme.px(self._tall), body_pen.letter_height()
        wide = max(theme.px(_LEAST) * self._tall // _TALL, round(width_for(self._view, self._marks, tall, size)) + 4)
        return QSize(wide, tall + 2 * self._line() + self._legend_height())

    def _legend_height(self) -> int:
        # One kind below the other, whatever the width is, and as many for each figure: they stand on one line.
        return self._lines * round(body_pen.sign_size().height() + theme.px(6)) + theme.px(4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class MarkedBody(QWidget):
    """Figures at one side, words at the other where there is room; what somebody said of a mark is in their voice."""

    def __init__(self, name: str, marks: Sequence[Mark], names: tuple[str, str]) -> None:
        super().__init__()
        self.setObjectName(name)
        ordered = body_mark.in_order(marks)
        views = list(dict.fromkeys(mark.view for mark in ordered))
        lines = max((len(body_mark.used(mark for mark in marks if mark.view == view)) for view in views), default=0)
        self.figures = [SmallFigure(f"{name}_{view}", view, marks, names, lines) for view in views]
        flow, told = Flow(), column(gap=6)
        for figure in self.figures:
            flow.addWidget(figure)
        for mark in ordered:
            told.addWidget(_line(mark, names))
        told.addStretch(1)
        wide = sum(figure.sizeHint().width() + GAP for figure in self.figures[:2])
        beside = round((wide + theme.px(_LIST)) * 100 / theme.current().percent)
        self.setLayout(column(TwoColumns(boxed(flow), boxed(told), (wide, theme.px(_LIST)), 16, beside)))


def _line(mark: Mark, names: tuple[str, str]) -> QWidget:
    line = row(MarkSign(mark), gap=8)
    line.addWidget(Words(body_mark.words(replace(mark, note=""), *names)), 1)
    inside = column(line, gap=2)
    if mark.note.strip():
        said = row(gap=0)
        said.addSpacing(theme.px(8))
        said.addWidget(VoiceBlock(mark.note.strip(), mark.whose, role="" if mark.whose is Whose.CLIENT else "body"))
        inside.addLayout(said)
    return boxed(inside)
