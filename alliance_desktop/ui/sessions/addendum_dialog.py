"""Adding to a signed note: the words and the reason."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.session import AddendumDraft
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.fields import Labelled, MultiText, TextField
from alliance_desktop.words import _


class AddendumDialog(FormDialog):
    """Value in, value out; the note itself stays as it was signed."""

    def __init__(self, parent: QWidget) -> None:
        self.words_edit, self.reason_edit = MultiText(lines=3), TextField()
        form = column(
            Labelled(_("What to add"), self.words_edit, "words_edit"),
            Labelled(_("Why it is added now"), self.reason_edit, "reason_edit"),
            gap=14,
        )
        super().__init__(parent, "addendum_dialog", _("Add to the signed note"), _("Add for good"), form)

    @classmethod
    def open_for(cls, parent: QWidget) -> "AddendumDialog":
        """Open over a page."""
        dialog = cls(parent)
        dialog.open()
        dialog.words_edit.setFocus()
        return dialog

    def draft(self) -> AddendumDraft:
        """What is typed."""
        return AddendumDraft(self.words_edit.words(), self.reason_edit.words())

    def offer(self) -> None:
        self.accepted_draft.emit(self.draft())
