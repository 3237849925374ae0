"""Where a letter is written: each part of the record as a text to edit, with a tick for whether it stands on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import ALWAYS, LetterDraft, LetterPart, label, parts_of
from alliance_desktop.ui.dialog import Dialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import MainButton, TickBox
from alliance_desktop.ui.widgets.fields import Labelled, MultiText
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_LINES = {LetterPart.TO: 3, LetterPart.REASON: 3}


class LetterDialog(Dialog):
    """``put_down`` says that the letter is to be seen as it stands; closing it in any way keeps what is written."""

    put_down = Signal()

    def __init__(self, parent: QWidget, draft: LetterDraft) -> None:
        super().__init__(parent, "letter_dialog", draft.kind.words, 680)
        self._over = False
        self.boxes: dict[LetterPart, TickBox] = {}
        self.edits: dict[LetterPart, MultiText] = {}
        form = column(gap=14)
        for part in parts_of(draft.kind):
            form.addWidget(self._part(part, draft))
        if draft.kind is DocumentKind.REFERRAL:
            told = _("Only what is ticked stands on the letter. What you thought never comes into it by itself.")
        else:
            told = _("Only what is ticked stands on the letter. Every word can be changed.")
        self.show_button = MainButton(_("Show the letter"), "file-text")
        self.show_button.setObjectName("show_letter_button")
        self.show_button.clicked.connect(self.put_down)
        body = column(Words(draft.kind.words, "page_title"), 4, Words(told, "body", "muted"), 16, form, gap=0)
        self.lay_out(body, self.show_button)

    @classmethod
    def open_for(cls, parent: QWidget, draft: LetterDraft) -> "LetterDialog":
        """Open over a page, at the first part that has no words yet."""
        dialog = cls(parent, draft)
        dialog.open()
        bare = (
            dialog.edits[part] for part in parts_of(draft.kind) if part in ALWAYS and not dialog.edits[part].words()
        )
        next(bare, dialog.edits[parts_of(draft.kind)[0]]).setFocus()
        return dialog

    def be_over(self) -> None:
        """The page below is about to go: from now on nobody is told any more."""
        self._over = True

    def reject(self) -> None:
        """Escape, and the window's own cross: nothing that was written is lost."""
        if self._over:
            super().reject()
        else:
            self.put_down.emit()

    def _part(self, part: LetterPart, draft: LetterDraft) -> QWidget:
        """A text under its label; one that may be left out under its tick, and in sight only with it."""
        edit = MultiText(lines=_LINES.get(part, 1))
        self.edits[part] = edit
        edit.set_words(draft.words.get(part, ""))
        named = label(part, draft.kind)
        if part in ALWAYS:
            return Labelled(named, edit, part.edit_name)
        box = TickBox(named)
        box.setObjectName(part.box_name)
        edit.setObjectName(part.edit_name)
        edit.setAccessibleName(_("{part}: the words").format(part=named))
        box.toggled.connect(edit.setVisible)
        box.setChecked(part in draft.ticked)
        edit.setVisible(box.isChecked())
        self.boxes[part] = box
        return boxed(column(box, edit, gap=4))
