"""Before each visit: did anything change since the last one? Answered with one press, and kept."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from alliance_desktop.domain.change_answer import ChangeAnswer
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class ChangeRow(QWidget):
    """``answered`` says True for something and False for nothing; ``health_wanted`` leads to where it is noted."""

    answered = Signal(bool)
    health_wanted = Signal()

    def __init__(self, today: ChangeAnswer | None, last: ChangeAnswer | None) -> None:
        super().__init__()
        self.setObjectName("change_row")
        self.nothing_button = LinkButton(_("Nothing"), "check")
        self.something_button = LinkButton(_("Something…"), "pen-line")
        self.nothing_button.setObjectName("nothing_changed_button")
        self.nothing_button.setAccessibleName(_("Nothing changed since the last visit"))
        self.something_button.setObjectName("something_changed_button")
        self.something_button.setAccessibleName(_("Something changed since the last visit"))
        self.health_button = LinkButton(_("Note it under health"), "shield-check")
        self.health_button.setObjectName("change_to_health_button")
        told: Words | VoiceBlock
        acts: tuple[LinkButton, ...] = (self.something_button,)
        if today is None:
            asked = _("Did anything change since the last visit?")
            told, acts = Words(asked).one_line(), (self.nothing_button, self.something_button)
            told.setToolTip(_("Last asked on {day}.").format(day=day_words(last.day)) if last is not None else "")
        elif today.changed:
            said = VoiceBlock(today.words, Whose.CLIENT, _("said today, when asked what has changed"))
            told, acts = said, (self.health_button, self.something_button)
            self.something_button.rename(_("Something else…"))
        else:
            told = Words(_("Asked today: nothing changed."), "body", "muted").one_line()
            self.something_button.rename(_("Something after all…"))
        self.setLayout(_laid(told, acts))
        self.nothing_button.clicked.connect(self._nothing)
        self.something_button.clicked.connect(self._something)
        self.health_button.clicked.connect(self.health_wanted)

    def _nothing(self) -> None:
        self.answered.emit(False)

    def _something(self) -> None:
        self.answered.emit(True)


def _laid(told: QWidget, acts: Sequence[QWidget]) -> QLayout:
    """In one line where there is room; what the client said stands above what can be done."""
    flow = Flow()
    if isinstance(told, VoiceBlock):
        for button in acts:
            flow.addWidget(button)
        return column(told, boxed(flow), gap=4)
    for part in (told, *acts):
        flow.addWidget(part)
    return column(boxed(flow))


class ChangeDialog(FormDialog):
    """Value in, value out: what changed, in the client's words."""

    def __init__(self, parent: QWidget) -> None:
        self.words_edit = VoiceEdit(Whose.CLIENT, _("What changed"), "change_words_edit", _("In their own words"))
        hint = _("It is kept with today’s date. What the hands must know is noted under health besides.")
        form = column(self.words_edit, Words(hint, "body", "muted"), gap=14)
        super().__init__(parent, "change_dialog", _("Since the last visit"), _("Keep"), form)

    @classmethod
    def open_for(cls, parent: QWidget) -> "ChangeDialog":
        """Open over a page."""
        dialog = cls(parent)
        dialog.open()
        dialog.words_edit.setFocus()
        return dialog

    def draft(self) -> str:
        """What is typed."""
        return self.words_edit.words().strip()

    def offer(self) -> None:
        self.accepted_draft.emit(self.draft())
