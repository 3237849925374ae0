"""What a finished PDF looks like to somebody who looks closely: its lines, its inks, its edges, its fonts."""

import io
import re
from typing import Any

from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfTextPage, raw


def operators(data: bytes) -> str:
    pages: list[Any] = list(PdfReader(io.BytesIO(data)).pages)
    return "\n".join(page.get_contents().get_data().decode("latin-1") for page in pages)


def lines_of(data: bytes) -> list[list[str]]:
    pages = PdfDocument(data)
    told = [page.get_textpage().get_text_range().splitlines() for page in pages]
    pages.close()
    return told


def luminance(colour: tuple[float, float, float]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrasts(code: str, operator: str) -> list[float]:
    """How much each ink that fills (``rg``) or draws lines (``RG``) stands out from the paper, the faintest first."""
    found = re.findall(rf"([\d.]+) ([\d.]+) ([\d.]+) {operator}\b", code)
    inks = {(float(red), float(green), float(blue)) for red, green, blue in found} - {(1.0, 1.0, 1.0)}
    return sorted(1.05 / (luminance(ink) + 0.05) for ink in inks)


def ink_outside(data: bytes) -> int:
    """How many points of all pages are not white within the margins; marks may hang into them by a quarter inch."""
    dark, document = 0, PdfDocument(data)
    for page in document:
        picture = page.render(scale=0.5).to_pil().convert("L")
        wide, high = picture.size
        for box in ((0, 0, 10, high), (wide - 10, 0, wide, high), (0, 0, wide, 15), (0, high - 18, wide, high)):
            dark += sum(count for shade, count in enumerate(picture.crop(box).histogram()) if shade < 250)
    document.close()
    return dark


def rows_of(data: bytes) -> list[tuple[str, float]]:
    """Each run of words on one line with its size in points; what stands beside it in another column is another run."""
    found, document = list[tuple[str, float]](), PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        runs: list[list[float]] = []
        for number in range(text.count_rects()):
            left, foot, right, top = text.get_rect(number)
            near = next((r for r in runs if abs(r[1] - foot) < 4 and 0 <= left - r[2] + 2 < 12), None)
            if near is None:
                runs.append([left, foot, right, top])
            else:
                near[2], near[3] = max(near[2], right), max(near[3], top)
        found += [(text.get_text_bounded(*run).strip(), run[3] - run[1]) for run in runs]
    document.close()
    return found


def sizes_of(data: bytes) -> set[float]:
    """Every size of letters in the file, in points."""
    return {float(size) for size in re.findall(r"/F\d\+\d+ ([\d.]+) Tf", operators(data))}


def fonts_of(data: bytes) -> list[dict[str, Any]]:
    """The fonts of every page."""
    pages: list[Any] = list(PdfReader(io.BytesIO(data)).pages)
    return [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]


def images_of(data: bytes) -> int:
    """How many pictures the pages hold."""
    pages: list[Any] = list(PdfReader(io.BytesIO(data)).pages)
    return sum(len(page["/Resources"].get("/XObject", {})) for page in pages)


def bare_headings(data: bytes, size: float, column: float) -> list[str]:
    """The headings, letters of this size in columns so wide, with nothing right below them on their page."""
    found, document = list[str](), PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        high = page.get_height()
        picture = page.render(scale=1, grayscale=True).to_pil()
        for left, foot, right, top in _lines_of_size(text, size):
            deep = 4 * (top - foot) + 14
            below = picture.crop((int(left), int(high - foot) + 3, int(left + column), int(high - foot + deep)))
            if min(below.tobytes(), default=255) > 200:
                found.append(text.get_text_bounded(left, foot, right, top).strip())
    document.close()
    return found


def _lines_of_size(text: PdfTextPage, size: float) -> list[tuple[float, float, float, float]]:
    """The boxes of the lines set in letters of this size."""
    boxes: list[tuple[float, float, float, float]] = []
    for number in range(text.count_rects()):
        left, foot, right, top = text.get_rect(number)
        first = text.get_index(left + 1, (foot + top) / 2, 4, 4)
        if first is not None and round(raw.FPDFText_GetFontSize(text, first), 1) == size:
            boxes.append((left, foot, right, top))
    return boxes


def ink_below(data: bytes, foot: float) -> int:
    """How many points of all pages are not white lower than ``foot`` points above the lower edge of the sheet."""
    dark, document = 0, PdfDocument(data)
    for page in document:
        picture = page.render(scale=0.5, grayscale=True).to_pil()
        wide, high = picture.size
        strip = picture.crop((0, round(high - foot / 2), wide, high))
        dark += sum(shade < 250 for shade in strip.tobytes())
    document.close()
    return dark


def told_about(data: bytes) -> set[str]:
    """What the file says of itself besides its title and the program's fixed day."""
    known: dict[str, Any] = dict(PdfReader(io.BytesIO(data)).metadata or {})
    return {value for key, value in known.items() if "Date" not in key and key not in ("/Title", "/Trapped")}
