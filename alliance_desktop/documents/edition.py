"""One edition of a paper: the sheet, the type sizes and the inks.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from alliance_desktop.documents import right_to_left
from alliance_desktop.documents.both_ways import BothWays
from alliance_desktop.documents.columns import NOISE, Air, Stack
from alliance_desktop.documents.text_runs import UNSEEN, fonts, markup
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.word_runs import Run, RunKind, set_apart

LIVE_WIDTH, LIVE_HEIGHT = 180 * mm, 249 * mm
GUTTER = 20.0
_UNIT = (LIVE_WIDTH - 5 * GUTTER) / 6
_SHEETS = {Paper.A4: (210 * mm, 297 * mm), Paper.LETTER: (612.0, 792.0)}
# A little more of the spare height below than above looks centred.
_ABOVE = {Paper.A4: 0.44, Paper.LETTER: 0.46}
_SIZES: dict[bool, dict[str, tuple[float, float]]] = {
    False: {"body": (13, 17), "small": (12, 15), "quote": (16, 21.5), "title": (27, 33), "head": (13.5, 17)},
    True: {"body": (18, 25), "small": (18, 25), "quote": (21, 29), "title": (30, 36), "head": (20, 26)},
}
_STRIP: dict[bool, tuple[float, float]] = {False: (12, 15), True: (16, 20)}
_INKS = {
    "text": "#1F2A2E",
    "quiet": "#4A565C",
    "teal": "#1D6A63",
    "clay": "#984B2E",
    "rail": "#7C8A91",
    "hair": "#AEB7BB",
}
_GREYS = {
    "text": "#000000",
    "quiet": "#3C3C3C",
    "teal": "#000000",
    "clay": "#000000",
    "rail": "#707070",
    "hair": "#A0A0A0",
}


def span(units: int) -> float:
    """The width of so many of the six columns, in points."""
    return units * _UNIT + (units - 1) * GUTTER


def _sentences(words: str) -> str:
    """What is written line by line, as sentences among others."""
    lines = (line.strip() for line in words.splitlines() if line.strip())
    return " ".join(line if line[-1] in ".!?…" else f"{line}." for line in lines)


class Words(Paragraph):
    """A paragraph that remembers how it was broken: columns measure their pieces many times."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        # A refused split throws the lines away.
        if getattr(self, "_broken_for", None) != width or not hasattr(self, "blPara"):
            self._size = super().wrap(width, height)
            self._broken_for = width
        return self._size

    def draw(self) -> None:
        # Only where lines are broken is what is unseen of any use.
        for line in self.blPara.lines:
            words = line[1] if isinstance(line, tuple) else line.words
            for place, word in enumerate(words):
                if isinstance(word, str):
                    words[place] = word.replace(UNSEEN, "")
                elif hasattr(word, "text"):
                    word.text = word.text.replace(UNSEEN, "")
        super().draw()

    def split(self, width: float, height: float) -> list[Flowable]:
        # Parts are broken into lines anew, long words elsewhere than before: the first may need a line more.
        room = height
        while True:
            parts: list[Flowable] = super().split(width, room)
            if not parts or parts[0].wrap(width, height)[1] <= height + NOISE:
                return parts
            room -= self.style.leading


