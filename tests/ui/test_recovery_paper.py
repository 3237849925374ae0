"""The recovery sheet reaches paper, or says why not; what is written is the sheet that was asked for."""

from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.practice import Paper
from alliance_desktop.ui import printing, theme
from alliance_desktop.ui.recovery_paper import RecoverySheet, SheetButtons

CODE = recovery_code.make(123456789 << 64)
VAULT = "4f3a91c2" + "0" * 24


@pytest.fixture
def buttons(qtbot: QtBot, qapp: QApplication, now: datetime) -> SheetButtons:
    """Print and save, about one sheet on US Letter."""
    theme.apply(qapp, Theme.LIGHT)
    made = SheetButtons(lambda: now)
    qtbot.addWidget(made)
    made.take(RecoverySheet(CODE, VAULT, Paper.LETTER))
    made.show()
    return made


def told(qtbot: QtBot, buttons: SheetButtons, words: str) -> None:
    qtbot.waitUntil(lambda: words in buttons.told.text(), timeout=20_000)


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path) if path else "", ""))


def test_a_saved_sheet_bears_code_and_vault_on_the_chosen_paper(
    buttons: SheetButtons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choosing(monkeypatch, tmp_path / "sheet.pdf")
    buttons.save_button.click()
    told(qtbot, buttons, "not encrypted")
    page = PdfReader(tmp_path / "sheet.pdf").pages[0]
    text = page.extract_text()
    assert all(group in text for group in recovery_code.groups(CODE))
    assert "4F3A-91C2" in text
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)


def test_nothing_is_written_where_nothing_was_chosen(buttons: SheetButtons, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, None)
    buttons.save_button.click()
    assert not buttons.told.isVisible()


def test_a_place_that_takes_no_file_is_said(
    buttons: SheetButtons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choosing(monkeypatch, tmp_path / "not" / "there.pdf")
    buttons.save_button.click()
    told(qtbot, buttons, "another place")


def test_without_a_printer_that_is_said(buttons: SheetButtons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    buttons.print_button.click()
    told(qtbot, buttons, "No printer was found")


@pytest.mark.parametrize(("answer", "words"), [(1, "Printed"), (0, "")])
def test_a_sheet_is_sent_to_the_printer_unless_that_was_cancelled(
    buttons: SheetButtons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: int, words: str
) -> None:
    asked = _paper_instead_of_a_printer(monkeypatch, tmp_path / "printed.pdf", answer)
    buttons.print_button.click()
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    told(qtbot, buttons, words)
    assert (tmp_path / "printed.pdf").exists() == bool(answer)


def _paper_instead_of_a_printer(monkeypatch: pytest.MonkeyPatch, target: Path, answer: int) -> list[QPrinter]:
    """Qt's own printing into a file stands in for the machine, and its dialog is answered."""
    asked: list[QPrinter] = []

    class Answered(QPrintDialog):
        def __init__(self, printer: QPrinter, *rest: object) -> None:
            asked.append(printer)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(target))

        def exec(self) -> int:
            return answer

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["a machine"])
    monkeypatch.setattr(printing, "QPrintDialog", Answered)
    return asked


def test_printed_pages_fill_the_sheet_whatever_the_driver_set(
    buttons: SheetButtons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = _paper_instead_of_a_printer(monkeypatch, tmp_path / "printed.pdf", 1)
    buttons.print_button.click()
    told(qtbot, buttons, "Printed")
    layout: QPageLayout = asked[0].pageLayout()
    assert layout.margins() == QMarginsF()
    page = PdfReader(tmp_path / "printed.pdf").pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)
