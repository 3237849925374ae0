"""Offered once at quitting, when the last backup is old and a drive is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.dialog import Dialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class QuitDialog(Dialog):
    """Back up first, or quit all the same."""

    backup_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "quit_dialog", _("Back up first?"), 480)
        self.backup_button = MainButton(_("Back up now"), "hard-drive")
        self.backup_button.setObjectName("quit_backup_button")
        self.quit_button = SecondButton(_("Quit without"))
        self.quit_button.setObjectName("quit_button")
        told = _("A drive is plugged in, and the last backup is a while ago. It takes one click.")
        body = column(Words(_("Back up first?"), "page_title"), 8, Words(told))
        self.lay_out(body, self.quit_button, self.backup_button)
        self.backup_button.clicked.connect(self._back_up)
        self.quit_button.clicked.connect(self._quit)

    @classmethod
    def open_for(cls, parent: QWidget) -> "QuitDialog":
        """Open over the workspace."""
        dialog = cls(parent)
        dialog.open()
        # Enter does what is safe.
        dialog.backup_button.setFocus()
        return dialog

    def _back_up(self) -> None:
        self.accept()
        self.backup_wanted.emit()

    def _quit(self) -> None:
        self.accept()
        self.quit_wanted.emit()