class Edition:
    """The paper, regular or large print, in colour or black and white; everything else follows from it."""

    def __init__(self, paper: Paper = Paper.A4, large: bool = False, grey: bool = False) -> None:
        fonts()
        self.paper, self.large = paper, large
        self.width, self.height = _SHEETS[paper]
        self.left = (self.width - LIVE_WIDTH) / 2
        self.top = self.height - (self.height - LIVE_HEIGHT) * _ABOVE[paper]
        self.bottom = self.top - LIVE_HEIGHT
        self.inks: dict[str, Color] = {name: HexColor(code) for name, code in (_GREYS if grey else _INKS).items()}
        self.strip = _STRIP[large]
        self.scale = _SIZES[large]["body"][0] / 13
        self.styles = {
            "body": self._style("body", "Sans", "text"),
            "strong": self._style("body", "SansBold", "text"),
            "small": self._style("small", "Sans", "text"),
            "small_strong": self._style("small", "SansBold", "text"),
            "quiet": self._style("small", "Sans", "quiet"),
            "lead": self._style("quote", "SansBold", "text"),
            "quote": self._style("quote", "Sans", "text"),
            "title": self._style("title", "Serif", "text"),
            "head": self._style("head", "SansBold", "teal"),
            "head_client": self._style("head", "SansBold", "clay"),
            "head_plain": self._style("head", "SansBold", "text"),
        }

    def _style(self, size: str, font: str, ink: str) -> ParagraphStyle:
        points, leading = _SIZES[self.large][size]
        return ParagraphStyle(
            f"{size} {font} {ink}",
            fontName=font,
            fontSize=points,
            leading=leading,
            textColor=self.inks[ink],
            embeddedHyphenation=1,
            splitLongWords=1,
            allowWidows=0,
            allowOrphans=0,
        )

    def words(self, text: str, style: str = "body", ours: bool = False) -> Flowable:
        """A paragraph of plain text; it starts on the side its first letter asks for, our own at the left."""
        made = self.styles[style]
        if right_to_left.needed(text):
            return BothWays(text, made, False if ours else None)
        return Words(markup(text, made.fontName), made)

    def told(self, label: str, text: str, style: str = "body", ink: str = "") -> Flowable:
        """A paragraph that begins with a label: bold, or in the named ink."""
        made = self.styles[style]
        if right_to_left.needed(text):
            bold = "strong" if style == "body" else "small_strong"
            return Stack(
                [self.words(label, "quiet" if ink == "quiet" else style if ink else bold), self.words(text, style)]
            )
        if ink:
            return Words(
                f'<font color="{self.inks[ink].hexval()}">{markup(label, made.fontName)}</font> '
                f"{markup(text, made.fontName)}",
                made,
            )
        return self.mixed([(label, True), (text, False)], style)

    def mixed(self, pieces: Sequence[tuple[str, bool]], style: str = "body") -> Flowable:
        """One paragraph of several pieces, each bold or not."""
        made = self.styles[style]
        if any(right_to_left.needed(text) for text, _bold in pieces):
            return BothWays(" ".join(text for text, _bold in pieces), made)
        runs = [
            f'<font name="SansBold">{markup(text, "SansBold")}</font>' if bold else markup(text, made.fontName)
            for text, bold in pieces
        ]
        return Words(" ".join(runs), made)

    def run_in(self, pieces: Sequence[tuple[str, str]], style: str = "body") -> Flowable:
        """One paragraph of sentences, each behind its label in the quiet ink; words from the right take a line each."""
        made = self.styles[style]
        if any(right_to_left.needed(words) for _label, words in pieces):
            return Stack([self.told(label, words, style, "quiet") for label, words in pieces])
        quiet = self.inks["quiet"].hexval()
        return Words(
            " ".join(
                (f'<font color="{quiet}">{markup(label, made.fontName)}</font> ' if label else "")
                + markup(_sentences(words), made.fontName)
                for label, words in pieces
            ),
            made,
        )

    def changed(self, runs: Sequence[Run], style: str = "small") -> Flowable:
        """One paragraph word by word: what was taken out is struck through, what was put in is bold."""
        made = self.styles[style]
        if any(right_to_left.needed(run.words) for run in runs):
            return BothWays("".join(run.words for run in runs if run.kind is not RunKind.OUT), made)
        pieces = {
            RunKind.KEPT: lambda words: markup(words, made.fontName),
            RunKind.OUT: lambda words: f"<strike>{markup(words, made.fontName)}</strike>",
            RunKind.IN: lambda words: f'<font name="SansBold">{markup(words, "SansBold")}</font>',
        }
        return Words("".join(pieces[run.kind](run.words) for run in set_apart(runs)), made)

    def gap(self, points: float, most: float = 0.0) -> Air:
        """Empty space that may grow by ``most`` points where the page has room."""
        return Air(points * (1.25 if self.large else 1), most)
