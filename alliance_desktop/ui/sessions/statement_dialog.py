"""What the client said aloud about a signed note, written down as they say it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.statement import Stance, StatementDraft, stance_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class StatementDialog(FormDialog):
    """Value in, value out; ``hand_over_wanted`` asks for the screen to be given to the client instead."""

    hand_over_wanted = Signal()

    def __init__(self, parent: QWidget, client: str) -> None:
        label = _("In their words, as they say them")
        self.stance_choice = Segmented(
            "stance", _("What {name} says").format(name=client), [(stance_words(each), each) for each in Stance]
        )
        # Nobody agrees by a slip: an addition asks for words.
        self.stance_choice.set_value(Stance.ADD)
        self.words_edit = VoiceEdit(Whose.CLIENT, label, "statement_words_edit", lines=2)
        self.hand_over_button = SecondButton(_("Let {name} write and sign").format(name=client), "pen-line")
        self.hand_over_button.setObjectName("hand_over_statement_button")
        hint = _("Read the note together first. What stands here stays under it for good, with today’s day.")
        form = column(
            Words(hint, "body", "muted"),
            row(self.hand_over_button, None),
            4,
            Words(_("Or write down what {name} says aloud").format(name=client), "heading", "muted"),
            self.stance_choice,
            column(Words(label, "small", "muted"), self.words_edit, gap=6),
            gap=12,
        )
        title = _("What {name} says to this note").format(name=client)
        super().__init__(parent, "statement_dialog", title, _("Keep as said aloud"), form, 580)
        self.hand_over_button.clicked.connect(self.hand_over_wanted)

    @classmethod
    def open_for(cls, parent: QWidget, client: str) -> "StatementDialog":
        """Open over a page."""
        dialog = cls(parent, client)
        dialog.open()
        return dialog

    def draft(self) -> StatementDraft:
        """What is chosen and typed."""
        return StatementDraft(Stance(str(self.stance_choice.value())), self.words_edit.words())

    def offer(self) -> None:
        self.accepted_draft.emit(self.draft())
