"""What all dialogs share: a body that scrolls, verbs that stay at the foot; value in, value out, never exec()."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import Button, MainButton, SecondButton
from alliance_desktop.ui.widgets.focus_ring import FocusRing
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _

# Of the screen; what is taller scrolls.
_MOST = 0.9
_SIDE, _EDGE = 32, 28


class Dialog(QDialog):
    """A sheet over a page: as high as its body needs, never higher than the screen, its buttons always in sight."""

    def __init__(self, parent: QWidget | None, name: str, title: str, width: int = 520) -> None:
        super().__init__(parent)
        self._width = width
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "bg")

    def lay_out(self, body: QLayout, *verbs: Button) -> None:
        """Put a body and the verbs below it into the dialog; the last verb is the main one."""
        self.body = ScrollColumn()
        self.body.column.setContentsMargins(_SIDE, _EDGE, _SIDE, 8)
        self.body.column.addLayout(body)
        self.body.column.addStretch(1)
        self.edge = Hairline()
        self.edge.hide()
        buttons = row(None, *verbs)
        buttons.setContentsMargins(_SIDE, 16, _SIDE, _EDGE)
        self.foot = boxed(buttons)
        outer = column(gap=0)
        outer.addWidget(self.body, 1)
        outer.addWidget(self.edge)
        outer.addWidget(self.foot)
        self.setLayout(outer)
        self.ring = FocusRing(self)
        self.body.verticalScrollBar().rangeChanged.connect(self._grow)
        theme.signals.changed.connect(self.fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the size the body asks for, as far as the screen has it."""
        room = self.screen().availableGeometry().size() * _MOST
        width = max(self.foot.minimumSizeHint().width(), min(theme.px(self._width), room.width()))
        self.setMinimumSize(width, min(theme.px(200), room.height()))
        wanted = self.body.column.totalHeightForWidth(width) + self.foot.sizeHint().height()
        self.resize(width, min(wanted, room.height()))

    def _grow(self, _least: int, hidden: int) -> None:
        # Where the body has become longer, the window follows it as far as the screen goes.
        most = round(self.screen().availableGeometry().height() * _MOST)
        if hidden and self.height() < most:
            self.resize(self.width(), min(self.height() + hidden, most))
        else:
            self.edge.setVisible(bool(hidden))


class FormDialog(Dialog):
    """A small form over a page; subclasses emit what was typed and refuse calmly what cannot be.

    Whoever opened it closes it once what was typed is stored.
    """

    accepted_draft = Signal(object)

    def __init__(
        self, parent: QWidget, name: str, title: str, verb: str, form: QLayout, width: int = 520, icon: str = ""
    ) -> None:
        super().__init__(parent, name, title, width)
        self.problem = Words("", "body", "danger")
        self.problem.hide()
        self.cancel_button = SecondButton(_("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.accept_button = MainButton(verb, icon)
        self.accept_button.setObjectName("accept_button")
        body = column(Words(title, "page_title"), 16, form, 12, self.problem)
        self.lay_out(body, self.cancel_button, self.accept_button)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.offer)

    def offer(self) -> None:
        """Emit what was typed, or complain; subclasses do it."""

    def complain(self, sentence: str) -> None:
        """Say in one line what cannot be as it is."""
        self.problem.set_or_hide(sentence)
        if sentence:
            self.body.ensureWidgetVisible(self.problem)
