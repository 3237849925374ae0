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
        foot = row(*beside, gap=16)
        foot.addWidget(self.said, 1)
        for button in filter(None, (on, self.done_button)):
            foot.addWidget(button)
        page = column(gap=8)
        page.addWidget(self.area, 1)
        page.addLayout(foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(boxed(page))
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
