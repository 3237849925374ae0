"""Where a goal comes from: one sentence of the client's, shown as it was said, or a few to point to."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.voice import Said, Voice, Whose, quoted
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.buttons import Button, LinkButton, QuietButton
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words

_MOST = 5
Sentences = Callable[[], Sequence[Said]]


def sentences(content: PlanContent, voices: Iterable[Voice]) -> tuple[Said, ...]:
    """What the client said and a goal can come from: in this plan first, then before, the newest first, each once.

    What was said as a goal, as a doubt or of a way is no source of another goal.
    """
    here = (content.what_matters, content.strengths)
    before = (
        Said(voice.words, voice.day, voice.uid)
        for voice in reversed(tuple(voices))
        if voice.whose is Whose.CLIENT and voice.where_said in ("what_matters", "strengths", "mark")
    )
    found: dict[str, Said] = {}
    for said in (*here, *before):
        if said:
            found.setdefault(said.words, said)
    return tuple(found.values())[:_MOST]


class _Sentence(Button):
    """One sentence in one line, cut where there is no room; whoever hears it hears all of it."""

    kind = "quiet"

    def __init__(self, said: Said) -> None:
        self._words = quoted(" ".join(said.words.split()))
        super().__init__("")
        self.setAccessibleName(_("It comes from: {words}").format(words=self._words))
        self.setToolTip(self._words)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Fixed)
        self.large()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), super().sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = max(theme.px(60), self.width() - theme.px(60))
        self.setText(QFontMetrics(theme.font("medium")).elidedText(self._words, Qt.TextElideMode.ElideRight, room))


class GoalSource(QWidget):
    """``edited`` says that the goal points to another sentence now, or to none; ``rebuilt`` that buttons came or went.

    While it points to none there is one quiet line, and nothing at all while the client has said nothing to point to.
    """

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, number: int, client: str, today: date, offered: Sentences) -> None:
        super().__init__()
        self._number, self._client, self._today, self._offered = number, client, today, offered
        self._said = Said()
        self.choose_button = LinkButton(_("It comes from something {name} said").format(name=client), "plus")
        self.choose_button.setObjectName(f"goal_{number}_source_button")
        self.choose_button.setAccessibleName(
            _("Goal {n}: it comes from something {name} said").format(n=number, name=client)
        )
        self.head = Words(_("It comes from"), "heading", "clay")
        self.block = VoiceBlock()
        self.remove_button = QuietButton("", "x")
        self.remove_button.setObjectName(f"goal_{number}_source_remove_button")
        self.remove_button.setAccessibleName(_("Goal {n}: it comes from nothing that was said").format(n=number))
        self.sentence_buttons: list[_Sentence] = []
        self._choices = QVBoxLayout()
        self._choices.setSpacing(4)
        self._picking = boxed(self._choices)
        self._picking.hide()
        told = row(gap=8)
        told.addWidget(self.block, 1)
        told.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        self._shown = boxed(column(self.head, told, gap=4))
        self.setLayout(column(self.choose_button, self._picking, self._shown, gap=4))
        self.choose_button.clicked.connect(self._offer)
        self.remove_button.clicked.connect(partial(self._take, Said()))
        self.show_said(Said())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return (self.choose_button, *self.sentence_buttons, self.remove_button)

    def show_said(self, said: Said) -> None:
        """Point to this sentence without telling anybody."""
        self._said = said
        day = _("said {day}").format(day=day_words(said.day, self._today)) if said.day is not None else ""
        self.block.show_voice(said.words, Whose.CLIENT, day, self._client)
        self._shown.setVisible(bool(said))
        self._picking.hide()
        self._ask()

    def said(self) -> Said:
        """The sentence that the goal comes from, or nothing."""
        return self._said

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        """Offer the choice only where there is one."""
        wanted = not self._said and self._picking.isHidden() and self.isVisible()
        self.choose_button.setVisible(wanted and bool(self._offered()))

    def _offer(self) -> None:
        emptied(self._choices)
        self.sentence_buttons = []
        for place, said in enumerate(self._offered(), 1):
            button = _Sentence(said)
            button.setObjectName(f"goal_{self._number}_source_{place}_button")
            button.clicked.connect(partial(self._take, said))
            self.sentence_buttons.append(button)
            self._choices.addWidget(button)
        self._picking.show()
        self.choose_button.hide()
        self.rebuilt.emit()
        if self.sentence_buttons:
            self.sentence_buttons[0].setFocus()

    def _take(self, said: Said) -> None:
        self.show_said(said)
        self.edited.emit()
        self.rebuilt.emit()
        (self.remove_button if said else self.choose_button).setFocus()
