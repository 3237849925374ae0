"""What all dialogs share: a title, a form, and verbs at the foot; value in, value out, never exec()."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.focus_ring import FocusRing
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class FormDialog(QDialog):
    """A small form over a page; subclasses emit what was typed and refuse calmly what cannot be.

    Whoever opened it closes it once what was typed is stored.
    """

    accepted_draft = Signal(object)

    def __init__(self, parent: QWidget, name: str, title: str, verb: str, form: QLayout, width: int = 520) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "bg")
        self.setMinimumWidth(width)
        self.problem = Words("", "body", "danger")
        self.problem.hide()
        self.cancel_button = SecondButton(_("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.accept_button = MainButton(verb)
        self.accept_button.setObjectName("accept_button")
        outer = column(
            Words(title, "page_title"),
            16,
            form,
            12,
            self.problem,
            None,
            row(None, self.cancel_button, self.accept_button),
        )
        outer.setContentsMargins(32, 28, 32, 28)
        self.setLayout(outer)
        self.ring = FocusRing(self)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.offer)

    def offer(self) -> None:
        """Emit what was typed, or complain; subclasses do it."""

    def complain(self, sentence: str) -> None:
        """Say in one line what cannot be as it is."""
        self.problem.set_or_hide(sentence)
