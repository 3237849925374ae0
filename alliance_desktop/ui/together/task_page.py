"""What a client does alone: one thing, its title in the header, and one button that says it is done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from alliance_desktop.services import clients, practice
from alliance_desktop.ui import theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.together.handed_page import HandedPage
from alliance_desktop.ui.widgets.buttons import Button, MainButton, SecondButton
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _

# What is said beside the buttons has at least so much room.
_SAID = 160


class TaskPage(HandedPage):
    """Subclasses build their page with ``lay_out``; ``finish`` thanks and leaves nothing more to do but look again."""

    def __init__(self, desk: Desk, client_id: int, title: str) -> None:
        super().__init__()
        self.desk, self.client_id = desk, client_id
        self.client = clients.one(client_id).called
        self.therapist = practice.current().first_name or _("your therapist")
        heading = Words(title.format(name=self.client), "strong")
        heading.setObjectName("task_title")
        self.bar = boxed(row(heading))
        self.done_button = MainButton(_("I am done"), "check")
        self.done_button.setObjectName("task_done_button")
        self.done_button.large()
        self.said = Words("", "body", "muted")
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.setObjectName("task_said")

    def lay_out(self, body: QLayout, *beside: QWidget, on: Button | None = None) -> None:
        """Put what is asked above the foot: buttons ``beside``, then what leads ``on``, then what ends it."""
        self.area = ScrollColumn()
        self.area.column.addLayout(body)
        self.area.column.addStretch(1)
        self.area.column.setContentsMargins(2, 8, 8, 16)
        self._said_place = len(beside)
        self._acts = (*beside, *filter(None, (on, self.done_button)))
        self._foot = row(*beside, self.said, *self._acts[len(beside) :], gap=16)
        self._foot.setStretch(self._said_place, 1)
        self._page = column(gap=8)
        self._page.addWidget(self.area, 1)
        self._page.addLayout(self._foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(boxed(self._page))
        self.stack.addWidget(self._thanks())
        self._outer = column(self.stack)
        self.setLayout(self._outer)
        self._fit()

    def _thanks(self) -> QWidget:
        self.thanks = Words("", "page_title")
        self.thanks.setObjectName("task_thanks")
        self.thanks_more = Words("", "body", "muted")
        self.again_button = SecondButton(_("Look once more"))
        self.again_button.setObjectName("task_again_button")
        self.again_button.large()
        self.again_button.clicked.connect(self._look_again)
        head = row(Picture("circle-check", "accent", 32), gap=16)
        head.addWidget(self.thanks, 1)
        return boxed(column(None, head, self.thanks_more, 16, self.again_button, None, gap=12))

    def finish(self, thanks: str = "", again: bool = True) -> None:
        """Thank the client; only the therapist goes on from here, and the client where they may look ``again``."""
        self.thanks.setText(thanks or _("Thank you, {name}.").format(name=self.client))
        self.thanks_more.setText(_("Please give the screen back to {name}.").format(name=self.therapist))
        self.again_button.setVisible(again)
        self.stack.setCurrentIndex(1)
        if again:
            self.again_button.setFocus()

    @property
    def is_over(self) -> bool:
        """True while the client is thanked."""
        return self.stack.currentIndex() == 1

    def _look_again(self) -> None:
        self.stack.setCurrentIndex(0)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = 64 if self.width() >= 1152 else 32
        low = self.height() < theme.px(480)
        self._outer.setContentsMargins(side, 8 if low else 16, side - 8, 12 if low else 20)
        # What is said stands between the buttons, above them where it would press them together.
        room = self.width() - 2 * side + 8 - sum(act.sizeHint().width() + 16 for act in self._acts)
        above = room < theme.px(_SAID)
        if above != (self._page.indexOf(self.said) >= 0):
            self._place_said(above)

    def _place_said(self, above: bool) -> None:
        if above:
            self._page.insertWidget(1, self.said)
            self._foot.insertStretch(self._said_place, 1)
        else:
            self._foot.takeAt(self._said_place)
            self._foot.insertWidget(self._said_place, self.said, 1)
