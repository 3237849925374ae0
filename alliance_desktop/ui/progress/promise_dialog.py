"""What the client asked for becomes a promise: their words stay beside it until it is done, and after."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class PromiseDialog(FormDialog):
    """Value in, value out: the promise in the therapist's words."""

    def __init__(self, parent: QWidget, said: str) -> None:
        self.words_edit = VoiceEdit(Whose.THERAPIST, _("I promise"), "check_promise_edit", _("What you will do"))
        form = column(
            VoiceBlock(said, Whose.CLIENT),
            Words(_("It is shown in the brief until it is done."), "body", "muted"),
            self.words_edit,
            gap=14,
        )
        super().__init__(parent, "promise_dialog", _("I promise"), _("Promise"), form)

    @classmethod
    def open_for(cls, parent: QWidget, said: str) -> "PromiseDialog":
        """Open over a page."""
        dialog = cls(parent, said)
        # Their words as a promise: taken over with one key, or written over.
        dialog.words_edit.set_words(said)
        dialog.open()
        dialog.words_edit.setFocus()
        dialog.words_edit.text_edit.selectAll()
        return dialog

    def draft(self) -> str:
        """What is typed."""
        return self.words_edit.words().strip()

    def offer(self) -> None:
        self.accepted_draft.emit(self.draft())
