"""The ways two people could go, under work: what speaks for each and against it, and the one the client chose."""

import uuid
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import MOST_WAYS, Choice, Way
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.widgets.buttons import LinkButton, QuietButton, TickBox
from alliance_desktop.ui.widgets.fields import Labelled, MultiText, TextField, pair
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.line_list import LineEditor, LineList
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class WayEditor(LineEditor):
    """Edits one way in place; ``chosen`` tells that its tick was set or taken off."""

    chosen = Signal(str, bool)

    def __init__(self, way: Way, number: int, picks: PlanPicks) -> None:
        super().__init__()
        self._way = way
        self.what_edit = TextField(_("A way we could go"))
        self.chosen_box = TickBox(_("Chosen"), "clay")
        self.remove_button = QuietButton("", "x")
        self.good_edit, self.less_good_edit = MultiText(lines=1), MultiText(lines=1)
        self.effort_edit = TextField(_("Visits, minutes a day, cost"))
        picks.offer(Phrase.WAY, self.what_edit)
        picks.offer(Phrase.GOOD, self.good_edit)
        picks.offer(Phrase.LESS_GOOD, self.less_good_edit)
        picks.offer(Phrase.EFFORT, self.effort_edit)
        head = row(gap=8)
        head.addWidget(self.what_edit, 1)
        head.addWidget(self.chosen_box)
        head.addWidget(self.remove_button)
        both = pair(
            Labelled(_("What is good"), self.good_edit, f"way_{number}_good_edit"),
            Labelled(_("What is less good"), self.less_good_edit, f"way_{number}_less_good_edit"),
            24,
        )
        effort = Labelled(_("What it takes"), self.effort_edit, f"way_{number}_effort_edit")
        self.setLayout(column(head, both, effort, 8, gap=8))
        self.stops = (
            self.what_edit,
            self.chosen_box,
            self.remove_button,
            self.good_edit,
            self.less_good_edit,
            self.effort_edit,
        )
        self._name(number)
        self._fill()
        for signal in (
            self.what_edit.textEdited,
            self.good_edit.textChanged,
            self.less_good_edit.textChanged,
            self.effort_edit.textEdited,
        ):
            signal.connect(self._edited)
        self.chosen_box.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)

    def _name(self, number: int) -> None:
        for name, widget, words in (
            ("what_edit", self.what_edit, _("what it is")),
            ("chosen_box", self.chosen_box, _("chosen by the client")),
            ("remove_button", self.remove_button, _("remove")),
            ("good_edit", self.good_edit, _("what is good")),
            ("less_good_edit", self.less_good_edit, _("what is less good")),
            ("effort_edit", self.effort_edit, _("what it takes")),
        ):
            widget.setObjectName(f"way_{number}_{name}")
            widget.setAccessibleName(_("Way {n}, {what}").format(n=number, what=words))

    def _fill(self) -> None:
        self.what_edit.set_words(self._way.what)
        self.good_edit.set_words(self._way.good)
        self.less_good_edit.set_words(self._way.less_good)
        self.effort_edit.set_words(self._way.effort)

    def line(self) -> Way:
        """The way as it stands."""
        return replace(
            self._way,
            what=self.what_edit.words(),
            good=self.good_edit.words(),
            less_good=self.less_good_edit.words(),
            effort=self.effort_edit.words(),
        )

    def show_chosen(self, chosen: bool) -> None:
        """Show whether it is the one the client chose."""
        self.chosen_box.setChecked(chosen)

    def _edited(self) -> None:
        self.edited.emit()

    def _choose(self, chosen: bool) -> None:
        self.chosen.emit(self._way.uid, chosen)

    def _remove(self) -> None:
        self.removed.emit(self._way.uid)


