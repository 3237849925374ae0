"""Puts a PDF's own pages on paper through the system's printing."""

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.pdf_pages import page_count, page_image

DOTS = 300


def print_pdf(parent: QWidget, pdf: bytes) -> bool | None:
    """Ask for a printer and print; True when it was sent, False when cancelled, None where there is no printer."""
    if not QPrinterInfo.availablePrinterNames():
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    paint_pages(printer, pdf)
    return True


def paint_pages(printer: QPrinter, pdf: bytes) -> None:
    """Paint every page at 300 dots an inch, filling the sheet, without margins of the printer's own."""
    # Drivers change the size in their dialog, so it is set again here.
    size = QPageSize(_size_of(pdf))
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    with QPainter(printer) as painter:
        for number in range(page_count(pdf)):
            if number:
                printer.newPage()
            sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            width = round(size.size(QPageSize.Unit.Inch).width() * DOTS)
            painter.drawImage(sheet, page_image(pdf, number, width))


def _size_of(pdf: bytes) -> QPageSize.PageSizeId:
    image = page_image(pdf, 0, 1000)
    return QPageSize.PageSizeId.A4 if image.height() > 1350 else QPageSize.PageSizeId.Letter
