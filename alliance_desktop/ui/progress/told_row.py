"""What has become of a number, in plain words, and behind "Why" the rule that says so and where it comes from."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.what_changed import Told
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class ToldRow(QWidget):
    """One sentence; the rule is a tooltip too, for who points at it."""

    def __init__(self, name: str, words: str, told: Told) -> None:
        super().__init__()
        self.words = Words(words)
        self.words.setObjectName(f"{name}_words")
        self.words.setToolTip(told.rule)
        self.why_button = LinkButton(_("Why"), "info")
        self.why_button.setObjectName(f"why_{name}_button")
        self.why_button.setAccessibleName(_("Why: {what}").format(what=words))
        self.rule = Words(told.rule, "small", "muted")
        self.rule.setObjectName(f"{name}_rule")
        self.rule.hide()
        line = row(gap=8)
        line.addWidget(self.words, 1)
        line.addWidget(self.why_button)
        self.setLayout(column(line, self.rule, gap=2))
        self.why_button.clicked.connect(self._show_why)

    def _show_why(self) -> None:
        self.rule.setVisible(self.rule.isHidden())
