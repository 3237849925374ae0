"""A fault of the program, told calmly: what is stored is safe, and where the log lies."""

from PySide6.QtWidgets import QApplication, QDialog

from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class CrashDialog(QDialog):
    """Shown at most once at a time; the program goes on."""

    def __init__(self) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("crash_dialog")
        self.setWindowTitle(_("Something went wrong"))
        self.setProperty("ground", "bg")
        self.setMinimumWidth(520)
        self.on_button = MainButton(_("Go on"))
        self.on_button.setObjectName("go_on_button")
        told = _(
            "The program made a mistake. Everything that was shown as saved is saved. The log in the practice’s folder "
            "tells where it happened; it holds no names and no notes."
        )
        inside = column(Words(_("Something went wrong"), "page_title"), 8, Words(told), 16, row(None, self.on_button))
        inside.setContentsMargins(32, 28, 32, 28)
        self.setLayout(inside)
        self.on_button.clicked.connect(self.accept)

    @classmethod
    def show_once(cls) -> None:
        """Show it, unless it is on screen already."""
        if not any(isinstance(widget, cls) and widget.isVisible() for widget in QApplication.topLevelWidgets()):
            cls().open()
