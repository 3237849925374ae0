"""The recovery sheet as paper: saved as a PDF where the therapist chooses."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.ui.desk import Desk
from alliance_desktop.words import _


def save_sheet(parent: QWidget, code: str, vault_id: str, desk: Desk) -> bool:
    """Ask where to save the sheet and write it; False when nothing was written."""
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Save the recovery sheet"), "recovery-sheet.pdf", "PDF (*.pdf)"
    )
    if not chosen:
        return False
    return write_sheet(Path(chosen), code, vault_id, desk)


def write_sheet(path: Path, code: str, vault_id: str, desk: Desk) -> bool:
    """Write the sheet to a file; False, with the reason said, when it cannot be written."""
    from alliance_desktop.documents import recovery_sheet  # heavy: ReportLab, needed only for paper

    try:
        path.write_bytes(recovery_sheet.pdf(code, desk.today(), vault_id))
    except OSError:
        desk.say(_("The sheet could not be written there. Please choose another place."))
        return False
    return True
