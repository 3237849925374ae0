"""The sidebar: whose practice it is, finding, pages, and always in sight what was saved, backups, Lock."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from alliance_desktop.domain.practice import Practice
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.find_field import FindField
from alliance_desktop.ui.widgets.nav import NavButton
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _, clock_words

WIDE, RAIL = 216, 80
# The widest it opens for finding beside a page in a narrow window, and the height the rail's words need.
_FOR_A_WHILE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_OPEN, _WORDED_FROM = 320, 600
# Left and right of the rail's words.
_RAIL_MARGINS = 17


class Sidebar(QWidget):
    """Becomes a rail of icons on narrow windows; then it opens for finding and closes when something was found."""

    page_chosen = Signal(str)
    find_typed = Signal(str)
    find_entered = Signal()
    find_left = Signal()
    lock_wanted = Signal()

    def __init__(self, practice: Practice) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self._rail = self._finding = self._quiet = False
        self._shown: tuple[bool, bool, int] | None = None
        self._build(practice)
        self._connect()
        theme.signals.changed.connect(self._refit)
        self._fit()

    def _build(self, practice: Practice) -> None:
        self.logo = Picture("logo", "text", 28)
        self.name = Words(practice.therapist, "strong")
        self.title = Words(practice.title or practice.name, "caption", "muted")
        self.sample = Words(_("SAMPLE"), "caption", "warning").one_line()
        self.sample.setVisible(practice.sample)
        self.find_edit = FindField("find_edit", _("Find"), _("Find"), _("Ctrl K"))
        self.find_button = QuietButton("", "search")
        self.find_button.setObjectName("find_button")
        self.find_button.setAccessibleName(_("Open Find"))
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
        self.lock_button = NavButton(_("Lock"), "lock", _("Ctrl L"))
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
        names = self.names = QVBoxLayout()
        names.setSpacing(0)
        for widget in (self.name, self.title, self.sample):
            names.addWidget(widget)
        head.addWidget(self.logo)
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(12)
        column.addWidget(self.find_edit)
        column.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        self.page_area = ScrollColumn()
        self.page_area.column.setSpacing(4)
        for button in self.pages.values():
            self.page_area.column.addWidget(button)
        self.page_area.column.addStretch(1)
        column.addWidget(self.page_area, 1)
        column.addSpacing(8)
        self.told: list[QHBoxLayout] = []
        for icon, words in ((self.saved_icon, self.saved_words), (self.backup_icon, self.backup_words)):
            told = QHBoxLayout()
            told.addWidget(icon)
            told.addWidget(words, 1)
            column.addLayout(told)
            self.told.append(told)
        column.addSpacing(4)
        column.addWidget(self.lock_button)

    def _connect(self) -> None:
        for name, button in self.pages.items():
            button.clicked.connect(lambda _checked=False, name=name: self.page_chosen.emit(name))
        self.lock_button.clicked.connect(self.lock_wanted)
        self.find_edit.textChanged.connect(self._typed)
        self.find_edit.returnPressed.connect(self.find_entered)
        self.find_edit.installEventFilter(self)
        self.find_button.clicked.connect(self.start_finding)
        leave = QShortcut(QKeySequence("Esc"), self.find_edit, self._leave)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)

    def start_finding(self) -> None:
        """Put the cursor into the search field, opening the rail for it."""
        self._finding = True
        self._fit()
        self.find_edit.setFocus()
        self.find_edit.selectAll()

    def _typed(self, words: str) -> None:
        if not self._quiet:
            self.find_typed.emit(words)

    def _leave(self) -> None:
        self.find_edit.clear()
        self._end_finding()
        self.find_left.emit()

    def _end_finding(self) -> None:
        """Forget what was looked for, and be a rail again where there was one."""
        self._quiet = True
        self.find_edit.clear()
        self._quiet = False
        self._finding = False
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever goes on without having typed anything does not need the open sidebar.
        left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _FOR_A_WHILE
        if left and not self.find_edit.text():
            self._finding = False
            self._fit()
        return super().eventFilter(watched, event)

    def set_rail(self, rail: bool) -> None:
        """Be a rail, or a whole sidebar."""
        self._rail = rail
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _refit(self) -> None:
        self._shown = None
        self._fit()

    def _wide(self) -> int:
        if not self._rail:
            return theme.px(WIDE)
        if self._finding:
            return min(theme.px(WIDE), _OPEN)
        # A long word under its icon has room: German settings are Einstellungen.
        words = max(button.words_width() for button in (*self.pages.values(), self.lock_button))
        return max(theme.px(RAIL), words + theme.px(4) + _RAIL_MARGINS)

    def _fit(self) -> None:
        """Stand as there is room: whole, as a rail with words under its icons, or with icons alone."""
        rail = self._rail and not self._finding
        worded = not rail or self.height() >= theme.px(_WORDED_FROM)
        if self._shown == (rail, worded, self._wide()):
            return
        self._shown = (rail, worded, self._wide())
        self.setFixedWidth(self._wide())
        self.column.setContentsMargins(*((8, 16, 9, 12) if rail else (16, 28, 17, 16)))
        for widget in (self.name, self.find_edit, self.saved_icon, self.backup_icon):
            widget.setVisible(not rail)
        self.title.setVisible(not rail and bool(self.title.text()))
        self.logo.setVisible(worded)
        self.find_button.setVisible(rail)
        way = QBoxLayout.Direction.TopToBottom if rail else QBoxLayout.Direction.LeftToRight
        self.head.setDirection(way)
        self.head.setSpacing(4 if rail else 12)
        self.head.setContentsMargins(*((0, 0, 0, 0) if rail else (8, 0, 0, 8)))
        self.page_area.column.setSpacing(4 if worded else 0)
        middle = Qt.AlignmentFlag.AlignHCenter if rail else Qt.AlignmentFlag.AlignLeft
        self.head.setAlignment(self.logo, middle | Qt.AlignmentFlag.AlignTop)
        self.names.setAlignment(self.sample, middle)
        for told, words in zip(self.told, (self.saved_words, self.backup_words), strict=True):
            told.setContentsMargins(*((0, 0, 0, 4) if rail else (15, 0, 0, 4)))
            told.setSpacing(0 if rail else 12)
            words.set_role("caption" if rail else "small")
            words.setAlignment((middle if rail else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
        for button in (*self.pages.values(), self.lock_button):
            button.set_rail(rail, worded)

    def choose(self, page: str) -> None:
        """Show which page is open; none of them while something is being found."""
        self._group.setExclusive(False)
        for name, button in self.pages.items():
            button.setChecked(name == page)
        self._group.setExclusive(True)
        stop = self.pages.get(page, self.pages["today"])
        for button in self.pages.values():
            # Tab comes to the page that is open, else to the first; the arrow keys go on from there.
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        if page != "found":
            self._end_finding()

    def show_practice(self, practice: Practice) -> None:
        """Show whose practice it is."""
        self.name.setText(practice.therapist)
        self.title.setText(practice.title or practice.name)
        self._refit()

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
        return QSize(self._wide(), 480)
