"""A form whose words outlive its being closed: Escape and the window's cross keep them, only Cancel lets them go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from alliance_desktop.ui.dialog import FormDialog


class LastingDialog(FormDialog):
    """``put_down`` says that the dialog closes and what is typed is to be there when it is opened again."""

    put_down = Signal()

    def __init__(
        self, parent: QWidget, name: str, title: str, verb: str, form: QLayout, width: int = 520, icon: str = ""
    ) -> None:
        super().__init__(parent, name, title, verb, form, width, icon)
        self._let_go = False
        self.cancel_button.clicked.disconnect(self.reject)
        self.cancel_button.clicked.connect(self._cancel)

    def reject(self) -> None:
        """Escape, the window's own cross, and the lock."""
        if not self._let_go:
            self.put_down.emit()
        super().reject()

    def _cancel(self) -> None:
        self._let_go = True
        self.reject()
