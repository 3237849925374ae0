"""What all pages share: built once, connected once, filled from the services whenever something changed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.held_form import HeldForm
from alliance_desktop.errors import AllianceError
from alliance_desktop.ui.desk import Desk


class Page(QWidget):
    """A page of the workspace; subclasses fill in ``_build``, ``_connect`` and ``refresh``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self._build()
        self._connect()
        desk.changed.connect(self._on_changed)
        desk.kept.connect(self._on_kept)

    def _build(self) -> None:
        """Make widgets and layout, without data."""

    def _connect(self) -> None:
        """Make every connection."""

    def refresh(self) -> None:
        """Read from the services and fill the widgets; safe at any time."""

    def leave(self) -> bool:
        """Store what is being typed, before another page is shown; False when it could not be stored."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh_now()
        else:
            self._stale = True

    def _on_kept(self) -> None:
        # What is in sight is where it was typed.
        self._stale = self._stale or not self.isVisible()

    def _refresh_now(self) -> None:
        self._stale = False
        try:
            self.refresh()
        except AllianceError as refusal:
            self.desk.unread.emit(str(refusal))


class ClientTab(Page):
    """One tab of the client page; knows whose it is, and may ask for another tab by its name."""

    tab_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.client_id = 0
        super().__init__(desk, parent)

    def show_client(self, client_id: int) -> None:
        """Be about this client from now on; what was typed about another one is stored already."""
        if client_id != self.client_id:
            self.client_id = client_id
            self._on_changed()

    def go_on_with(self, held: HeldForm) -> None:
        """Open what was left open with words in it; a tab whose own fields hold them needs nothing more."""

    def _refresh_now(self) -> None:
        if self.client_id:
            super()._refresh_now()
