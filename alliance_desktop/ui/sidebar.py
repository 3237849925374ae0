"""The sidebar: whose practice it is, finding, pages, and always in sight what was saved, backups, Lock."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from alliance_desktop.domain.practice import Practice
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.nav import NavButton
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _, clock_words

WIDE, RAIL = 216, 80


class Sidebar(QWidget):
    """Becomes a rail of icons on narrow windows; then finding moves behind a button."""

    page_chosen = Signal(str)
    find_typed = Signal(str)
    find_entered = Signal()
    find_left = Signal()
    lock_wanted = Signal()

    def __init__(self, practice: Practice) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self._rail = False
        self._build(practice)
        self._connect()
        theme.signals.changed.connect(self._fit)
        self._fit()

    def _build(self, practice: Practice) -> None:
        self.logo = Picture("logo", "text", 28)
        self.name = Words(practice.therapist, "strong")
        self.title = Words(practice.title or practice.name, "caption", "muted")
        self.sample = Words(_("SAMPLE"), "caption", "warning").one_line()
        self.sample.setVisible(practice.sample)
        self.find_edit = QLineEdit()
        self.find_edit.setObjectName("find_edit")
        self.find_edit.setAccessibleName(_("Find"))
        self.find_edit.setPlaceholderText(_("Find    Ctrl K"))
        self.find_edit.setClearButtonEnabled(True)
        self._glass = self.find_edit.addAction(
            theme.icon("search", "muted", 18), QLineEdit.ActionPosition.LeadingPosition
        )
        self.find_button = QuietButton("", "search")
        self.find_button.setObjectName("find_button")
        self.find_button.setAccessibleName(_("Find"))
        self.pages = {
            "today": NavButton(_("Today"), "sun"),
            "clients": NavButton(_("Clients"), "users"),
            "backup": NavButton(_("Backup"), "hard-drive"),
            "settings": NavButton(_("Settings"), "settings"),
            "help": NavButton(_("Help"), "circle-question-mark"),
        }
        self._group = QButtonGroup(self)
        for name, button in self.pages.items():
            button.setObjectName(f"{name}_button")
            button.setCheckable(True)
            self._group.addButton(button)
        self.lock_button = NavButton(_("Lock"), "lock", "Ctrl L")
        self.lock_button.setObjectName("lock_button")
        self.saved_icon = Picture("check", "muted", 14)
        self.saved_words = Words(_("Nothing to save"), "small", "muted")
        self.saved_words.setObjectName("saved_words")
        self.backup_icon = Picture("hard-drive", "muted", 14)
        self.backup_words = Words("", "small", "muted")
        self.backup_words.setObjectName("backup_words")
        self._lay_out()

    def _lay_out(self) -> None:
        column = self.column = QVBoxLayout(self)
        column.setSpacing(0)
        head = self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        for widget in (self.name, self.title):
            names.addWidget(widget)
        names.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(24)
        column.addWidget(self.find_edit)
        column.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        for button in self.pages.values():
            column.addWidget(button)
            column.addSpacing(4)
        column.addStretch(1)
        for icon, words in ((self.saved_icon, self.saved_words), (self.backup_icon, self.backup_words)):
            told = QHBoxLayout()
            told.setContentsMargins(15, 0, 0, 4)
            told.setSpacing(12)
            told.addWidget(icon)
            told.addWidget(words, 1)
            column.addLayout(told)
        column.addSpacing(8)
        column.addWidget(self.lock_button)

    def _connect(self) -> None:
        for name, button in self.pages.items():
            button.clicked.connect(lambda _checked=False, name=name: self.page_chosen.emit(name))
        self.lock_button.clicked.connect(self.lock_wanted)
        self.find_edit.textChanged.connect(self.find_typed)
        self.find_edit.returnPressed.connect(self.find_entered)
        self.find_button.clicked.connect(self.start_finding)
        leave = QShortcut(QKeySequence("Esc"), self.find_edit, self._leave)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)

    def start_finding(self) -> None:
        """Put the cursor into the search field, opening the rail for it."""
        if self._rail:
            self.find_edit.show()
            self.find_button.hide()
            self.setFixedWidth(theme.px(WIDE))
        self.find_edit.setFocus()
        self.find_edit.selectAll()

    def _leave(self) -> None:
        self.find_edit.clear()
        self._fit()
        self.find_left.emit()

    def set_rail(self, rail: bool) -> None:
        """Stand as a rail, or as a whole sidebar."""
        if rail != self._rail:
            self._rail = rail
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(theme.px(RAIL if self._rail else WIDE))
        self._glass.setIcon(theme.icon("search", "muted", 18))
        self.column.setContentsMargins(*((8, 24, 9, 12) if self._rail else (16, 28, 17, 16)))
        for widget in (self.name, self.title, self.saved_words, self.backup_words, self.find_edit):
            widget.setVisible(not self._rail)
        self.saved_icon.setVisible(not self._rail)
        self.backup_icon.setVisible(not self._rail)
        self.find_button.setVisible(self._rail)
        way = QBoxLayout.Direction.TopToBottom if self._rail else QBoxLayout.Direction.LeftToRight
        self.head.setDirection(way)
        self.head.setSpacing(4 if self._rail else 12)
        self.head.setContentsMargins(*((0, 0, 0, 0) if self._rail else (8, 0, 0, 0)))
        middle = Qt.AlignmentFlag.AlignHCenter if self._rail else Qt.AlignmentFlag.AlignLeft
        self.head.setAlignment(self.logo, middle | Qt.AlignmentFlag.AlignTop)
        for button in (*self.pages.values(), self.lock_button):
            button.set_rail(self._rail)

    def choose(self, page: str) -> None:
        """Show which page is open."""
        if page in self.pages:
            self.pages[page].setChecked(True)

    def show_practice(self, practice: Practice) -> None:
        """Show whose practice it is."""
        self.name.setText(practice.therapist)
        self.title.set_or_hide(practice.title or practice.name)
        self.title.setVisible(not self._rail and bool(self.title.text()))

    def say_saved(self, moment: datetime) -> None:
        """Say when the last thing was stored; called after the commit returned."""
        self._say(_("Saved {time}").format(time=clock_words(moment)), "check", "muted")

    def say_not_saved(self, why: str) -> None:
        """Say loudly that something is not stored, and why."""
        self._say(_("Not saved"), "circle-alert", "danger")
        self.saved_words.setToolTip(why)

    def _say(self, words: str, icon: str, token: str) -> None:
        self.saved_words.setText(words)
        self.saved_words.setToolTip("")
        self.saved_words.set_tone(token)
        self.saved_icon.show_icon(icon, token)

    def say_backup(self, words: str, tone: str) -> None:
        """Say how old the last backup is."""
        self.backup_words.setText(words)
        self.backup_words.set_tone(tone)
        self.backup_icon.show_icon("hard-drive", tone)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("hair"))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(RAIL if self._rail else WIDE), 480)
