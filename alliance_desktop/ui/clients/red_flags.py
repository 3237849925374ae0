"""Opens the form about red flags, wherever they are shown, and keeps what was decided."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.red_flag import Prompt
from alliance_desktop.services import red_flags
from alliance_desktop.ui.clients.red_flag_dialog import RedFlagDialog
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import FormTaker


class RedFlags(QObject):
    """One for each page that shows red flags; dialogs lie over ``page``."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def go_through(self, client_id: int, place: int = 0) -> None:
        """Open the whole list; with what was typed at a ``place`` where nothing waits any more."""
        self._open(client_id, RedFlagDialog.open_for(self._page, None), place)

    def decide(self, client_id: int, prompt: Prompt) -> None:
        """Open the form about one thing that waits."""
        self._open(client_id, RedFlagDialog.open_for(self._page, prompt), prompt.place)

    def correct(self, client_id: int, entry_id: int) -> None:
        """Open the form with what was decided; what is kept then is a new entry that corrects it."""
        dialog = RedFlagDialog.open_for(self._page, None, red_flags.one(entry_id).draft)
        self._open(client_id, dialog, -entry_id, entry_id)

    def go_on_with(self, client_id: int, place: int) -> None:
        """Open the form that was left open; what was typed comes back by itself."""
        waiting = red_flags.waiting(client_id, self._desk.now())
        prompt = next((each for each in waiting if each.place == place), None)
        if place < 0:
            self.correct(client_id, -place)
        elif prompt is not None:
            self.decide(client_id, prompt)
        else:
            self.go_through(client_id, place)

    def _open(self, client_id: int, dialog: RedFlagDialog, place: int, replaces: int | None = None) -> None:
        take = partial(self._desk.perform, red_flags.decide, client_id, replaces=replaces)
        FormTaker(self._desk, dialog, Form.RED_FLAG, client_id, place, take)
