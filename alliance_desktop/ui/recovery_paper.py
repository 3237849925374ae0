"""The recovery sheet on its way to paper: printed, or saved as a PDF where the therapist chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.practice import Paper
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import row
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, clock_words


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on one sheet, and the paper it goes on."""

    code: str
    vault_id: str
    paper: Paper


class SheetButtons(QWidget):
    """Prints a sheet and saves it, and says in one line how that went."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._sheet: RecoverySheet | None = None
        self._job: Job | None = None
        self.print_button = SecondButton(_("Print the sheet"), "printer")
        self.print_button.setObjectName("print_sheet_button")
        self.save_button = SecondButton(_("Save it as a PDF"), "file-text")
        self.save_button.setObjectName("save_sheet_button")
        self.told = Words("", "small", "muted")
        self.told.setObjectName("sheet_told")
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row(self.print_button, self.save_button, None))
        column.addWidget(self.told)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self._choose_file)

    def take(self, sheet: RecoverySheet) -> None:
        """Be about this sheet from now on."""
        self._sheet = sheet
        self.told.hide()

    def print_sheet(self) -> None:
        """Print it through the system; says so where there is no printer."""
        self._draw(self._print)

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery sheet"), "recovery-sheet.pdf", "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write it to a file; says so when it cannot be written."""

        def write(pdf: bytes) -> None:
            try:
                path.write_bytes(pdf)
            except OSError:
                self.say(_("The sheet could not be written there. Please choose another place."), "danger")
                return
            told = _("Saved {time}. The file is not encrypted: delete it once it is printed.")
            self.say(told.format(time=clock_words(self._clock())[:5]))

        self._draw(write)

    def say(self, sentence: str, tone: str = "muted") -> None:
        """Show one line under the buttons."""
        self.told.set_tone(tone)
        self.told.set_or_hide(sentence)

    def _draw(self, act: Callable[[bytes], None]) -> None:
        if self._sheet is None or self._job is not None:
            return
        sheet, day = self._sheet, local_day(self._clock())
        self._act = act
        self._job = Job(_("Drawing the sheet"), lambda _job: _drawn(sheet, day))
        self._job.done.connect(self._drawn)
        self._job.ended.connect(self._ended)
        self._job.begin()

    def _drawn(self, pdf: bytes) -> None:
        # Whoever reads what came of it may ask for the next at once.
        self._job = None
        self._act(pdf)

    def _ended(self) -> None:
        self._job = None

    def _print(self, pdf: bytes) -> None:
        from alliance_desktop.ui.printing import print_pdf  # heavy: the system's printing

        sent = print_pdf(self, pdf)
        if sent is None:
            self.say(_("No printer was found. You can save the sheet as a PDF, or write the code down."))
        elif sent:
            self.say(_("Printed {time}").format(time=clock_words(self._clock())[:5]), "accent")


def _drawn(sheet: RecoverySheet, day: date) -> bytes:
    """Draw the sheet; called on a job's thread."""
    from alliance_desktop.documents import recovery_sheet  # heavy: ReportLab, needed only for paper

    return recovery_sheet.pdf(sheet.code, day, sheet.vault_id, sheet.paper)
