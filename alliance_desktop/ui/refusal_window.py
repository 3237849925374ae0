"""One calm small window: the program cannot open here, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _


class RefusalWindow(QWidget):
    """Says one sentence and goes away with one button; nothing was opened."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("refusal_window")
        self.setWindowTitle(_("Alliance Desktop"))
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = Words(sentence, "facing")
        self.sentence.setObjectName("refusal_sentence")
        self.close_button = MainButton(_("Close"))
        self.close_button.large()
        self.close_button.setObjectName("refusal_close_button")
        self.close_button.setDefault(True)
        self.picture = Picture("logo", "text", 40)
        inside = column(self.picture, 20, self.sentence, 28, None, row(None, self.close_button), gap=0)
        inside.setAlignment(self.picture, Qt.AlignmentFlag.AlignLeft)
        inside.setContentsMargins(40, 36, 40, 32)
        self.setLayout(inside)
        self.setMinimumWidth(min(theme.px(480), 960))
        self.close_button.clicked.connect(self.close)
