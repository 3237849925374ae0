"""Asks how much a calendar file tells, before it leaves the program unencrypted."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted


class CalendarDialog(FormDialog):
    """Value in, value out: whether the file says who comes."""

    def __init__(self, parent: QWidget, visits: int) -> None:
        choices = ((_("Without names"), False), (_("As they are called"), True))
        self.names_choice = Segmented("calendar_names_choice", _("What the file says"), choices)
        told = counted("{n} visit to come goes into the file.", "{n} visits to come go into the file.", visits)
        caution = _(
            "A calendar file is not encrypted, and the calendar that reads it may copy it to others. "
            "Your notes never go into it."
        )
        form = column(Words(told), self.names_choice, Words(caution, "body", "warning"), gap=14)
        super().__init__(
            parent, "calendar_dialog", _("A file for your calendar"), _("Save the file…"), form, icon="download"
        )

    @classmethod
    def open_for(cls, parent: QWidget, visits: int) -> "CalendarDialog":
        """Open over a page."""
        dialog = cls(parent, visits)
        dialog.open()
        dialog.names_choice.segments[0].setFocus()
        return dialog

    def draft(self) -> bool:
        """True when the file says how the clients are called."""
        return self.names_choice.value() is True

    def offer(self) -> None:
        self.accepted_draft.emit(self.draft())
