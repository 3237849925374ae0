"""Changing the password, and making a new recovery sheet: both only for whoever knows the present password."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.recovery_code import MistypedCode
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import practice, vault
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.recovery_paper import RecoverySheet, SheetButtons
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, PasswordField, TextField
from alliance_desktop.ui.widgets.strength_bar import StrengthBar
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class PasswordSection(QWidget):
    """Two verbs; each works in a job and says how it went."""

    def __init__(self, desk: Desk, folder: PracticeFolder) -> None:
        super().__init__()
        self.desk, self._folder, self._code = desk, folder, ""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.present_field, self.new_field = PasswordField("present_password"), PasswordField("new_password")
        self.present_box = Labelled(
            _("Your present password"),
            self.present_field,
            "present_password_field_box",
            _("Asked for before anything here is changed."),
        )
        self.new_box = Labelled(_("New password"), self.new_field, "new_password_field_box")
        self.strength = StrengthBar("new_strength")
        self.phrase_button = LinkButton(_("Suggest five words"), "key-round")
        self.phrase_button.setObjectName("new_phrase_button")
        self.change_button = SecondButton(_("Change the password"), "key-round")
        self.change_button.setObjectName("change_password_button")
        self.sheet_button = SecondButton(_("Make a new sheet"), "file-text")
        self.sheet_button.setObjectName("new_sheet_button")
        self.setLayout(
            column(
                Words(_("Password and recovery sheet"), "title"),
                column(self.present_box, 8, self.new_box, self.strength, row(self.phrase_button, None), gap=6),
                row(self.change_button, None),
                16,
                Words(_("The recovery sheet opens the practice when the password is forgotten."), "body", "muted"),
                row(self.sheet_button, None),
                self._new_sheet(),
                gap=10,
            )
        )

    def _new_sheet(self) -> QWidget:
        self.code_words = Words("", "code", "accent")
        self.code_words.setObjectName("new_code_words")
        self.sheet = SheetButtons(self.desk.now)
        self.code_edit = TextField()
        self.code_box = Labelled(
            _("Type the code from the new sheet"), self.code_edit, "new_code_edit",
            _("Only then the new sheet holds. Older backups still open with the older sheet."),
        )  # fmt: skip
        self.use_button = MainButton(_("Use this sheet from now on"))
        self.use_button.setObjectName("use_sheet_button")
        inside = column(self.code_words, self.sheet, 8, self.code_box, row(self.use_button, None), gap=10)
        self.new_sheet = boxed(inside, "new_sheet")
        self.new_sheet.hide()
        return self.new_sheet

    def _connect(self) -> None:
        self.new_field.edited.connect(self._judge)
        self.phrase_button.clicked.connect(self._suggest)
        self.change_button.clicked.connect(self._change)
        self.present_field.entered.connect(self.new_field.setFocus)
        self.new_field.entered.connect(self._change)
        self.sheet_button.clicked.connect(self._make_sheet)
        self.use_button.clicked.connect(self._use_sheet)
        self.code_edit.returnPressed.connect(self._use_sheet)

    def _suggest(self) -> None:
        self.new_field.offer(vault.new_phrase())

    def _judge(self, typed: str) -> None:
        judged = vault.strength(typed)
        self.strength.show_strength(judged.score, judged.words)

    def _asked(self) -> bool:
        """True once the present password is typed; asks for it otherwise."""
        typed = bool(self.present_field.words())
        self.present_box.complain("" if typed else _("Please type your present password first."))
        return typed

    def _change(self) -> None:
        judged = vault.strength(self.new_field.words())
        if not self._asked():
            return
        if not judged.enough:
            self.new_box.complain(judged.words or _("A password is needed. Four or five words are good."))
            return
        self.new_box.complain("")
        folder, present, new, now = (
            self._folder, self.present_field.words(), self.new_field.words(), self.desk.now(),
        )  # fmt: skip
        self._wait(True)
        self.desk.start(
            _("Changing the password"),
            lambda _job: vault.change_password(folder, present, new, now),
            self._changed,
            self._refused,
        )

    def _changed(self, _nothing: object) -> None:
        self._wait(False)
        for field in (self.present_field, self.new_field):
            field.clear()
        self.strength.show_strength(0, "")
        self.desk.say(_("The new password holds from now on. Backups made before still open with the former one."))

    def _refused(self, sentence: str) -> None:
        self._wait(False)
        self.present_box.complain(sentence)

    def _wait(self, waiting: bool) -> None:
        for button in (self.change_button, self.sheet_button, self.use_button):
            button.setEnabled(not waiting)

    def _make_sheet(self) -> None:
        if not self._asked():
            return
        self._code = vault.new_code()
        self.code_words.setText("  ".join(recovery_code.groups(self._code)))
        self.code_words.setAccessibleName(_("Recovery code {code}").format(code=self.code_words.text()))
        self.sheet.take(RecoverySheet(self._code, vault.vault_id(self._folder), practice.current().paper))
        self.code_edit.clear()
        self.new_sheet.show()
        self.code_edit.setFocus()

    def _use_sheet(self) -> None:
        if not self._asked():
            return
        try:
            same = recovery_code.read(self.code_edit.words()) == self._code
        except MistypedCode as refusal:
            self.code_box.complain(str(refusal))
            return
        self.code_box.complain("" if same else _("This is not the code on the new sheet."))
        if not same:
            return
        folder, present, code, now = self._folder, self.present_field.words(), self._code, self.desk.now()
        self._wait(True)
        self.desk.start(
            _("New recovery sheet"),
            lambda _job: vault.replace_code(folder, present, code, now),
            self._used,
            self._refused,
        )

    def _used(self, _nothing: object) -> None:
        self._wait(False)
        self._code = ""
        self.code_words.setText("")
        self.present_field.clear()
        self.code_edit.clear()
        self.new_sheet.hide()
        self.desk.say(_("The new recovery sheet holds from now on. Please destroy the old one."))
