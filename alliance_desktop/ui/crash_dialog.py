"""A fault of the program, told calmly: what is stored is safe, and where the log lies."""

from PySide6.QtWidgets import QApplication, QDialog

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class CrashDialog(QDialog):
    """Shown at most once at a time; the program goes on."""

    _on_screen: "CrashDialog | None" = None

    def __init__(self) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("crash_dialog")
        self.setWindowTitle(_("Something went wrong"))
        self.setProperty("ground", "bg")
        self.setMinimumWidth(min(theme.px(520), 960))
        self.go_on_button = MainButton(_("Go on"))
        self.go_on_button.setObjectName("go_on_button")
        told = _(
            "The program made a mistake. Everything that was shown as saved is saved. The log in the practice’s folder "
            "tells where it happened; it holds no names and no notes."
        )
        inside = column(
            Words(_("Something went wrong"), "page_title"), 8, Words(told), 16, row(None, self.go_on_button)
        )
        inside.setContentsMargins(32, 28, 32, 28)
        self.setLayout(inside)
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
