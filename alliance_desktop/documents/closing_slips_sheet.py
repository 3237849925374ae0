"""Closing-check slips: four sentences, one thing to keep and one to change, four slips on a sheet where they fit.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, draw_below, height_of, spread
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.marks import Headed
from alliance_desktop.documents.rings import Rings
from alliance_desktop.documents.sheet import build, strip_of
from alliance_desktop.documents.text_runs import width_of
from alliance_desktop.domain.alliance import ASKED, HIGHEST, LOWEST, answer_words, sentence_of
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _

__all__ = ["pdf"]

# Slips across and down, the most first; a slip keeps clear of what printers leave white and of the knife.
_GRIDS = ((2, 2), (1, 2), (1, 1))
_SIDE, _EDGE, _SIDE_LARGE = 29.0, 11.0, 51.0


def pdf(record: LoosePaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages, always one; the same record gives the same bytes.

    Nobody is named on a slip. ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    strip = strip_of(record.practice, "")
    return build(lambda: [_Slips(edition, record)], edition, strip, _("Closing check"), bare=True)


class _Slips(Flowable):
    """The whole sheet: the same slip in every cell, and lines to cut along."""

    def __init__(self, edition: Edition, record: LoosePaper) -> None:
        super().__init__()
        self.edition, self.record = edition, record
        self.width, self.height = edition.width, edition.height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        across, down = next((grid for grid in _GRIDS if self._fits(*grid)), _GRIDS[-1])
        wide, tall = self.width / across, self.height / down
        side = self._side(across)
        for place in range(across * down):
            flow = self._slip(wide - 2 * side)
            spread(flow, wide - 2 * side, tall - 3 * _EDGE)
            spare = tall - height_of(flow, wide - 2 * side)
            left, top = place % across * wide + side, self.height - place // across * tall - spare / 2
            draw_below(self.canv, flow, left, top, wide - 2 * side)
        self._cut_lines(across, down)

    def _side(self, across: int) -> float:
        return _SIDE if across > 1 else _SIDE_LARGE

    def _fits(self, across: int, down: int) -> bool:
        width = self.width / across - 2 * self._side(across)
        return height_of(self._slip(width), width) <= self.height / down - 2 * _EDGE

    def _slip(self, width: float) -> list[Flowable]:
        edition = self.edition
        answers = [answer_words(answer) for answer in range(LOWEST, HIGHEST + 1)]
        flow: list[Flowable] = [
            self._head(width),
            edition.words(_("One ring in each row. Skip any you like."), "small"),
        ]
        for strand in ASKED:
            flow += [edition.gap(2, 9), edition.words(sentence_of(strand), "small_strong"), edition.gap(1, 3)]
            flow.append(Rings(edition, answers))
        keep: Flowable = edition.words(_("One thing to keep"), "small_strong")
        if self.record.practice.sample:
            # Beside words that leave room for it: it must not make a slip larger than real ones are.
            keep = Headed(edition, _("One thing to keep"), "small_strong", _("SAMPLE"))
        for label in (keep, edition.words(_("One thing to change next time"), "small_strong")):
            flow += [edition.gap(2, 9), label, _Line(edition, edition.gap(17, 9))]
        return flow

    def _head(self, width: float) -> Flowable:
        """What is asked, and room for the date."""
        edition, date = self.edition, _("Date")
        style = edition.styles["small"]
        room = width_of(date, style.fontName, style.fontSize) + 62 * edition.scale
        cells: list[list[Flowable]] = [[edition.words(_("How was it today?"), "head")], [_Date(edition, date)]]
        return Columns(cells, [width - room - 8, room], 8)

    def _cut_lines(self, across: int, down: int) -> None:
        canvas = self.canv
        canvas.setStrokeColor(self.edition.inks["rail"])
        canvas.setLineWidth(0.6)
        canvas.setDash(2, 3)
        if across > 1:
            canvas.line(self.width / 2, _EDGE, self.width / 2, self.height - _EDGE)
        if down > 1:
            canvas.line(_EDGE, self.height / 2, self.width - _EDGE, self.height / 2)
        canvas.setDash()


class _Line(Flowable):
    """A line to write on, with room above it."""

    def __init__(self, edition: Edition, air: Flowable) -> None:
        super().__init__()
        self.edition, self.air = edition, air

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.air.wrap(width, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(self.edition.inks["rail"])
        self.canv.setLineWidth(0.8)
        self.canv.line(0, 0.4, self.width, 0.4)


class _Date(Flowable):
    """The word and a line beside it."""

    def __init__(self, edition: Edition, word: str) -> None:
        super().__init__()
        self.edition, self.word = edition, word

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.edition.styles["head"].leading
        return self.width, self.height

    def draw(self) -> None:
        draw_below(self.canv, [self.edition.words(self.word, "quiet", ours=True)], 0, self.height, self.width)
        style = self.edition.styles["quiet"]
        start = width_of(self.word, style.fontName, style.fontSize) + 5
        self.canv.setStrokeColor(self.edition.inks["rail"])
        self.canv.setLineWidth(0.8)
        self.canv.line(start, self.height - style.fontSize - 2, self.width, self.height - style.fontSize - 2)
