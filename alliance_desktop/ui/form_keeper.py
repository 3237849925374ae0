"""Keeps what is typed and cannot be stored as what it should be: an open dialog, a day that is none yet."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.services import held_forms
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.typed import day_that_is_none, days_that_are_none, put_back, typed

EVERY = 1000  # milliseconds


class HeldWords:
    """Words of an editor that cannot be stored as they are; they come back into their fields when it is loaded."""

    def __init__(self, desk: Desk, editor: QWidget, form: Form) -> None:
        self._desk, self._editor, self._form = desk, editor, form
        self._client_id, self._about_id = 0, 0
        self._held: dict[str, str] = {}

    def load(self, client_id: int, about_id: int = 0) -> bool:
        """Fill in what is kept of this editor; True when there is something."""
        self._client_id, self._about_id = client_id, about_id
        self._held = dict(held_forms.of(client_id, self._form, about_id))
        put_back(self._editor, self._held)
        return bool(self._held)

    def be_about(self, about_id: int) -> None:
        """Go on with what was just begun: what is typed already belongs to it."""
        self._about_id = about_id

    @property
    def words(self) -> Mapping[str, str]:
        """What is kept."""
        return self._held

    def keep(self, waiting: Mapping[str, str], why: str = "") -> bool:
        """Keep these words by their fields' names, and say ``why`` they wait; False when they could not be kept."""
        if waiting != self._held:
            if not self._desk.keep(held_forms.hold, self._client_id, self._form, self._about_id, waiting):
                return False
            self._held = dict(waiting)
        if why:
            self._desk.not_saved.emit(why)
        return True

    def keep_days(self) -> bool:
        """Keep the words in fields for days that are none, and say why."""
        first = day_that_is_none(self._editor)
        return self.keep(days_that_are_none(self._editor), first[1] if first is not None else "")


class FormKeeper(QObject):
    """Fills a dialog with what was kept of it, keeps what changes, and lets it go when the dialog was answered."""

    def __init__(self, desk: Desk, dialog: QDialog, form: Form, client_id: int | None, about_id: int = 0) -> None:
        super().__init__(dialog)
        self._desk, self._dialog = desk, dialog
        self._about = (client_id, form, about_id)
        self._over = False
        self._as_opened = typed(dialog)
        held = held_forms.of(*self._about)
        put_back(dialog, held)
        self._is_held, self._last = bool(held), typed(dialog)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        dialog.finished.connect(self._let_go)
        desk.closing.connect(self.keep_for_good)

    def keep(self) -> None:
        """Keep what is typed now, if it changed."""
        now_typed = typed(self._dialog)
        if not self._over and now_typed != self._last:
            changed = now_typed if now_typed != self._as_opened else {}
            if self._desk.keep(held_forms.hold, *self._about, changed):
                self._last, self._is_held = now_typed, bool(changed)

    def hand_on(self) -> None:
        """Close the dialog and keep what is typed: who goes on with it lets it go."""
        self.keep_for_good()
        self._dialog.accept()

    def keep_for_good(self) -> None:
        """Keep what is typed now, however the dialog is closed: it comes back when the form is opened again."""
        self.keep()
        self._over = True

    def _let_go(self, _result: int) -> None:
        if self._is_held and not self._over:
            self._desk.keep(held_forms.let_go, *self._about)
        self._over = True
        self._timer.stop()


class FormTaker(FormKeeper):
    """Keeps a form and hands what was accepted to ``take``; the dialog stays, with the reason, while it is refused."""

    def __init__(
        self,
        desk: Desk,
        dialog: FormDialog,
        form: Form,
        client_id: int | None,
        about_id: int,
        take: Callable[[Any], object | None],
    ) -> None:
        super().__init__(desk, dialog, form, client_id, about_id)
        self._take = take
        dialog.accepted_draft.connect(self._accept)
        desk.said.connect(dialog.complain)

    def _accept(self, draft: object) -> None:
        if self._take(draft) is not None:
            self._dialog.accept()
