"""A fault of the program, told calmly: what is stored is safe, and where the log lies."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from alliance_desktop.ui.dialog import Dialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class CrashDialog(Dialog):
    """Shown at most once at a time; the program goes on."""

    _on_screen: "CrashDialog | None" = None

    def __init__(self) -> None:
        super().__init__(QApplication.activeWindow(), "crash_dialog", _("Something went wrong"))
        # It may have no window to belong to; then it lives as long as it is held below, and no longer.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.go_on_button = MainButton(_("Go on"))
        self.go_on_button.setObjectName("go_on_button")
        told = _(
            "The program made a mistake. Everything that was shown as saved is saved. The log in the practice’s folder "
            "tells where it happened; it holds no names and no notes."
        )
        self.lay_out(column(Words(_("Something went wrong"), "page_title"), 8, Words(told)), self.go_on_button)
        self.go_on_button.clicked.connect(self.accept)

    @classmethod
    def show_once(cls) -> None:
        """Show it, unless it is on screen already."""
        if cls._on_screen is None:
            # Held here: without a window to belong to it would be gone before it was seen.
            cls._on_screen = cls()
            cls._on_screen.finished.connect(cls._gone)
            cls._on_screen.destroyed.connect(cls._gone)
            cls._on_screen.open()

    @classmethod
    def _gone(cls) -> None:
        cls._on_screen = None
