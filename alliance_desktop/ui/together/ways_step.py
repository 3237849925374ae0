"""The ways we could go, side by side as cards; the client chooses one, and says why and what they do not want."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from alliance_desktop.domain.plan import MOST_WAYS, Choice, PlanContent, Way
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks, Used
from alliance_desktop.ui.plan_parts.ways_editor import OneWay, WaysEditor, starters
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.together.way_card import WayCard
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.picks_row import PicksRow
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_NARROWEST, _HIGHEST = 230, 250
_MOST_PICKS = 3


class _Cards(QWidget):
    """As many beside each other as there is room for, all of one height."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[WayCard] = []
        self._columns = self._least = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(20)

    def show_cards(self, cards: list[WayCard]) -> None:
        """Show these cards."""
        emptied(self._grid)
        self.cards, self._columns = cards, 0
        self._arrange()
        self.setVisible(bool(cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def fill(self, pixels: int) -> None:
        """Be so high where all stand in one row; what they say may need more."""
        self._least = pixels
        self._grid.setRowMinimumHeight(0, pixels if self._columns == len(self.cards) else 0)

    def _arrange(self) -> None:
        fitting = max(1, (self.width() + 20) // (theme.px(_NARROWEST) + 20))
        columns = min(len(self.cards), fitting)
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for place in range(MOST_WAYS):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self.fill(self._least)


class WaysStep(Step):
    """Two to four ways, one of them chosen; writing them is a page of its own behind the cards."""

    def __init__(self, client: str, used: Used) -> None:
        super().__init__()
        self._client, self._used = client, used
        self._picks = PlanPicks(self, used)
        self._before: Sequence[str] = ()
        self._room = 0
        self._ways: tuple[Way, ...] = ()
        self._chosen = ""
        self.title = _("Ways")
        self.onward = _("ways we could go")
        self.question = _("Here are ways we could go. Which suits you?")
        self.hint = _("None of them is wrong. You can also wait, or see your doctor first.")
        self.cards, self.one_way = _Cards(), OneWay()
        self.starter_buttons = [SecondButton(words, "plus") for words in starters()]
        self.write_button = SecondButton(_("Write the ways"), "pencil")
        self.write_button.setObjectName("write_ways_button")
        flow = Flow()
        for number, button in enumerate(self.starter_buttons, 1):
            button.setObjectName(f"talk_starter_{number}_button")
            button.clicked.connect(partial(self._add, button.text()))
            flow.addWidget(button)
        flow.addWidget(self.write_button)
        self.picks_row = PicksRow("way_pick", _("Used before"))
        self.reason_edit = SaidEdit(_("Why this one?"), "talk_reason_edit")
        self.not_wanted_edit = SaidEdit(_("What do you not want?"), "talk_not_wanted_edit")
        why = column(Words(_("Why this one?"), "heading", "clay"), self.reason_edit, None, gap=6)
        not_wanted = column(Words(_("What do you not want?"), "heading", "clay"), self.not_wanted_edit, None, gap=6)
        self.showing = boxed(
            column(
                self.cards,
                self.one_way,
                boxed(flow),
                self.picks_row,
                8,
                TwoColumns(boxed(why), boxed(not_wanted), (1, 1), 24, 520),
                gap=12,
            )
        )
        self.editor = WaysEditor(self._picks, client)
        self.done_button = SecondButton(_("Show the cards"), "check")
        self.done_button.setObjectName("show_cards_button")
        self.writing = boxed(column(self.editor, self.done_button, gap=16))
        self.writing.hide()
        self.setLayout(column(self.showing, self.writing, gap=0))
        self.write_button.clicked.connect(self._write)
        self.done_button.clicked.connect(self._show)
        self.editor.edited.connect(self.edited)
        self.editor.list.edited.connect(self._put_back)
        self.editor.list.filled.connect(self.settled)
        self.editor.rebuilt.connect(self.rebuilt)
        self.editor.list.removed.connect(self.removed)
        self.picks_row.picked.connect(self._add)
        self.reason_edit.edited.connect(self.edited)
        self.not_wanted_edit.edited.connect(self.edited)

    def fit_height(self, pixels: int) -> None:
        self._room = pixels
        # Under the cards stand the buttons, and what the client says.
        below = 170 + 30 * (not self.one_way.isHidden()) + 76 * (not self.picks_row.isHidden())
        self.cards.fill(max(0, min(theme.px(_HIGHEST), pixels - theme.px(below))))

    @property
    def _is_writing(self) -> bool:
        return not self.writing.isHidden()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        more = (*self.starter_buttons, self.write_button, *self.picks_row.buttons)
        shown = (*self.cards.cards, *more, self.reason_edit, self.not_wanted_edit)
        return (*shown, *self.editor.stops, self.done_button)

    def show_content(self, content: PlanContent) -> None:
        self._ways, self._chosen = content.ways, content.choice.way
        self._picks.read_anew()
        known = starters()
        self._before = [words for words in self._used(Phrase.WAY) if words not in known]
        self.reason_edit.show_said(content.choice.reason)
        self.not_wanted_edit.show_said(content.choice.not_wanted)
        self.writing.hide()
        self.showing.show()
        self._show_cards()

    def put_into(self, content: PlanContent) -> PlanContent:
        if self._is_writing:
            return replace(content, ways=self.editor.ways(), choice=self.editor.choice())
        there = any(way.uid == self._chosen for way in self._ways)
        said = (self.reason_edit.said(), self.not_wanted_edit.said())
        return replace(content, ways=self._ways, choice=Choice(self._chosen if there else "", *said))

    def is_done(self, content: PlanContent) -> bool:
        return content.chosen_way is not None

    def said(self, content: PlanContent) -> str:
        way = content.chosen_way
        return _("{name} chose: {way}.").format(name=self._client, way=way.what) if way is not None else ""

    def _show_cards(self) -> None:
        cards = [WayCard(way, number) for number, way in enumerate(self._ways, 1)]
        for card in cards:
            card.setChecked(card.way.uid == self._chosen)
            card.clicked.connect(partial(self._choose, card.way.uid))
        self.cards.show_cards(cards)
        there = {way.what for way in self._ways}
        full = len(self._ways) >= MOST_WAYS
        self.one_way.follow(len(self._ways))
        for button in self.starter_buttons:
            button.setVisible(not full and button.text() not in there)
        self.picks_row.show_words([] if full else [words for words in self._before if words not in there][:_MOST_PICKS])
        self.fit_height(self._room)
        self.rebuilt.emit()

    def _choose(self, uid: str) -> None:
        self._chosen = "" if uid == self._chosen else uid
        for card in self.cards.cards:
            card.setChecked(card.way.uid == self._chosen)
        self.edited.emit()

    def _put_back(self) -> None:
        """A way that was removed while the ways were written comes back while the cards are shown."""
        if not self._is_writing:
            self._ways = self.editor.ways()
            self._show_cards()
            self.edited.emit()

    def _add(self, words: str) -> None:
        self.settled.emit()
        self._ways = (*self._ways, Way(str(uuid.uuid4()), words))
        self._show_cards()
        self.cards.cards[-1].setFocus()
        self.edited.emit()

    def _write(self) -> None:
        said = (self.reason_edit.said(), self.not_wanted_edit.said())
        self.editor.show_ways(self._ways, Choice(self._chosen, *said), self._client)
        self.showing.hide()
        self.writing.show()
        self.rebuilt.emit()
        if not self._ways:
            self.editor.add_way_button.click()
        self.editor.stops[0].setFocus()

    def _show(self) -> None:
        content = self.put_into(PlanContent())
        self.show_content(content)
        self.edited.emit()
        self.write_button.setFocus()