class WaysEditor(QWidget):
    """Edits up to four ways, the choice between them, why, and what the client does not want."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, picks: PlanPicks, client: str = "") -> None:
        super().__init__()
        self._picks, self._chosen = picks, ""
        self.list = LineList(self._make, _("The way is removed."), 16, MOST_WAYS)
        self.starters = [LinkButton(words, "plus") for words in starters()]
        self.add_way_button = LinkButton(_("Add another way"), "plus")
        self.add_way_button.setObjectName("add_way_button")
        offers = Flow()
        for number, button in enumerate(self.starters, 1):
            button.setObjectName(f"starter_{number}_button")
            button.clicked.connect(partial(self._add, button.text()))
            offers.addWidget(button)
        offers.addWidget(self.add_way_button)
        self.offers = boxed(offers)
        self.why_title, self.not_wanted_title = Words("", "heading", "clay"), Words("", "heading", "clay")
        self.reason_edit = SaidEdit(_("Why this one, in the client’s words"), "choice_reason_edit")
        self.not_wanted_edit = SaidEdit(_("What the client does not want"), "not_wanted_edit")
        why = column(self.why_title, self.reason_edit, None, gap=6)
        not_wanted = column(self.not_wanted_title, self.not_wanted_edit, None, gap=6)
        said = TwoColumns(boxed(why), boxed(not_wanted), (1, 1), 24, 440)
        self.one_way = OneWay()
        self.setLayout(column(self.list, self.one_way, self.offers, said, gap=12))
        self.add_way_button.clicked.connect(partial(self._add, ""))
        self.list.edited.connect(self._edited)
        self.list.rebuilt.connect(self._show_choice)
        self.reason_edit.edited.connect(self.edited)
        self.not_wanted_edit.edited.connect(self.edited)
        self.show_ways((), Choice(), client)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        ways = (stop for editor in self.list.editors for stop in editor.stops)
        return (*ways, *self.starters, self.add_way_button, self.reason_edit, self.not_wanted_edit)

    def show_ways(self, ways: tuple[Way, ...], choice: Choice, client: str) -> None:
        """Fill in the ways and the choice of this client."""
        self._chosen = choice.way
        self.why_title.setText(_("Why this one?"))
        self.not_wanted_title.setText(_("What does {name} not want?").format(name=client))
        self.reason_edit.show_said(choice.reason)
        self.not_wanted_edit.show_said(choice.not_wanted)
        self.list.show_lines(ways)

    def ways(self) -> tuple[Way, ...]:
        """The ways that say something."""
        return tuple(way for way in self.list.lines() if isinstance(way, Way) and replace(way, uid="") != Way(""))

    def choice(self) -> Choice:
        """The choice as it stands; a way that is gone is not chosen."""
        there = any(way.uid == self._chosen for way in self.ways())
        return Choice(self._chosen if there else "", self.reason_edit.said(), self.not_wanted_edit.said())

    def _make(self, way: object, number: int) -> WayEditor:
        assert isinstance(way, Way)
        made = WayEditor(way, number, self._picks)
        made.chosen.connect(self._choose)
        return made

    def _add(self, words: str) -> None:
        self.list.add(Way(str(uuid.uuid4()), words))

    def _choose(self, uid: str, chosen: bool) -> None:
        self._chosen = uid if chosen else ""
        self._show_choice()
        self.edited.emit()

    def _show_choice(self) -> None:
        for editor in self.list.editors:
            if isinstance(editor, WayEditor):
                editor.show_chosen(editor.line().uid == self._chosen)
        self._offer()
        self.rebuilt.emit()

    def _edited(self) -> None:
        self._offer()
        self.edited.emit()

    def _offer(self) -> None:
        """Offer what is not among the ways yet, and nothing more once there are four."""
        there = {editor.line().what for editor in self.list.editors if isinstance(editor, WayEditor)}
        for button in self.starters:
            button.setVisible(button.text() not in there)
        self.offers.setVisible(len(self.list.editors) < MOST_WAYS)
        self.one_way.follow(len(self.ways()))


class OneWay(Words):
    """One way is no choice: a quiet line says so, and nothing more."""

    def __init__(self) -> None:
        told = _("Two to four ways give a choice: waiting, caring for oneself and seeing a doctor first are ways too.")
        super().__init__(told, "small", "muted")
        self.setObjectName("one_way_words")
        self.hide()

    def follow(self, ways: int) -> None:
        """Be there while there is exactly one."""
        self.setVisible(ways == 1)


def starters() -> tuple[str, ...]:
    """Ways that are open to everybody."""
    return _("Wait and see"), _("Self-care only"), _("See a doctor first")
