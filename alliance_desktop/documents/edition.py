"""One edition of a paper: the sheet, the type sizes, the inks, and which font draws which letter.

Loaded late by everybody, because it brings ReportLab.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, Spacer

from alliance_desktop import resources
from alliance_desktop.domain.practice import Paper

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

_FILES = {
    "Sans": "NotoSans-Regular",
    "SansBold": "NotoSans-Bold",
    "Serif": "NotoSerif-Regular",
    "Mono": "NotoSansMono-Regular",
    "Wide": "DejaVuSans",
    "WideBold": "DejaVuSans-Bold",
}
_SECOND = {"Sans": "Wide", "SansBold": "WideBold", "Serif": "Wide", "Mono": "Wide"}
_LONG_WORD = re.compile(r"[^\W\d_]{19,}")
REPLACEMENT = "[?]"


def span(units: int) -> float:
    """The width of so many of the six columns, in points."""
    return units * _UNIT + (units - 1) * GUTTER


@lru_cache
def _fonts() -> dict[str, frozenset[int]]:
    """Register the packaged fonts once; returns which letters each has."""
    covered = {}
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{file}.ttf"))))
        covered[name] = frozenset(pdfmetrics.getFont(name).face.charWidths)
    for name in _FILES:
        bold = name + "Bold" if name + "Bold" in _FILES else name
        pdfmetrics.registerFontFamily(name, normal=name, bold=bold, italic=name, boldItalic=bold)
    return covered


def has_letter(letter: str) -> bool:
    """True when a packaged font draws the letter as it should be; letters that run from the right are not yet."""
    if letter in "\n\t\u00ad\u200b\u200d\ufe0f":
        return True
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return False
    return any(ord(letter) in _fonts()[name] for name in ("Sans", "Wide"))


def width_of(text: str, font: str, size: float) -> float:
    """The width of a text in points, each letter in the font that has it."""
    return float(sum(pdfmetrics.stringWidth(piece, name, size) for name, piece in _runs(text, font)))


def _runs(text: str, font: str) -> list[tuple[str, str]]:
    """Cut a text into pieces of one font each; what no font has becomes a visible replacement."""
    covered, found = _fonts(), list[tuple[str, str]]()
    for letter in text:
        name, drawn = font, letter
        if not has_letter(letter):
            drawn = REPLACEMENT
        elif ord(letter) not in covered[font] and letter not in "\n\u00ad":
            name = _SECOND.get(font, font)
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + drawn)
        else:
            found.append((name, drawn))
    return [(name, re.sub(r"(?:\[\?\])+", REPLACEMENT, piece)) for name, piece in found]


def draw_text(canvas: Any, x: float, y: float, text: str, font: str, size: float) -> float:
    """Draw one line of text from ``x`` on; returns where it ends."""
    for name, piece in _runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += pdfmetrics.stringWidth(piece, name, size)
    return x


def _softened(text: str) -> str:
    """Put soft hyphens into very long words, so that a narrow column breaks them with a hyphen in sight."""

    def cut(match: re.Match[str]) -> str:
        word = match.group()
        ends = range(6, len(word) - 3, 3)
        return word[:6] + "".join("\u00ad" + word[end : end + 3] for end in ends[:-1]) + "\u00ad" + word[ends[-1] :]

    return _LONG_WORD.sub(cut, text)


def _markup(text: str, font: str) -> str:
    pieces = []
    for name, piece in _runs(_softened(text), font):
        safe = escape(piece).replace("\n", "<br/>")
        pieces.append(safe if name == font else f'<font name="{name}">{safe}</font>')
    return "".join(pieces)


class Edition:
    """The paper, regular or large print, in colour or black and white; everything else follows from it."""

    def __init__(self, paper: Paper = Paper.A4, large: bool = False, grey: bool = False) -> None:
        _fonts()
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
            "quiet": self._style("small", "Sans", "quiet"),
            "quote": self._style("quote", "Sans", "text"),
            "title": self._style("title", "Serif", "text"),
            "head": self._style("head", "SansBold", "teal"),
            "head_client": self._style("head", "SansBold", "clay"),
            "goal": self._style("body", "SansBold", "text"),
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

    def words(self, text: str, style: str = "body") -> Paragraph:
        """A paragraph of plain text."""
        made = self.styles[style]
        return Paragraph(_markup(text, made.fontName), made)

    def told(self, label: str, text: str, style: str = "body") -> Paragraph:
        """A paragraph that begins with a bold label."""
        made = self.styles[style]
        bold = made.fontName if made.fontName.endswith("Bold") else made.fontName + "Bold"
        return Paragraph(f'<font name="{bold}">{_markup(label, bold)}</font> {_markup(text, made.fontName)}', made)

    def gap(self, points: float) -> Spacer:
        """Empty space."""
        return Spacer(1, points * (1.25 if self.large else 1))
