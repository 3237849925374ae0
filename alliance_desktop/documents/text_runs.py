"""Which font draws which letter: Noto first, DejaVu second, and in plain sight what neither has.

Loaded late by everybody, because it brings ReportLab.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from alliance_desktop import resources
from alliance_desktop.documents import right_to_left

REPLACEMENT = "[?]"

_FILES = {
    "Sans": "NotoSans-Regular",
    "SansBold": "NotoSans-Bold",
    "Serif": "NotoSerif-Regular",
    "Mono": "NotoSansMono-Regular",
    "Wide": "DejaVuSans",
    "WideBold": "DejaVuSans-Bold",
}
_SECOND = {"Sans": "Wide", "SansBold": "WideBold", "Serif": "Wide", "Mono": "Wide", "Wide": "Wide"}
_SOFT_HYPHEN = "\u00ad"
_LONG_WORD = re.compile(r"[^\W\d_]{19,}")
_ADDRESS = re.compile(r"(\w+:)(//\S+)")
# ReportLab cuts a web address once, where a path begins, and lets the rest run over the edge. With this in its scheme
# it is a long word as others are, and is cut wherever a line ends. It is taken out before a line is drawn: what is
# copied from the paper is the address.
UNSEEN = "\N{ZERO WIDTH SPACE}"
_UNPRINTED = re.compile(r"(?:\[\?\])+")
# Scripts that the fonts have letters of, but that need joining or reordering to be read: N'Ko and the Indic ones.
_NEEDS_SHAPING = ((0x0700, 0x0E00), (0x0F00, 0x10A0), (0x1780, 0x1AB0), (0xA800, 0xAC00))


@lru_cache
def fonts() -> dict[str, frozenset[int]]:
    """Register the packaged fonts, once a process; returns the code points that each of them has."""
    covered = {}
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{file}.ttf"))))
        covered[name] = frozenset(pdfmetrics.getFont(name).face.charWidths)
    for name in _FILES:
        bold = name + "Bold" if name + "Bold" in _FILES else name
        pdfmetrics.registerFontFamily(name, normal=name, bold=bold, italic=name, boldItalic=bold)
    return covered


def plain(text: str) -> str:
    """The text as it is printed: accents put together with their letters, unseen marks dropped, tabs as spaces."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if text.isascii() and text.isprintable():
        return text
    return "".join(each for each in text if each == "\n" or unicodedata.category(each) not in ("Cf", "Cc", "Cs"))


def printable(word: str) -> bool:
    """True when the packaged fonts draw every letter of the word as it should be."""
    drawn = right_to_left.shaped(plain(word))
    return all(_has(letter) for letter in drawn if not letter.isspace() and not _varies(letter))


def width_of(text: str, font: str, size: float) -> float:
    """The width of one line of text in points, each letter in the font that has it."""
    return width_shown(right_to_left.visual(plain(text)), font, size)


def draw_text(canvas: Any, x: float, y: float, text: str, font: str, size: float) -> float:
    """Draw one line of text from ``x`` on; returns where it ends."""
    return draw_shown(canvas, x, y, right_to_left.visual(plain(text)), font, size)


def width_shown(shown: str, font: str, size: float) -> float:
    """The width in points of a line that is already turned for the eye."""
    return float(sum(pdfmetrics.stringWidth(piece, name, size) for name, piece in runs(shown, font)))


def draw_shown(canvas: Any, x: float, y: float, shown: str, font: str, size: float) -> float:
    """Draw a line that is already turned for the eye; returns where it ends."""
    for name, piece in runs(shown, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += pdfmetrics.stringWidth(piece, name, size)
    return x


def markup(text: str, font: str) -> str:
    """Plain text as a ReportLab paragraph; very long words may break with a hyphen in sight."""
    pieces = []
    for name, piece in runs(_breakable(plain(text)), font):
        safe = escape(piece).replace("\n", "<br/>")
        pieces.append(safe if name == font else f'<font name="{name}">{safe}</font>')
    return "".join(pieces)


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """Cut a text into (font, piece); letters that no font has become a visible replacement."""
    covered = fonts()
    if all(ord(letter) in covered[font] or letter in "\n\u00ad" for letter in set(text)) and not _shapes(text):
        return [(font, text)] if text else []
    found: list[tuple[str, str]] = []
    for letter in text:
        if _varies(letter):
            continue
        name, drawn = font, letter
        if letter in "\n\u00ad":
            pass
        elif not _has(letter):
            drawn = REPLACEMENT
        elif ord(letter) not in covered[font]:
            name = _SECOND.get(font, font)
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + drawn)
        else:
            found.append((name, drawn))
    return [(name, _UNPRINTED.sub(REPLACEMENT, piece)) for name, piece in found]


def _has(letter: str) -> bool:
    covered, code = fonts(), ord(letter)
    return not _shapes(letter) and (code in covered["Sans"] or code in covered["Wide"])


def _shapes(text: str) -> bool:
    return any(first <= ord(letter) < last for letter in set(text) for first, last in _NEEDS_SHAPING)


def _varies(letter: str) -> bool:
    """Variation selectors change how a letter looks where a font knows them; alone they are nothing."""
    return "\ufe00" <= letter <= "\ufe0f"


def _breakable(text: str) -> str:
    """The text with the places where long words and addresses may be cut; an address never gets a hyphen."""
    pieces, done = [], 0
    for found in _ADDRESS.finditer(text):
        pieces += [_LONG_WORD.sub(_softened, text[done : found.start()]), found[1], UNSEEN, found[2]]
        done = found.end()
    return "".join([*pieces, _LONG_WORD.sub(_softened, text[done:])])


def _softened(match: re.Match[str]) -> str:
    word = match.group()
    if right_to_left.needed(word):
        return word
    cuts = [0, *range(6, len(word) - 3, 3), len(word)]
    return _SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(cuts))
