"""All clients: a fast list with a filter, a new client in one field, and a way back for whoever was put away."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup

from alliance_desktop.domain.client import Client, ClientDraft, ClientLine
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.voice import quoted
from alliance_desktop.services import clients
from alliance_desktop.ui.clients.client_dialog import ClientDialog
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.widgets.buttons import Chip, MainButton, SecondButton
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.ui.widgets.find_field import FindField
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted, day_words

# As many as are there at once; whoever has more than that types a name.
SHOWN = 2000


class ClientsPage(Page):
    """Names, what matters to them, when they were last here."""

    client_chosen = Signal(int)

    def _build(self) -> None:
        self.title = Words(_("Clients"), "page_title")
        self.new_button = MainButton(_("New client"), "user-plus", "Ctrl+N")
        self.new_button.setShortcut(QKeySequence())
        self.new_button.setObjectName("new_button")
        self.filter_edit = FindField("filter_edit", _("Show only names with"), _("Part of a name"))
        self.here_chip, self.archived_chip = Chip(_("Current")), Chip(_("Archived"))
        self.deleted_chip = Chip(_("Deleted"))
        self._lists = QButtonGroup(self)
        for name, chip in (("here", self.here_chip), ("archived", self.archived_chip), ("deleted", self.deleted_chip)):
            chip.setObjectName(f"{name}_chip")
            self._lists.addButton(chip)
        self.here_chip.setChecked(True)
        self.counted_words = Words("", "small", "muted")
        self.client_list = RecordList("client_list", _("List of clients"), self._row, split=0.27)
        self.back_button = SecondButton(_("Bring back"), "undo-2")
        self.back_button.setObjectName("back_button")
        self.first_button = MainButton(_("Add your first client"), "user-plus")
        self.first_button.setObjectName("first_button")
        self.empty = EmptyState(
            "users", _("Here you will find everybody you work with. A name is all it takes."), self.first_button
        )
        self.nothing = Words("", "body", "muted")
        chips = Flow()
        for widget in (self.filter_edit, self.here_chip, self.archived_chip, self.deleted_chip):
            chips.addWidget(widget)
        self.tools = boxed(chips)
        outer = column(
            row(self.title, None, self.new_button),
            16,
            self.tools,
            12,
            row(self.counted_words, self.back_button),
            self.nothing,
            self.empty,
            gap=4,
        )
        outer.addWidget(self.client_list, 1)
        self.rest = boxed(column(None))
        outer.addWidget(self.rest, 1)
        outer.setContentsMargins(40, 32, 40, 24)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.welcome)
        self.first_button.clicked.connect(self.welcome)
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self.refresh)
        self.filter_edit.textChanged.connect(self._soon.start)
        self.filter_edit.returnPressed.connect(self._open_current)
        self._lists.buttonClicked.connect(self.refresh)
        self.client_list.record_chosen.connect(self._choose)
        self.back_button.clicked.connect(self._bring_back)
        QShortcut(QKeySequence("Down"), self.filter_edit, self.client_list.setFocus)

    def refresh(self) -> None:
        wanted = self.filter_edit.words()
        archived, deleted = self.archived_chip.isChecked(), self.deleted_chip.isChecked()
        lines = clients.deleted(wanted) if deleted else clients.lines(wanted, archived, SHOWN, self.desk.today())
        many = clients.count(wanted, archived) if len(lines) == SHOWN and not deleted else len(lines)
        nobody = not (lines or wanted or archived or deleted)
        self.client_list.show_records(lines)
        self.client_list.setVisible(bool(lines))
        self.rest.setVisible(not lines and not nobody)
        self.empty.setVisible(nobody)
        self.new_button.setVisible(not nobody)
        self.tools.setVisible(not nobody)
        self.back_button.setVisible(bool(lines) and (archived or deleted))
        self.counted_words.setText(self._counted(len(lines), many) if lines else "")
        self.nothing.set_or_hide("" if lines or nobody else self._nothing(wanted, archived))

    def _counted(self, shown: int, many: int) -> str:
        if shown == many:
            return counted("{n} person", "{n} people", many)
        return _("{n} of {many} people; type part of a name for the others").format(n=shown, many=many)

    def _nothing(self, wanted: str, archived: bool) -> str:
        if wanted:
            return _("Nobody has {name} in their name.").format(name=wanted)
        return _("Nobody is archived.") if archived else _("Nobody was deleted lately.")

    def _row(self, line: ClientLine) -> Row:
        seen = day_words(line.last_seen, self.desk.today()) if line.last_seen is not None else _("not yet here")
        visits = counted("{n} visit", "{n} visits", line.visits) if line.visits else _("new")
        below = (
            _("{visits} · likes {name}").format(visits=visits, name=line.chosen_name) if line.chosen_name else visits
        )
        middle = quoted(line.what_matters) if line.what_matters else ""
        return Row(line.full_name, below, middle or " ", seen, "clay_ink")

    def welcome(self) -> None:
        """Ask for a name."""
        dialog = ClientDialog.open_for(self)
        FormTaker(self.desk, dialog, Form.CLIENT, None, 0, self._add)
        dialog.known_chosen.connect(self.client_chosen)
        dialog.name_typed.connect(lambda words: dialog.show_known(next(iter(clients.looking_like(words)), None)))

    def _add(self, draft: ClientDraft) -> Client | None:
        client = self.desk.perform(clients.welcome, draft)
        if client is not None:
            self.client_chosen.emit(client.id)
        return client

    def _choose(self, client_id: int) -> None:
        if not self.deleted_chip.isChecked():
            self.client_chosen.emit(client_id)

    def _open_current(self) -> None:
        chosen = self.client_list.chosen_id()
        if chosen is not None:
            self._choose(chosen)

    def _bring_back(self) -> None:
        chosen = self.client_list.chosen_id()
        if chosen is not None:
            self.desk.perform(clients.bring_back if self.deleted_chip.isChecked() else clients.unarchive, chosen)
