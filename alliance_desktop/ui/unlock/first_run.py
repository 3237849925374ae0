"""The first run: how it looks, where to begin, the names as printed, the password and its spare key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.domain.recovery_code import MistypedCode
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.ui import theme
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.buttons import Chip, SecondButton, TickBox
from alliance_desktop.ui.widgets.fields import Choice, Labelled, PasswordField, TextField
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _


class FirstRun(QWidget):
    """Three minutes, no technical question; ``founded`` when the new practice stands open."""

    look_chosen = Signal(object)
    founded = Signal()
    door_wanted = Signal(object)
    restore_wanted = Signal()

    def __init__(self, folder: PracticeFolder, settings: Settings, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._folder, self._settings, self._clock = folder, settings, clock
        self._code = vault.new_code()
        self._job: Job | None = None
        self.steps = QStackedWidget()
        self.look_step = self._look_step()
        self.begin_step = self._begin_step()
        self.names_step = self._names_step()
        self.password_step = self._password_step()
        self.sheet_step = self._sheet_step()
        self._pages = [self.look_step, self.begin_step, self.names_step, self.password_step, self.sheet_step]
        for page in self._pages:
            self.steps.addWidget(page)
            page.wanted_back.connect(self._back)
        self._lay_out()
        self._connect()
        self._show(0)

    def _lay_out(self) -> None:
        titles = (_("Look"), _("Begin"), _("Names"), _("Password"), _("Recovery sheet"))
        self.marks = [Words(title, "body", "muted") for title in titles]
        side = column(Picture("logo", "text", 44), 28, Words(_("Alliance Desktop"), "title"), 20, gap=0)
        for mark in self.marks:
            side.addWidget(mark)
            side.addSpacing(14)
        side.addStretch(1)
        side.addWidget(Words(_("Everything stays on this computer."), "small", "muted"))
        side.setContentsMargins(40, 56, 24, 32)
        panel = boxed(side)
        panel.setProperty("ground", "linen")
        panel.setFixedWidth(theme.px(264))
        page = QVBoxLayout()
        page.addWidget(self.steps)
        page.setContentsMargins(72, 56, 72, 40)
        self.steps.setMaximumWidth(theme.px(680))
        whole = row(panel, page, gap=0)
        self.setLayout(whole)

    def _look_step(self) -> StepPage:
        self.look_group = QButtonGroup(self)
        chips = row(gap=8)
        names = {
            Theme.SYSTEM: _("As the computer"),
            Theme.LIGHT: _("Light"),
            Theme.DARK: _("Dark"),
            Theme.CONTRAST: _("High contrast"),
        }
        for look, words in names.items():
            chip = Chip(words)
            chip.setObjectName(f"look_{look}_chip")
            chip.setChecked(look is self._settings.theme)
            chip.clicked.connect(lambda _checked=False, look=look: self._restyle(replace(self._settings, theme=look)))
            self.look_group.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch(1)
        sizes = [(_("{n} %").format(n=n), n) for n in range(90, 201, 10)]
        self.text_choice = Choice([(words, n) for words, n in sizes])
        self.text_choice.set_value(self._settings.text_percent)
        self.text_choice.activated.connect(self._resize_text)
        inside = column(
            Words(_("Colours"), "heading", "muted"),
            chips,
            16,
            Labelled(_("Text size"), self.text_choice, "text_choice"),
        )
        about = _("Choose what is easy on your eyes. Both can be changed at any time.")
        return StepPage("look_step", _("Welcome. Can you read this well?"), about, inside, back=False)

    def _begin_step(self) -> StepPage:
        self.new_button = SecondButton(_("Begin a new practice"), "plus")
        self.open_button = SecondButton(_("Open a practice in another folder"), "folder")
        self.restore_button = SecondButton(_("Restore a backup"), "history")
        self.restore_button.setObjectName("restore_practice_button")
        inside = column(gap=12)
        for button, words in (
            (self.new_button, _("For your own work: empty, encrypted, yours.")),
            (self.open_button, _("If you keep it on a drive or moved it here.")),
            (self.restore_button, _("If the computer is new, or the old one is lost.")),
        ):
            button.large()
            inside.addWidget(button)
            inside.addWidget(Words(words, "small", "muted"))
            inside.addSpacing(8)
        self.new_button.setObjectName("new_practice_button")
        self.open_button.setObjectName("open_practice_button")
        about = _("Nothing is sent anywhere, and there is no account to make.")
        page = StepPage("begin_step", _("How do you want to begin?"), about, inside)
        page.on_button.hide()
        return page

    def _names_step(self) -> StepPage:
        self.therapist_edit, self.title_edit, self.phone_edit = TextField(), TextField(), TextField()
        self.paper_choice = Choice([(_("A4"), Paper.A4), (_("US Letter"), Paper.LETTER)])
        self.therapist_box = Labelled(_("Your name"), self.therapist_edit, "therapist_edit")
        inside = column(
            self.therapist_box,
            Labelled(_("What you do"), self.title_edit, "title_edit", _("For example: Bodywork")),
            Labelled(_("Phone"), self.phone_edit, "phone_edit"),
            Labelled(_("Your printer’s paper"), self.paper_choice, "paper_choice"),
            gap=14,
        )
        return StepPage("names_step", _("What should stand on the paper?"), _("Your clients take it home."), inside)

    def _password_step(self) -> StepPage:
        self.password_field, self.again_field = PasswordField("password"), PasswordField("again")
        self.strength = Words("", "body", "muted")
        self.strength.setObjectName("strength")
        inside = column(
            Labelled(_("Password"), self.password_field, "password_field_box"),
            self.strength,
            Labelled(_("Once more"), self.again_field, "again_field_box"),
            gap=14,
        )
        about = _("Four or five words that do not belong together are easy to remember and hard to guess.")
        page = StepPage("password_step", _("Choose the password"), about, inside)
        self.password_field.edited.connect(self._judge)
        self.again_field.entered.connect(page.wanted_on)
        return page

    def _sheet_step(self) -> StepPage:
        self.save_button = SecondButton(_("Save the sheet to print it"), "file-text")
        self.save_button.setObjectName("save_sheet_button")
        self.code_words = Words("  ".join(recovery_code.groups(self._code)), "title", "accent")
        self.code_words.setObjectName("code_words")
        self.code_words.setAccessibleName(_("Recovery code"))
        self.typed_edit = TextField()
        self.typed_box = Labelled(_("Type it back from the sheet"), self.typed_edit, "typed_edit")
        self.decline_box = TickBox(_("I do without a spare key, and I know what that means"))
        self.decline_box.setObjectName("decline_box")
        inside = column(
            self.code_words,
            row(self.save_button, None),
            12,
            self.typed_box,
            self.decline_box,
            gap=12,
        )
        about = _(
            "If the password is forgotten, only this code opens your records. Print it or write it down, "
            "keep it away from the computer, and type it back so that we both know it is right."
        )
        return StepPage("sheet_step", _("Your spare key, on paper"), about, inside, _("Open my practice"))

    def _connect(self) -> None:
        self.look_step.wanted_on.connect(lambda: self._show(1))
        self.new_button.clicked.connect(lambda: self._show(2))
        self.open_button.clicked.connect(self._open_other)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.names_step.wanted_on.connect(self._names_done)
        self.password_step.wanted_on.connect(self._password_done)
        self.sheet_step.wanted_on.connect(self._sheet_done)
        self.save_button.clicked.connect(self._save_sheet)
        self.typed_edit.returnPressed.connect(self._sheet_done)

    def _show(self, place: int) -> None:
        self.steps.setCurrentIndex(place)
        for number, mark in enumerate(self.marks):
            mark.set_tone("accent" if number == place else "muted")
        first = (None, self.new_button, self.therapist_edit, self.password_field, self.typed_edit)[place]
        if first is not None:
            first.setFocus()

    def _back(self) -> None:
        self._show(max(0, self.steps.currentIndex() - 1))

    def _restyle(self, settings: Settings) -> None:
        self._settings = settings
        self.look_chosen.emit(settings)

    def _resize_text(self) -> None:
        self._restyle(replace(self._settings, text_percent=int(str(self.text_choice.value()))))

    def _open_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where is the practice?"))
        if not chosen:
            return
        folder = PracticeFolder(Path(chosen))
        if vault.exists(folder):
            self.door_wanted.emit(folder)
        else:
            self.begin_step.complain(_("There is no practice in this folder. Nothing was changed."))

    def _names_done(self) -> None:
        if not self.therapist_edit.words():
            self.therapist_box.complain(_("Your name stands on every sheet; please type it."))
            return
        self.therapist_box.complain("")
        self._show(3)

    def _judge(self, typed: str) -> None:
        self.strength.setText(vault.strength(typed).words)

    def _password_done(self) -> None:
        judged = vault.strength(self.password_field.words())
        if not judged.enough:
            self.password_step.complain(judged.words or _("A password is needed. Four or five words are good."))
        elif self.password_field.words() != self.again_field.words():
            self.password_step.complain(_("The two are not the same. Please type it once more."))
        else:
            self.password_step.complain("")
            self._show(4)

    def _save_sheet(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery sheet"), "recovery-sheet.pdf", "PDF (*.pdf)"
        )
        if chosen:
            self.write_sheet(Path(chosen))

    def write_sheet(self, path: Path) -> None:
        """Write the recovery sheet; says so when it cannot be written."""
        from alliance_desktop.documents import recovery_sheet  # heavy: ReportLab, needed only for paper

        try:
            path.write_bytes(recovery_sheet.pdf(self._code, self._clock().astimezone().date()))
        except OSError:
            self.sheet_step.complain(_("The sheet could not be written there. Please choose another place."))

    def _sheet_done(self) -> None:
        code: str | None = self._code
        if self.decline_box.isChecked():
            code = None
        else:
            try:
                if recovery_code.read(self.typed_edit.words()) != self._code:
                    self.sheet_step.complain(_("This is another code than the one on your sheet."))
                    return
            except MistypedCode as refusal:
                self.sheet_step.complain(str(refusal))
                return
        self._found(code)

    def _found(self, code: str | None) -> None:
        if self._job is not None:
            return
        folder, password = self._folder, self.password_field.words()
        self.sheet_step.on_button.setEnabled(False)
        self.sheet_step.complain("")
        self._job = Job(_("Setting up"), lambda _job: vault.make(folder, password, code), self)
        self._job.done.connect(self._made)
        self._job.refused.connect(self._refused)
        self._job.begin()

    def _made(self, key: object) -> None:
        from alliance_desktop.services import practice_file  # late: brings the database, not needed before

        named = Practice(
            self.therapist_edit.words(),
            self.title_edit.words(),
            phone=self.phone_edit.words(),
            paper=Paper(str(self.paper_choice.value())),
        )
        practice_file.found(self._folder, key, named, self._clock())  # type: ignore[arg-type]  # a DataKey
        self.founded.emit()

    def _refused(self, sentence: str) -> None:
        self._job = None
        self.sheet_step.on_button.setEnabled(True)
        self.sheet_step.complain(sentence)
