"""Changing the password, and making a new recovery sheet."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.recovery_code import MistypedCode
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import practice_file, vault
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.recovery_paper import save_sheet
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, PasswordField, TextField
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class PasswordSection(QWidget):
    """Two verbs; each works in a job and says how it went."""

    def __init__(self, desk: Desk, folder: PracticeFolder) -> None:
        super().__init__()
        self.desk, self._folder, self._code = desk, folder, ""
        self.new_field = PasswordField("new_password")
        self.strength = Words("", "small", "muted")
        self.change_button = SecondButton(_("Change the password"), "key-round")
        self.change_button.setObjectName("change_password_button")
        self.sheet_button = SecondButton(_("Make a new sheet"), "file-text")
        self.sheet_button.setObjectName("new_sheet_button")
        self.code_edit = TextField()
        self.code_box = Labelled(
            _("Type the code from the new sheet"), self.code_edit, "new_code_edit",
            _("Only then the new sheet holds. Older backups still open with the older sheet."),
        )  # fmt: skip
        self.use_button = MainButton(_("Use this sheet from now on"))
        self.use_button.setObjectName("use_sheet_button")
        self.new_sheet = boxed(column(self.code_box, row(self.use_button, None)))
        self.new_sheet.hide()
        field = Labelled(_("New password"), self.new_field, "new_password_field_box")
        inside = column(
            Words(_("Password and recovery sheet"), "title"),
            field,
            self.strength,
            row(self.change_button, None),
            16,
            Words(_("The recovery sheet opens the practice when the password is forgotten."), "body", "muted"),
            row(self.sheet_button, None),
            self.new_sheet,
            gap=10,
        )
        self.setLayout(inside)
        self.new_field.edited.connect(self._judge)
        self.change_button.clicked.connect(self._change)
        self.new_field.entered.connect(self._change)
        self.sheet_button.clicked.connect(self._make_sheet)
        self.use_button.clicked.connect(self._use_sheet)

    def _judge(self, typed: str) -> None:
        self.strength.setText(vault.strength(typed).words)

    def _change(self) -> None:
        folder, key, new = self._folder, practice_file.key_for_job(), self.new_field.words()
        self.desk.start(_("Changing the password"), lambda _job: vault.change_password(folder, key, new), self._changed)

    def _changed(self, _nothing: object) -> None:
        self.new_field.clear()
        self.strength.setText("")
        self.desk.say(_("The new password holds from now on. Backups made before still open with the former one."))

    def _make_sheet(self) -> None:
        self._code = vault.new_code()
        if save_sheet(self, self._code, practice_file.key_for_job().vault_id, self.desk):
            self.new_sheet.show()
            self.code_edit.setFocus()

    def _use_sheet(self) -> None:
        try:
            same = recovery_code.read(self.code_edit.words()) == self._code
        except MistypedCode as refusal:
            self.code_box.complain(str(refusal))
            return
        if not same:
            self.code_box.complain(_("This is not the code on the new sheet."))
            return
        folder, key, code = self._folder, practice_file.key_for_job(), self._code
        self.desk.start(_("New recovery sheet"), lambda _job: vault.replace_code(folder, key, code), self._used)

    def _used(self, _nothing: object) -> None:
        self._code = ""
        self.code_edit.clear()
        self.new_sheet.hide()
        self.desk.say(_("The new recovery sheet holds from now on. Please destroy the old one."))
