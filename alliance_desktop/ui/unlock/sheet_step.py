"""The spare key: printed or saved, typed back from the paper, or declined in words."""

from collections.abc import Callable
from datetime import datetime

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.recovery_code import MistypedCode
from alliance_desktop.services import vault
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.recovery_paper import RecoverySheet, SheetButtons
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.fields import Labelled, TextField
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _


class SheetStep(StepPage):
    """One code and one vault for the whole set-up, so that a sheet printed early stays right."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        about = _(
            "If the password is forgotten, only this code opens your records. Print it or write it down, "
            "keep it away from the computer, and type it back so that we both know it is right."
        )
        super().__init__("sheet_step", _("Your spare key, on paper"), about)
        self._code, self.vault_id = vault.new_code(), vault.new_vault_id()
        self.code_words = Words("  ".join(recovery_code.groups(self._code)), "code", "accent")
        self.code_words.setObjectName("code_words")
        self.code_words.setAccessibleName(_("Recovery code {code}").format(code=self.code_words.text()))
        self.sheet = SheetButtons(clock)
        self.typed_edit = TextField()
        self.typed_box = Labelled(_("Type it back from the sheet"), self.typed_edit, "typed_edit")
        self.decline_box = TickBox(_("I do without a spare key"))
        meaning = Words(_("If I forget the password, nobody can open these records."), "small", "muted")
        self.decline_box.name(_("{choice}. {meaning}").format(choice=self.decline_box.text(), meaning=meaning.text()))
        self.decline_box.setObjectName("decline_box")
        card = Frame("quiet")
        inside = column(self.code_words, self.sheet, gap=14)
        inside.setContentsMargins(20, 18, 20, 18)
        card.setLayout(inside)
        self.fill(column(card, 22, self.typed_box, 12, self.decline_box, row(32, meaning, gap=0), gap=0))
        self.typed_edit.returnPressed.connect(self.go_on)

    def use_paper(self, paper: Paper) -> None:
        """Print and save the sheet on this paper."""
        self.sheet.take(RecoverySheet(self._code, self.vault_id, paper))

    def enter(self) -> None:
        self.typed_edit.setFocus()

    def code(self) -> str | None:
        """The code that opens the practice from now on, or None when it was declined."""
        return None if self.decline_box.isChecked() else self._code

    def go_on(self) -> None:
        if not self.decline_box.isChecked():
            try:
                same = recovery_code.read(self.typed_edit.words()) == self._code
            except MistypedCode as refusal:
                self.complain(str(refusal))
                return
            if not same:
                self.complain(_("This is another code than the one on your sheet."))
                return
        self.complain("")
        self.done.emit()
