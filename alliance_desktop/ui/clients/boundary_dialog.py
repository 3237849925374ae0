"""The form of the private log: what happened, what I said or did, what next; kind words for it a press away."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.boundary import BoundaryDraft, BoundaryKind, kind_hint, kind_words, wording_cards
from alliance_desktop.domain.days import NotADay
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _


class WordingCards(Frame):
    """Ways to say it kindly, for one kind at a time."""

    def __init__(self) -> None:
        super().__init__("quiet")
        self.setObjectName("wording_cards")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        inside = column(Words(_("How to say it kindly"), "heading", "muted"), self._cards, gap=8)
        inside.addWidget(Words(_("Make them your own before you say them."), "caption", "muted"))
        inside.setContentsMargins(20, 16, 20, 16)
        self.setLayout(inside)

    def show_kind(self, kind: BoundaryKind) -> None:
        """Show the cards of a kind."""
        emptied(self._cards)
        for words in wording_cards(kind):
            self._cards.addWidget(VoiceBlock(words, Whose.THERAPIST))


class BoundaryDialog(FormDialog):
    """Value in, value out; it is the therapist’s log and is never printed."""

    def __init__(self, parent: QWidget, today: date) -> None:
        self._today = today
        kinds = [(kind_words(kind), kind) for kind in BoundaryKind]
        self.kind_choice = Segmented("boundary_kind", _("What it was about"), kinds)
        self.hint = Words("", "caption", "muted")
        self.cards = WordingCards()
        self.happened_edit = VoiceEdit(Whose.THERAPIST, _("What happened"), "boundary_happened_edit")
        self.did_edit = VoiceEdit(Whose.THERAPIST, _("What I said or did"), "boundary_did_edit")
        self.next_edit = VoiceEdit(Whose.THERAPIST, _("What comes next"), "boundary_next_edit")
        self.day_edit = DayField()
        form = column(
            column(Words(_("What it was about"), "heading", "muted"), self.kind_choice, self.hint, gap=6),
            Fold("wording_fold_button", _("How to say it kindly"), self.cards),
            *(_named(edit) for edit in (self.happened_edit, self.did_edit, self.next_edit)),
            Labelled(_("Day"), self.day_edit, "boundary_day_edit"),
            Words(_("For you alone: never printed, never shown to a client, and not found by the search."), "small",
                  "muted"),
            gap=14,
        )  # fmt: skip
        super().__init__(parent, "boundary_dialog", _("At the edge of the work"), _("Keep"), form, 620)
        self.day_edit.set_day(today)
        self.kind_choice.chosen.connect(self._show_kind)
        self._show_kind()

    @classmethod
    def open_for(cls, parent: QWidget, today: date) -> "BoundaryDialog":
        """Open over a page."""
        dialog = cls(parent, today)
        dialog.open()
        dialog.happened_edit.setFocus()
        return dialog

    def _kind(self) -> BoundaryKind:
        return BoundaryKind(str(self.kind_choice.value()))

    def _show_kind(self) -> None:
        self.hint.setText(kind_hint(self._kind()))
        self.cards.show_kind(self._kind())

    def draft(self) -> BoundaryDraft:
        """What is typed; raises ``NotADay``."""
        return BoundaryDraft(
            self.day_edit.day() or self._today,
            self._kind(),
            self.happened_edit.words(),
            self.did_edit.words(),
            self.next_edit.words(),
        )

    def offer(self) -> None:
        try:
            self.accepted_draft.emit(self.draft())
        except NotADay as refusal:
            self.complain(str(refusal))


def _named(edit: VoiceEdit) -> QWidget:
    return boxed(column(Words(edit.text_edit.accessibleName(), "small", "muted"), edit, gap=6))
