"""The client's words: a bar as tall as they are, and quotation marks that hang outside the text.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents import right_to_left
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.words import _

_BAR = 2.25
_BELOW = 3.0


class Quote(Flowable):
    """Words of the client to the letter; over a page's end only the first part opens and only the last one closes."""

    def __init__(
        self, edition: Edition, words: str, style: str = "body", part: Flowable | None = None, opens: bool = True
    ) -> None:
        super().__init__()
        self.edition, self.style, self.made = edition, style, edition.styles[style]
        opening, closing = _("“"), _("”")
        self.from_right = right_to_left.starts_right(words)
        # From the right nothing hangs: there the opening mark runs with the words.
        self.hangs, self.mark = opens and not self.from_right, opening
        before = opening if self.from_right else ""
        self.text = part if part is not None else edition.words(before + words.strip() + closing, style)
        self.inset = self.made.fontSize * 0.62 + width_of(opening, self.made.fontName, self.made.fontSize)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = self.text.wrap(width - self.inset, height)[1] + _BELOW
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        parts = self.text.split(width - self.inset, room - _BELOW)
        if len(parts) < 2:
            return []
        pieces = [Quote(self.edition, "", self.style, part, self.hangs and not n) for n, part in enumerate(parts)]
        for piece in pieces:
            piece.from_right = self.from_right
        return list(pieces)

    def draw(self) -> None:
        self.canv.setFillColor(self.edition.inks["clay"])
        self.canv.rect(self.width - _BAR if self.from_right else 0, 0, _BAR, self.height, stroke=0, fill=1)
        if self.hangs:
            font, size = self.made.fontName, self.made.fontSize
            self.canv.setFillColor(self.made.textColor)
            start = self.inset - width_of(self.mark, font, size) - 0.3
            draw_text(self.canv, start, self.height - size, self.mark, font, size)
        self.text.drawOn(self.canv, 0 if self.from_right else self.inset, _BELOW)
