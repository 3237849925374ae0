"""The therapist takes the screen back: the PIN on a pad large enough for thumbs, or the password."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from alliance_desktop.domain import pin
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import pins, vault
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import Button, LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, PasswordField
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted


class DigitPad(QWidget):
    """Digits by touch, mouse or keyboard, shown as dots; ``entered`` carries them."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._digits = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("digit_pad")
        self.setAccessibleName(_("PIN"))
        self.dots = Words("", "question", "accent")
        self.dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid = QGridLayout()
        grid.setSpacing(12)
        self.digit_buttons = {digit: SecondButton(digit) for digit in "1234567890"}
        for place, (digit, button) in enumerate(self.digit_buttons.items()):
            button.setObjectName(f"digit_{digit}_button")
            button.large()
            button.clicked.connect(partial(self._add, digit))
            grid.addWidget(button, place // 3, 1 if digit == "0" else place % 3)
        self.erase_button: Button = SecondButton(_("Undo"))
        self.erase_button.setObjectName("erase_digit_button")
        self.erase_button.setAccessibleName(_("Take the last digit away"))
        self.enter_button: Button = MainButton(_("OK"))
        self.enter_button.setObjectName("enter_pin_button")
        for act, at in ((self.erase_button, 0), (self.enter_button, 2)):
            act.large()
            grid.addWidget(act, 3, at)
        for each in (*self.digit_buttons.values(), self.erase_button, self.enter_button):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayout(column(self.dots, 8, boxed(grid), gap=0))
        self.erase_button.clicked.connect(self._erase)
        self.enter_button.clicked.connect(self._enter)
        self._show()

    def clear(self) -> None:
        """Forget the digits."""
        self._digits = ""
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in self.digit_buttons:
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _add(self, digit: str) -> None:
        self._digits = (self._digits + digit)[: pin.MOST]
        self._show()

    def _erase(self) -> None:
        self._digits = self._digits[:-1]
        self._show()

    def _show(self) -> None:
        self.dots.setText("●" * len(self._digits) or "–")
        self.dots.setAccessibleName(counted("{n} digit", "{n} digits", len(self._digits)))
        self.enter_button.setEnabled(len(self._digits) >= pin.LEAST)

    def _enter(self) -> None:
        if len(self._digits) >= pin.LEAST:
            digits = self._digits
            self.clear()
            self.entered.emit(digits)


class TakeBack(QWidget):
    """Asks for the PIN while there is one with tries left, else for the password; checks in a job."""

    proven = Signal(bool)
    left = Signal()

    def __init__(self, desk: Desk, folder: PracticeFolder, client_id: int, client: str, therapist: str) -> None:
        super().__init__()
        self._desk, self._folder, self._client_id = desk, folder, client_id
        self._uncounted = 0
        self.title = Words(_("{name} takes the screen back").format(name=therapist), "page_title")
        self.said = Words("", "body", "muted")
        self.said.setObjectName("take_back_words")
        self.pad = DigitPad()
        self.password_field = PasswordField("take_back_password")
        self.open_button = MainButton(_("Take the screen back"))
        self.open_button.setObjectName("take_back_button")
        password = column(
            Labelled(_("Password"), self.password_field, "take_back_password_box"),
            row(self.open_button, None),
            gap=16,
        )
        self.by_password = boxed(password)
        self.password_button = LinkButton(_("Use the password instead"))
        self.password_button.setObjectName("use_password_button")
        self.back_button = SecondButton(_("Back to {name}").format(name=client), "arrow-left")
        self.back_button.setObjectName("back_to_client_button")
        inside = boxed(
            column(
                self.title, self.said, 8, self.pad, self.by_password, self.password_button, 12, self.back_button, gap=12
            )
        )
        inside.setMaximumWidth(520)
        area = ScrollColumn()
        area.column.addStretch(1)
        area.column.addLayout(row(None, inside, None))
        area.column.addStretch(1)
        area.column.setContentsMargins(24, 16, 24, 16)
        self.setLayout(column(area))
        self.pad.entered.connect(self._try_pin)
        self.password_field.entered.connect(self._try_password)
        self.open_button.clicked.connect(self._try_password)
        self.password_button.clicked.connect(self._ask_password)
        self.back_button.clicked.connect(self._leave)

    def ask(self) -> None:
        """Ask afresh."""
        self.pad.clear()
        self.password_field.clear()
        self._wait(False)
        if self._tries_left():
            self.said.setText(_("Please type the PIN."))
            self.pad.show()
            self.by_password.hide()
            self.password_button.show()
            self.pad.setFocus()
        else:
            self._ask_password()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.pad.clear()
        self.password_field.clear()
        self.left.emit()

    def _ask_password(self) -> None:
        worn_out = pins.seal() is not None and not self._tries_left()
        self.said.setText(
            _("The PIN was wrong five times. Now only the password takes the screen back.")
            if worn_out
            else _("Please type the password of the practice.")
        )
        self.pad.hide()
        self.by_password.show()
        self.password_button.hide()
        self.password_field.setFocus()

    def _wait(self, waiting: bool) -> None:
        for part in (self.pad, self.password_field, self.open_button, self.password_button, self.back_button):
            part.setEnabled(not waiting)
        if waiting:
            self.said.setText(_("One moment…"))

    def _try_pin(self, digits: str) -> None:
        kept = pins.seal()
        if kept is None or not self._tries_left():
            self._ask_password()
            return
        self._check(lambda: pins.fits(kept, digits), self._pin_checked)

    def _pin_checked(self, right: bool) -> None:
        self._wait(False)
        if right:
            self._prove(True)
            return
        if not self._desk.keep(pins.count_wrong, self._client_id):
            self._uncounted += 1
        left = self._tries_left()
        if left:
            told = counted("{n} more try, then the password.", "{n} more tries, then the password.", left)
            self.said.setText(_("This is not the PIN. {left}").format(left=told))
            self.pad.setFocus()
        else:
            self._ask_password()

    def _tries_left(self) -> int:
        """What the file tells, less the wrong tries that could not be written there."""
        return max(0, pins.tries_left() - self._uncounted)

    def _try_password(self) -> None:
        typed, folder, now = self.password_field.words(), self._folder, self._desk.now()
        if typed:
            self._check(lambda: vault.open_with_password(folder, typed, now).forget(), self._password_checked)

    def _password_checked(self, _nothing: object) -> None:
        self._wait(False)
        self._prove(False)

    def _check(self, proof: Callable[[], object], done: Callable[..., None]) -> None:
        self._wait(True)
        self._desk.start(_("Taking the screen back"), lambda _job: proof(), done, self._refused)

    def _refused(self, sentence: str) -> None:
        self._wait(False)
        self.said.setText(sentence)
        self.password_field.setFocus()

    def _prove(self, by_pin: bool) -> None:
        self._desk.keep(pins.take_back, self._client_id, by_pin)
        self.proven.emit(by_pin)
