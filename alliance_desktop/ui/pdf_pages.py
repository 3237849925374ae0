"""The pages of a PDF as pictures, drawn from memory by the renderer that also prints them."""

from typing import Any

from PySide6.QtGui import QImage


def page_image(pdf: bytes, page: int, width: int, shown: tuple[float, float] | None = None) -> QImage:
    """Return one page of a PDF as an image of this many pixels' width.

    ``shown`` says how many points of width and height are in the picture: what is left out is the same at both sides.
    """
    with _opened(pdf) as document:
        whole = document[page].get_size()
        edges = [max(0.0, (all_of - part) / 2) for all_of, part in zip(whole, shown or whole, strict=True)]
        scale = width / (whole[0] - 2 * edges[0])
        drawn = document[page].render(scale=scale, crop=(*edges, *edges), rev_byteorder=True)
        image = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
        return image.copy()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_text(pdf: bytes, page: int) -> str:
    """The words of one page, for those who hear them."""
    with _opened(pdf) as document:
        return str(document[page].get_textpage().get_text_bounded()).replace("\r\n", "\n").strip()


def _opened(pdf: bytes) -> Any:
    from pypdfium2 import PdfDocument  # heavy: the renderer, needed only where paper is shown

    return PdfDocument(pdf)
