"""Asks for a new client's name; shows who may be the same person, and never stands in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from alliance_desktop.domain.client import ClientDraft, ClientLine
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, TextField
from alliance_desktop.ui.widgets.focus_ring import FocusRing
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class ClientDialog(QDialog):
    """Value in, value out: a name, and the name they like to be called by."""

    accepted_draft = Signal(object)
    known_chosen = Signal(int)

    def __init__(self, parent: QWidget, alike: Callable[[str], tuple[ClientLine, ...]]) -> None:
        super().__init__(parent)
        self._alike = alike
        self._known: int | None = None
        self.setWindowTitle(_("New client"))
        self.setObjectName("client_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._build()
        self._connect()

    @classmethod
    def open_for(cls, parent: QWidget, alike: Callable[[str], tuple[ClientLine, ...]]) -> "ClientDialog":
        """Open over a page; ``alike`` finds clients whose name is nearly this one."""
        dialog = cls(parent, alike)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self.name_edit = TextField()
        self.name_box = Labelled(_("&Name"), self.name_edit, "name_edit", _("All that is needed. The rest can wait."))
        self.chosen_edit = TextField()
        self.chosen_box = Labelled(_("&Likes to be called"), self.chosen_edit, "chosen_edit")
        self.known_words = Words("", "body", "warning")
        self.known_words.setObjectName("known_words")
        self.known_button = LinkButton(_("Open that one"))
        self.known_button.setObjectName("known_button")
        self.known_words.hide()
        self.known_button.hide()
        self.cancel_button = SecondButton(_("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.add_button = MainButton(_("Add client"), "user-plus")
        self.add_button.setObjectName("add_button")
        self.add_button.setDefault(True)
        outer = column(
            Words(_("New client"), "page_title"),
            16,
            self.name_box,
            12,
            self.chosen_box,
            8,
            self.known_words,
            self.known_button,
            None,
            16,
            row(None, self.cancel_button, self.add_button),
        )
        outer.setContentsMargins(32, 28, 32, 28)
        self.setLayout(outer)
        self.setProperty("ground", "bg")
        self.ring = FocusRing(self)

    def _connect(self) -> None:
        self.name_edit.textChanged.connect(self._look)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self._add)
        self.known_button.clicked.connect(self._open_known)

    def draft(self) -> ClientDraft:
        """What is typed."""
        return ClientDraft(self.name_edit.words(), chosen_name=self.chosen_edit.words())

    def _look(self, typed: str) -> None:
        self.name_box.complain("")
        found = self._alike(typed)
        self._known = found[0].id if found else None
        if found:
            self.known_words.setText(
                _("{name} is here already. Is it the same person?").format(name=found[0].full_name)
            )
        self.known_words.setVisible(bool(found))
        self.known_button.setVisible(bool(found))

    def _open_known(self) -> None:
        if self._known is not None:
            self.known_chosen.emit(self._known)
            self.reject()

    def _add(self) -> None:
        if not self.draft().full_name:
            self.name_box.complain(_("A name is needed. Everything else can wait."))
            return
        self.accepted_draft.emit(self.draft())
        self.accept()
