"""How a plan comes to its end: by whom, and why."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import EndedBy, EndingDraft
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.fields import Choice, Labelled, MultiText
from alliance_desktop.words import _


class EndDialog(FormDialog):
    """Value in, value out; the plan itself stays as it was signed."""

    def __init__(self, parent: QWidget, called: str) -> None:
        self.by_choice = Choice(
            [
                (_("We reached what we wanted"), EndedBy.COMPLETED),
                (_("{name} ends it").format(name=called), EndedBy.CLIENT),
                (_("I end it"), EndedBy.THERAPIST),
            ]
        )
        self.reason_edit = MultiText(lines=2)
        self.reason_box = Labelled(_("Why, in a sentence"), self.reason_edit, "reason_edit")
        form = column(
            Labelled(_("How it ends"), self.by_choice, "by_choice"),
            self.reason_box,
            gap=14,
        )
        super().__init__(parent, "end_dialog", _("End this plan"), _("End the plan"), form)

    @classmethod
    def open_for(cls, parent: QWidget, called: str) -> "EndDialog":
        """Open over a page."""
        dialog = cls(parent, called)
        dialog.open()
        return dialog

    def draft(self) -> EndingDraft:
        """What is chosen and typed."""
        return EndingDraft(EndedBy(str(self.by_choice.value())), self.reason_edit.words())

    def offer(self) -> None:
        draft = self.draft()
        wanted = draft.by is not EndedBy.COMPLETED and not draft.reason
        self.reason_box.complain(_("Please say in a few words why it ends early.") if wanted else "")
        if not wanted:
            self.accepted_draft.emit(draft)
