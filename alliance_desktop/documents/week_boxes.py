"""Seven boxes to tick, one a day of the week.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.words import _

_SIDE, _TO_NAME = 15.0, 7.0


class WeekBoxes(Flowable):
    """A box and the short name of its day, seven times; in large print the names stand below the boxes."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.edition = edition
        self.days = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        style = self.edition.styles["quiet"]
        self.side = _SIDE * self.edition.scale
        wide = max(width_of(day, style.fontName, style.fontSize) for day in self.days)
        self.beside = self.side + _TO_NAME + wide + 8 <= width / len(self.days)
        self.width, self.height = width, self.side + 2 + (0.0 if self.beside else style.leading)
        last = wide + _TO_NAME + self.side if self.beside else max(wide, self.side)
        self.pitch = (width - last - 1) / (len(self.days) - 1)
        return width, self.height

    def draw(self) -> None:
        canvas, style = self.canv, self.edition.styles["quiet"]
        foot = self.height - self.side - 1
        for place, day in enumerate(self.days):
            x = 0.6 + place * self.pitch
            canvas.setStrokeColor(self.edition.inks["text"])
            canvas.setLineWidth(1.1)
            canvas.roundRect(x, foot, self.side, self.side, self.side * 0.14)
            canvas.setFillColor(style.textColor)
            base = foot + self.side / 2 - style.fontSize * 0.357 if self.beside else foot - style.fontSize
            draw_text(
                canvas, x + (self.side + _TO_NAME if self.beside else 0), base, day, style.fontName, style.fontSize
            )
