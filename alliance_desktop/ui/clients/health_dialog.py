"""A health item: what it is, what it means for the hands, since and until when."""

from datetime import date

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.days import NotADay
from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind, caution_words, health_words
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.fields import Choice, DayField, Labelled, TextField, pair
from alliance_desktop.words import _


class HealthDialog(FormDialog):
    """Value in, value out."""

    def __init__(self, parent: QWidget, draft: HealthDraft) -> None:
        self.name_edit, self.area_edit, self.advice_edit = TextField(), TextField(), TextField()
        self.kind_choice = Choice([(health_words(kind), kind) for kind in HealthKind])
        self.caution_choice = Choice([(caution_words(caution), caution) for caution in Caution])
        self.since_edit, self.until_edit = DayField(), DayField()
        self.name_box = Labelled(_("What it is"), self.name_edit, "name_edit")
        form = column(
            self.name_box,
            pair(
                Labelled(_("Kind"), self.kind_choice, "kind_choice"),
                Labelled(_("What it asks of me"), self.caution_choice, "caution_choice"),
            ),
            Labelled(_("In words for my hands"), self.advice_edit, "advice_edit", _("For example: light on the legs")),
            Labelled(_("Where"), self.area_edit, "area_edit"),
            pair(
                Labelled(_("Since"), self.since_edit, "since_edit"),
                Labelled(_("Until"), self.until_edit, "until_edit"),
            ),
            gap=14,
        )
        super().__init__(parent, "health_dialog", _("Health"), _("Keep"), form)
        self._fill(draft)

    @classmethod
    def open_for(cls, parent: QWidget, draft: HealthDraft) -> "HealthDialog":
        """Open over a page."""
        dialog = cls(parent, draft)
        dialog.open()
        dialog.name_edit.setFocus()
        return dialog

    def _fill(self, draft: HealthDraft) -> None:
        self.name_edit.set_words(draft.name)
        self.kind_choice.set_value(draft.kind)
        self.caution_choice.set_value(draft.caution)
        self.area_edit.set_words(draft.area)
        self.advice_edit.set_words(draft.advice)
        self.since_edit.set_day(draft.since)
        self.until_edit.set_day(draft.until)

    def draft(self) -> HealthDraft:
        """What is typed; raises ``NotADay``."""
        since: date | None = self.since_edit.day()
        return HealthDraft(
            HealthKind(str(self.kind_choice.value())),
            self.name_edit.words(),
            Caution(str(self.caution_choice.value())),
            self.area_edit.words(),
            self.advice_edit.words(),
            since,
            self.until_edit.day(),
        )

    def offer(self) -> None:
        try:
            draft = self.draft()
        except NotADay as refusal:
            self.complain(str(refusal))
            return
        if not draft.name:
            self.name_box.complain(_("Please say what it is, in a word or two."))
        elif draft.since is not None and draft.until is not None and draft.until < draft.since:
            self.complain(_("It ends before it begins. Please look at the two days."))
        else:
            self.accepted_draft.emit(draft)
