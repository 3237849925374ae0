"""Leaving something worth asking in peace for a while: until when, and why; the reason is kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.days import NotADay
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.fields import DayField, Labelled, MultiText
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_USUAL = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SnoozeDraft:
    """Until which day, and why."""

    until: date
    reason: str


class SnoozeDialog(FormDialog):
    """Value in, value out."""

    def __init__(self, parent: QWidget, asks: str, today: date) -> None:
        self._usual = today + _USUAL
        self.reason_edit, self.until_edit = MultiText(lines=2), DayField()
        hint = _("It comes back on that day, or earlier if it gets worse. The reason is kept.")
        form = column(
            Words(asks),
            Words(hint, "body", "muted"),
            Labelled(_("Why it can wait"), self.reason_edit, "snooze_reason_edit"),
            Labelled(_("Not before"), self.until_edit, "snooze_until_edit"),
            gap=14,
        )
        super().__init__(parent, "snooze_dialog", _("Not now"), _("Put off"), form)
        self.until_edit.set_day(self._usual)

    @classmethod
    def open_for(cls, parent: QWidget, asks: str, today: date) -> "SnoozeDialog":
        """Open over a page."""
        dialog = cls(parent, asks, today)
        dialog.open()
        dialog.reason_edit.setFocus()
        return dialog

    def draft(self) -> SnoozeDraft:
        """What is typed; raises ``NotADay``."""
        return SnoozeDraft(self.until_edit.day() or self._usual, self.reason_edit.words())

    def offer(self) -> None:
        try:
            self.accepted_draft.emit(self.draft())
        except NotADay as refusal:
            self.complain(str(refusal))
