"""What a client does alone: one thing, its title in the header, and one button that says it is done."""

from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from alliance_desktop.services import clients, practice
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.together.handed_page import HandedPage
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class TaskPage(HandedPage):
    """Subclasses build their page with ``lay_out``; ``finish`` thanks and leaves nothing more to do."""

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
        self.said = Words("", "small", "muted")
        self.said.setObjectName("task_said")

    def lay_out(self, body: QLayout, *beside: QWidget) -> None:
        """Put what is asked above the foot, with more buttons ``beside`` the one that ends it."""
        self.area = ScrollColumn()
        self.area.column.addLayout(body)
        self.area.column.addStretch(1)
        self.area.column.setContentsMargins(2, 8, 8, 16)
        foot = row(*beside, gap=16)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.done_button)
        page = column(gap=8)
        page.addWidget(self.area, 1)
        page.addLayout(foot)
        self.thanks = Words("", "page_title")
        self.thanks.setObjectName("task_thanks")
        self.thanks_more = Words("", "body", "muted")
        self.stack = QStackedWidget()
        self.stack.addWidget(boxed(page))
        self.stack.addWidget(boxed(column(None, self.thanks, self.thanks_more, None, gap=12)))
        outer = column(self.stack)
        outer.setContentsMargins(48, 16, 40, 20)
        self.setLayout(outer)

    def finish(self, thanks: str = "") -> None:
        """Thank the client; only the therapist goes on from here."""
        self.thanks.setText(thanks or _("Thank you, {name}.").format(name=self.client))
        self.thanks_more.setText(_("Please give the screen back to {name}.").format(name=self.therapist))
        self.stack.setCurrentIndex(1)
