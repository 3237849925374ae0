"""Shows a PDF's own pages, drawn from memory, on a white ground."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.ui.pdf_pages import page_count, page_image
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.words import _

WIDEST = 820


class PdfView(ScrollColumn):
    """All pages below each other, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdf_view")
        self.setAccessibleName(_("Preview of the paper"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pdf = b""
        self.column.setSpacing(16)
        self.column.setContentsMargins(4, 4, 4, 4)
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self._draw)
        self.pages: list[QLabel] = []

    def show_nothing(self) -> None:
        """Put away what was shown."""
        self._pdf = b""
        for page in self.pages:
            page.hide()
            page.deleteLater()
        self.pages = []

    def show_pdf(self, pdf: bytes) -> int:
        """Show a PDF; returns how many pages it has."""
        self.show_nothing()
        self._pdf = pdf
        self.pages = [QLabel() for _page in range(page_count(pdf))]
        for number, page in enumerate(self.pages, 1):
            page.setObjectName(f"pdf_page_{number}")
            page.setAccessibleName(_("Page {n} of {all}").format(n=number, all=len(self.pages)))
            page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(page)
        self._draw()
        return len(self.pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _draw(self) -> None:
        if not self._pdf:
            return
        ratio = self.devicePixelRatioF()
        width = max(200, min(WIDEST, self.viewport().width() - 24))
        for number, page in enumerate(self.pages):
            picture = QPixmap.fromImage(page_image(self._pdf, number, round(width * ratio)))
            picture.setDevicePixelRatio(ratio)
            page.setPixmap(picture)
