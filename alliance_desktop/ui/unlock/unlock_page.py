"""The door: the password, or the recovery sheet for whoever forgot it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.ui import theme
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.unlock.art import UnlockArt
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton
from alliance_desktop.ui.widgets.flow import Lines
from alliance_desktop.ui.widgets.line_fields import Labelled, PasswordField, TextField
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _

_ART_FROM = 900


class UnlockPage(QWidget):
    """Asks for the password and hands on the key; the window goes on living while the key is worked out."""

    unlocked = Signal(object)

    def __init__(self, folder: PracticeFolder, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._clock = folder, clock
        self._job: Job | None = None
        self._by_code = False
        self._build()
        self._connect()
        self._greet()

    def _build(self) -> None:
        self.greeting = Words("", "result")
        self.promise = Words("", "quote", "muted")
        self.password_field = PasswordField("password").large()
        self.password_box = Labelled(_("Password"), self.password_field, "password_field_box")
        self.code_edit = TextField()
        self.code_edit.setProperty("large", True)
        self.code_box = Labelled(
            _("Recovery code"), self.code_edit, "code_edit", _("Seven groups of four, as on your sheet.")
        )
        self.code_box.hide()
        self.unlock_button = MainButton(_("Unlock"), "lock")
        # The key is only shown: Enter in the field does it, wherever else the focus is it does something else.
        self.unlock_button.show_key("Return")
        self.unlock_button.large()
        self.unlock_button.setObjectName("unlock_button")
        self.other_way_button = LinkButton(_("Use the recovery sheet"))
        self.other_way_button.setObjectName("other_way_button")
        self.status = Words("", "body", "muted")
        self.status.setObjectName("status")
        self._lay_out()
        self.setTabOrder(self.password_field.field, self.password_field.show_button)
        self.setTabOrder(self.password_field.show_button, self.unlock_button)
        self.setTabOrder(self.unlock_button, self.other_way_button)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(64, 40, 40, 40)
        column.setSpacing(0)
        column.addStretch(4)
        sign = QHBoxLayout()
        sign.addWidget(Picture("logo", "text", 48))
        sign.addStretch(1)
        column.addLayout(sign)
        column.addSpacing(32)
        column.addWidget(self.greeting)
        column.addSpacing(4)
        column.addWidget(self.promise)
        column.addSpacing(36)
        column.addWidget(self.password_box)
        column.addWidget(self.code_box)
        column.addSpacing(24)
        ways = Lines()
        ways.addWidget(self.unlock_button)
        ways.addWidget(self.other_way_button)
        column.addLayout(ways)
        column.addSpacing(12)
        column.addWidget(self.status)
        column.addStretch(3)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Picture("hard-drive", "muted", 16))
        foot.addWidget(Words(_("Everything stays on this computer."), "small", "muted"), 1)
        column.addLayout(foot)
        self.narrow = QWidget()
        self.narrow.setLayout(column)
        left = QHBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addStretch(1)
        left.addWidget(self.narrow, 12)
        left.addStretch(1)
        scroll_area = ScrollColumn()
        scroll_area.column.addLayout(left)
        self.art = UnlockArt()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll_area, 616)
        row.addWidget(self.art, 664)

    def _connect(self) -> None:
        self.unlock_button.clicked.connect(self.unlock)
        self.password_field.entered.connect(self.unlock)
        self.code_edit.returnPressed.connect(self.unlock)
        self.other_way_button.clicked.connect(self._change_way)
        theme.signals.changed.connect(self._make_room)

    def _greet(self) -> None:
        hour = self._clock().astimezone().hour
        words = _("Good morning") if hour < 12 else _("Good afternoon") if hour < 18 else _("Good evening")
        self.greeting.setText(words)
        if vault.is_sample(self._folder):
            self.password_field.field.setText(vault.SAMPLE_PASSWORD)
        self._promise()

    def _promise(self) -> None:
        if not vault.is_sample(self._folder):
            self.promise.setText(_("Your practice is locked. Nobody can read it without you."))
        elif self._by_code:
            self.promise.setText(_("This is the sample practice. Its password opens it without a sheet."))
        else:
            self.promise.setText(_("This is the sample practice. Its password is already filled in."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.narrow.setMaximumWidth(theme.px(504))
        self.art.setVisible(self.width() >= theme.px(_ART_FROM) and theme.current().name != "contrast")

    def take_focus(self) -> None:
        """Put the cursor where the typing goes."""
        (self.code_edit if self._by_code else self.password_field).setFocus()

    def unlock(self) -> None:
        """Work out the key in a job; says calmly what does not fit."""
        if self._job is not None:
            return
        folder, now, by_code = self._folder, self._clock(), self._by_code
        typed = self.code_edit.words() if by_code else self.password_field.words()
        if not typed:
            self.say(_("Please type the code from your sheet.") if by_code else _("Please type your password."))
            return
        verb = vault.open_with_code if by_code else vault.open_with_password
        self._wait(True)
        self._job = Job(_("Opening"), lambda _job: verb(folder, typed, now))
        self._job.done.connect(self._open)
        self._job.refused.connect(self._refused)
        self._job.begin()

    def _open(self, key: object) -> None:
        self._wait(False)
        self.password_field.clear()
        self.code_edit.clear()
        self.unlocked.emit(key)

    def _refused(self, sentence: str) -> None:
        self._wait(False)
        self.say(sentence)
        self.take_focus()
        if not self._by_code:
            self.password_field.field.selectAll()
        left = vault.pause(self._folder, self._clock())
        if left > 0:
            self._wait(True)
            self.say(_("{why} The next try is open in {n} seconds.").format(why=sentence, n=round(left + 0.5)))
            QTimer.singleShot(round(left * 1000), self, self._pause_over)

    def _pause_over(self) -> None:
        self._wait(False)
        self.say("")
        self.take_focus()

    def _wait(self, waiting: bool) -> None:
        self._job = None
        self.unlock_button.setEnabled(not waiting)
        self.password_field.setEnabled(not waiting)
        self.code_edit.setEnabled(not waiting)
        self.say(_("Opening…") if waiting else "")

    def say(self, sentence: str) -> None:
        """Show one line under the buttons."""
        self.status.setText(sentence)

    def _change_way(self) -> None:
        self._by_code = not self._by_code
        self.password_box.setVisible(not self._by_code)
        self.code_box.setVisible(self._by_code)
        way = _("Use the password") if self._by_code else _("Use the recovery sheet")
        self.other_way_button.rename(way)
        self._promise()
        self.say("")
        self.take_focus()
