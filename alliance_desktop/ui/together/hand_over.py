"""The screen in the client's hands: one page, large and warm; nothing else of the program until it is taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from alliance_desktop.domain.appearance import Settings
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import pins
from alliance_desktop.ui import event_types, theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.together.finger_scroll import FingerScroll
from alliance_desktop.ui.together.handed_page import HandedPage
from alliance_desktop.ui.together.take_back import TakeBack
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.focus_ring import FocusRing
from alliance_desktop.ui.widgets.strip import NoticeStrip
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _

# What a client reads is this much larger than what the therapist does, and never smaller.
LARGER = 1.3
LEAST_POINTS = 13.5
_HEAD = 64
MOST_PERCENT = 200
BLANK_AFTER = 120_000  # milliseconds
LOOK_AGAIN = 1000  # milliseconds
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_ACTS = {QEvent.Type.KeyPress, QEvent.Type.Shortcut, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease}
# Every event of the program comes by; dressing a window alone is tens of thousands.
_LOOKED_AT = {QEvent.Type.ContextMenu, *_TOUCHES, *_ACTS}


@dataclass(frozen=True, slots=True)
class Room:
    """Whose screen it is for a while, and how the program looks otherwise."""

    folder: PracticeFolder
    settings: Settings
    client_id: int
    client: str
    therapist: str


class HandOver(QWidget):
    """Full screen and in front; ``returned`` once the therapist proved who they are.

    The window names nobody, closes for nobody, and comes
    to the front again whenever it loses its place. After two quiet minutes it shows nothing until it is touched; the
    practice locks by its own clock all the same.
    """

    returned = Signal()

    def __init__(self, desk: Desk, room: Room, page: HandedPage) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.desk, self.room, self.page = desk, room, page
        self._over = self._acting = False
        self._finger = FingerScroll()
        self._away = 0
        self._percent = min(MOST_PERCENT, round(max(100, room.settings.text_percent) * LARGER))
        self.setObjectName("hand_over")
        self.setWindowTitle(_("Alliance Desktop"))
        self.setProperty("ground", "linen")
        self.setProperty("room", "client")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._build()
        self._connect()
        self._watch()
        self._dress()

    def _build(self) -> None:
        self.smaller_button, self.larger_button = QuietButton(_("A−")), QuietButton(_("A+"))
        self.smaller_button.setObjectName("smaller_button")
        self.smaller_button.setAccessibleName(_("Smaller words"))
        self.larger_button.setObjectName("larger_button")
        self.larger_button.setAccessibleName(_("Larger words"))
        told = _("{name}’s PIN") if pins.seal() is not None else _("{name}’s password")
        self._lock_words = told.format(name=self.room.therapist or _("Therapist"))
        self.lock_button = QuietButton(self._lock_words, "lock")
        self.lock_button.setObjectName("take_back_lock_button")
        head = row(Picture("logo", "text", 24), 16, gap=8)
        head.addWidget(self.page.bar, 1)
        for button in (self.smaller_button, self.larger_button, self.lock_button):
            head.addWidget(button)
        head.setContentsMargins(32, 0, 24, 0)
        self.head = boxed(head)
        self.head.setMinimumHeight(_HEAD)
        self.head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.take_back = TakeBack(
            self.desk, self.room.folder, self.room.client_id, self.room.client, self.room.therapist or _("Therapist")
        )
        self.blank = QWidget()
        quiet = Words(_("Touch the screen or press a key to go on."), "body", "muted")
        quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark = Picture("logo", "text", 48)
        self.blank.setLayout(column(None, row(None, mark, None), 16, quiet, None))
        self.inside = boxed(column(self.head, Hairline(), gap=0))
        self.notice = NoticeStrip()
        inner = self.inside.layout()
        assert inner is not None
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.take_back)
        inner.addWidget(self.pages)
        inner.addWidget(self.notice)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.inside)
        self.stack.addWidget(self.blank)
        self.setLayout(column(self.stack, gap=0))
        self.ring = FocusRing(self)
        # Set by hand, so that the layout does not make the window wider than the screen.
        self.setMinimumSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the header has little room the lock stands for itself."""
        short = self.width() < theme.px(720)
        self.lock_button.setText("" if short else self._lock_words)
        self.lock_button.setAccessibleName(self._lock_words)
        self.lock_button.updateGeometry()

    def _connect(self) -> None:
        self.smaller_button.clicked.connect(self.smaller)
        self.larger_button.clicked.connect(self.larger)
        self.lock_button.clicked.connect(self._ask)
        self.take_back.proven.connect(self._prove)
        self.take_back.left.connect(self._go_on)
        self.desk.said.connect(self._say)
        self.desk.undo_offered.connect(self._offer_undo)
        self.desk.undo_over.connect(self.notice.end_undo)
        self.desk.not_saved.connect(self._not_saved)
        for keys in ("Ctrl++", "Ctrl+="):
            QShortcut(QKeySequence(keys), self, self.larger)
        QShortcut(QKeySequence("Ctrl+-"), self, self.smaller)

    def _watch(self) -> None:
        self._quiet = QTimer(self, singleShot=True, interval=BLANK_AFTER)
        self._quiet.timeout.connect(self.go_blank)
        self._quiet.start()
        # Where a system shows its desktop it says so once, before its window is willing to come back.
        self._look = QTimer(self, interval=LOOK_AGAIN)
        self._look.timeout.connect(self._stay)
        self._look.start()
        application = QGuiApplication.instance()
        if application is not None:
            event_types.make()
            application.installEventFilter(self)

    def begin(self) -> None:
        """Take the whole screen."""
        self.desk.keep(pins.hand_over, self.room.client_id)
        self.showFullScreen()
        self.to_front()
        self.page.take_focus()

    def end(self) -> None:
        """Give the screen away for good, and the words their size."""
        if not self._over:
            self._over = True
            self._quiet.stop()
            self._look.stop()
            self._wear(self.room.settings.text_percent)
            self.close()
            self.deleteLater()

    def to_front(self) -> None:
        """Be what is seen."""
        self.raise_()
        self.activateWindow()

    def smaller(self) -> None:
        """Smaller words, never smaller than a client's."""
        self._resize(self._percent - 10)

    def larger(self) -> None:
        """Larger words."""
        self._resize(self._percent + 10)

    def _resize(self, percent: int) -> None:
        self._percent = max(round(100 * LARGER), min(MOST_PERCENT, percent))
        self._dress()

    def _dress(self) -> None:
        self._wear(self._percent, LEAST_POINTS)
        # What is below it gives way, never the header.
        self.head.setMinimumHeight(max(_HEAD, self.lock_button.sizeHint().height()))
        self._fit()
        self.smaller_button.setEnabled(self._percent > round(100 * LARGER))
        self.larger_button.setEnabled(self._percent < MOST_PERCENT)

    def _wear(self, percent: int, least: float = 0) -> None:
        application, look = QApplication.instance(), self.room.settings
        if isinstance(application, QApplication):
            theme.apply(application, look.theme, percent, look.system_font, least)

    def go_blank(self) -> None:
        """Show nothing until somebody is here again."""
        if self.pages.currentWidget() is self.take_back:
            self._go_on()
        self.stack.setCurrentWidget(self.blank)

    @property
    def is_blank(self) -> bool:
        """True while nothing is shown."""
        return self.stack.currentWidget() is self.blank

    def _ask(self) -> None:
        self.pages.setCurrentWidget(self.take_back)
        self.lock_button.setEnabled(False)
        self.take_back.ask()

    def _go_on(self) -> None:
        self.lock_button.setEnabled(True)
        self.pages.setCurrentWidget(self.page)
        self.page.take_focus()

    def _prove(self, _by_pin: bool) -> None:
        self.page.leave()
        self.returned.emit()

    def _say(self, sentence: str) -> None:
        # Only what follows from something done here: a word about work that was begun before is not for a client.
        if self._acting:
            self.notice.say(sentence)

    def _offer_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        if self._acting:
            self.notice.say(sentence, undo)

    def _rest(self) -> None:
        self._acting = False

    def _not_saved(self, _reason: str) -> None:
        told = _("This could not be saved just now; it stays on the screen. Please tell {name}.")
        self.notice.say(told.format(name=self.room.therapist or _("your therapist")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _LOOKED_AT:
            return False
        if kind is QEvent.Type.ContextMenu and not self._over:
            return True
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.MiddleButton and not self._over:
            # It would paste what was marked last, in whatever program.
            return True
        if kind in _ACTS and not self._acting:
            self._acting = True
            QTimer.singleShot(0, self, self._rest)
        if kind in _TOUCHES and not self._over:
            self._quiet.start()
            if self.is_blank and kind is not QEvent.Type.MouseMove:
                self.stack.setCurrentWidget(self.inside)
                # The touch that wakes the screen presses nothing on it.
                return True
        return self._finger.takes(watched, event) or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever key nobody on the page wanted ends here.
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow() and not self._over:
            QTimer.singleShot(0, self, self._come_back)
        elif event.type() is QEvent.Type.WindowStateChange and self.isMinimized() and not self._over:
            QTimer.singleShot(0, self, self.showFullScreen)

    def _come_back(self) -> None:
        # What the page itself opened, like the list of earlier phrases, is no other window.
        if not self._over and self.isVisible() and QApplication.activePopupWidget() is None:
            self.to_front()

    def _stay(self) -> None:
        if self.isActiveWindow() or QApplication.activePopupWidget() is not None:
            self._away = 0
            return
        self._away += 1
        handle = self.windowHandle()
        if self._away == 2 and handle is not None:
            # Asking was not enough: a window that appears anew is let in front. Once only, lest it flickers.
            handle.setVisible(False)
            handle.setVisible(True)
        self._come_back()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over or QGuiApplication.instance() is None or _system_ends():
            super().closeEvent(event)
        else:
            event.ignore()


def _system_ends() -> bool:
    """True while the computer shuts down, which nothing here may hold up."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
