"""A PDF's own pages, one at a time, as wide as there is room, to be read together and turned like paper."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.pdf_pages import page_count, page_image, page_text
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

# What is printed on is 180 by 249 mm on every paper; in points, with a little white around it.
_SHOWN = (536.0, 736.0)
# Around the picture of a page, in pixels.
_LINE = 1


class PaperPages(QWidget):
    """``waiting`` is said until the paper is there; a screen reader finds the words of the page on its picture."""

    def __init__(self, name: str, label: str, waiting: str) -> None:
        super().__init__()
        self._label, self._waiting = label, waiting
        self._pdf, self._now, self._count = b"", 0, 0
        self.told = Words(waiting, "body", "muted")
        self.told.setObjectName(f"{name}_told")
        self.before_button, self.after_button = SecondButton("", "chevron-left"), SecondButton("", "chevron-right")
        self.turn_button = SecondButton(_("Turn the page"))
        for button, way, words in (
            (self.before_button, "before", _("The page before")),
            (self.after_button, "after", _("The next page")),
            (self.turn_button, "turn", _("Turn the page")),
        ):
            button.large()
            button.setObjectName(f"{name}_{way}_button")
            button.setAccessibleName(words)
        self.page = QLabel()
        self.page.setObjectName(name)
        self.page.setProperty("paper", True)
        self.page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        head = row(gap=8)
        head.addWidget(self.told, 1)
        head.addWidget(self.before_button)
        head.addWidget(self.after_button)
        self.setLayout(column(head, self.page, boxed(row(None, self.turn_button)), None, gap=8))
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self._draw)
        self.before_button.clicked.connect(self._turn_back)
        self.after_button.clicked.connect(self._turn_on)
        self.turn_button.clicked.connect(self._turn_round)
        self._tell()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return self.before_button, self.after_button, self.turn_button

    @property
    def number(self) -> int:
        """The page that is shown, from 1; 0 while there is none."""
        return self._now + 1 if self._count else 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper, at the page that was open if it has one."""
        self._pdf, self._count = pdf, page_count(pdf)
        self._turn_to(min(self._now, self._count - 1))

    def show_none(self, told: str) -> None:
        """Show no paper, and say why there is none."""
        self._pdf, self._count, self._waiting = b"", 0, told
        self._tell()

    def _turn_on(self) -> None:
        self._turn_to(self._now + 1)

    def _turn_back(self) -> None:
        self._turn_to(self._now - 1)

    def _turn_round(self) -> None:
        """From the foot of a page to the head of the next one; after the last comes the first."""
        self._turn_to((self._now + 1) % self._count)
        able = self.after_button if self.after_button.isEnabled() else self.before_button
        able.setFocus()

    def _turn_to(self, place: int) -> None:
        self._now = max(0, min(self._count - 1, place))
        self._tell()
        self._draw()

    def _tell(self) -> None:
        told = _("Page {n} of {all}").format(n=self.number, all=self._count) if self._count else self._waiting
        self.told.setText(told)
        self.page.setVisible(self._count > 0)
        self.page.setAccessibleName(_("{paper}: {page}").format(paper=self._label, page=told))
        self.page.setAccessibleDescription(page_text(self._pdf, self._now) if self._count else "")
        for button in self.stops:
            button.setVisible(self._count > 1)
        self._keep_focus(self._now > 0, self._now + 1 < self._count)

    def _keep_focus(self, before: bool, after: bool) -> None:
        """A button that rests gives the keyboard to the other one, which is then the only way to turn."""
        focused = self.focusWidget() if self.isAncestorOf(self.focusWidget() or self) else None
        self.before_button.setEnabled(before)
        self.after_button.setEnabled(after)
        if focused is self.after_button and not after and before:
            self.before_button.setFocus()
        elif focused is self.before_button and not before and after:
            self.after_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _draw(self) -> None:
        if not self._count:
            return
        ratio = self.devicePixelRatioF()
        width = max(200, self.width() - 2 * _LINE)
        drawn = QPixmap.fromImage(page_image(self._pdf, self._now, round(width * ratio), _SHOWN))
        drawn.setDevicePixelRatio(ratio)
        self.page.setPixmap(drawn)
        self.page.setFixedHeight(drawn.deviceIndependentSize().toSize().height() + 2 * _LINE)
