"""The pages of a PDF as pictures, drawn from memory by the renderer that also prints them."""

from typing import Any

from PySide6.QtGui import QImage


def page_image(pdf: bytes, page: int, width: int) -> QImage:
    """Return one page of a PDF as an image of this many pixels' width."""
    with _opened(pdf) as document:
        drawn = document[page].render(scale=width / document[page].get_width(), rev_byteorder=True)
        image = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
        return image.copy()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def _opened(pdf: bytes) -> Any:
    from pypdfium2 import PdfDocument  # heavy: the renderer, needed only where paper is shown

    return PdfDocument(pdf)
