"""Asks for a new client's name; shows who may be the same person, and never stands in the way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.client import ClientDraft, ClientLine
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fields import Labelled, TextField
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class ClientDialog(FormDialog):
    """Value in, value out: a name, and the name they like to be called by.

    Whoever opened it answers ``name_typed`` with ``show_known``.
    """

    known_chosen = Signal(int)
    name_typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        self._known: int | None = None
        self.name_edit, self.chosen_edit = TextField(), TextField()
        self.name_box = Labelled(_("&Name"), self.name_edit, "name_edit", _("All that is needed. The rest can wait."))
        self.known_words = Words("", "body", "warning")
        self.known_words.setObjectName("known_words")
        self.known_button = LinkButton(_("Open that one"))
        self.known_button.setObjectName("known_button")
        form = column(
            self.name_box,
            12,
            Labelled(_("&Likes to be called"), self.chosen_edit, "chosen_edit"),
            self.known_words,
            self.known_button,
        )
        super().__init__(parent, "client_dialog", _("New client"), _("Add client"), form, 480, "user-plus")
        self.accept_button.setDefault(True)
        self.show_known(None)
        self.name_edit.textChanged.connect(self._typed)
        self.known_button.clicked.connect(self._open_known)

    @classmethod
    def open_for(cls, parent: QWidget) -> "ClientDialog":
        """Open over a page."""
        dialog = cls(parent)
        dialog.open()
        dialog.name_edit.setFocus()
        return dialog

    def draft(self) -> ClientDraft:
        """What is typed."""
        return ClientDraft(self.name_edit.words(), chosen_name=self.chosen_edit.words())

    def show_known(self, line: ClientLine | None) -> None:
        """Say who is here already under nearly this name, or nothing."""
        self._known = line.id if line is not None else None
        told = _("{name} is here already. Is it the same person?").format(name=line.full_name) if line else ""
        self.known_words.set_or_hide(told)
        self.known_button.setVisible(line is not None)

    def _typed(self, words: str) -> None:
        self.name_box.complain("")
        self.name_typed.emit(words)

    def _open_known(self) -> None:
        if self._known is not None:
            self.known_chosen.emit(self._known)
            self.reject()

    def offer(self) -> None:
        if not self.draft().full_name:
            self.name_box.complain(_("A name is needed. Everything else can wait."))
            return
        self.accepted_draft.emit(self.draft())
