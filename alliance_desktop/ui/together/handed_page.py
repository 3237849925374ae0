"""A page that a client may have before them, in a window of its own."""

from PySide6.QtWidgets import QWidget


class HandedPage(QWidget):
    """``bar`` stands in the header of the window that the page is shown in."""

    bar: QWidget

    def take_focus(self) -> None:
        """Put the cursor where things go on."""

    def leave(self) -> None:
        """The screen goes back to the therapist: store what is typed."""
