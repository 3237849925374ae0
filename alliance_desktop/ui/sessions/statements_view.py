"""What the client stated about a signed note, shown under it in their voice, and the way to state something."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.statement import Statement, how_words, told_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.signature_pad import SignatureView
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, clock_words, day_words


class StatementsView(QWidget):
    """``wanted`` asks for the form."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.state_button = LinkButton("", "quote")
        self.state_button.setObjectName("state_button")
        self.setLayout(column(self._lines, row(self.state_button, None), gap=8))
        self.state_button.clicked.connect(self.wanted)

    def show_statements(self, statements: Sequence[Statement], client: str, today: date) -> None:
        """Show what was stated, oldest first."""
        emptied(self._lines)
        for statement in statements:
            self._lines.addSpacing(4)
            self._lines.addWidget(Hairline())
            self._lines.addSpacing(12)
            self._lines.addWidget(_view(statement, client, today))
            self._lines.addSpacing(8)
        self.state_button.rename(_("What {name} says to this note…").format(name=client))


def _view(statement: Statement, client: str, today: date) -> QWidget:
    told = _("{how}, {day} {time}").format(
        how=how_words(statement), day=day_words(statement.day, today), time=clock_words(statement.at)[:5]
    )
    lines = column(Words(told_words(statement.draft.stance, client), "strong", "clay_ink"), gap=6)
    if statement.draft.words:
        block = VoiceBlock(role="quote")
        block.show_voice(statement.draft.words, Whose.CLIENT, told, client)
        lines.addWidget(block)
    else:
        lines.addWidget(Words(told, "small", "muted"))
    if statement.strokes:
        spoken = _("Signature of {name}").format(name=statement.name)
        lines.addWidget(SignatureView(statement.strokes, spoken))
    return boxed(lines)
