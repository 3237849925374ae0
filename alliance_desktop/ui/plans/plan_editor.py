"""The plan under work: both voices side by side, stored while typing, with a plain list of what changes."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.plan import MOST_GOALS, Agreement, Commitment, Goal, Plan, PlanContent, Reservation
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import plans
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import HeldWords
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.plans.changes_column import ChangesColumn
from alliance_desktop.ui.plans.goal_editor import GoalEditor, said_anew
from alliance_desktop.ui.plans.line_editors import CommitmentEditor, ReservationEditor
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.typed import day_that_is_none
from alliance_desktop.ui.widgets.buttons import LinkButton, TickBox
from alliance_desktop.ui.widgets.fields import DayField, Labelled, NumberField, TextField
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _


class PlanEditor(QWidget):
    """Loads a draft once and keeps it while it is typed; what is signed is never touched."""

    ready_wanted = Signal(int, dict)
    drop_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.plan_id = 0
        self._plan: Plan | None = None
        self._names = ("", "")
        self._filling = False
        self._matters = Said()
        self.goal_editors: list[GoalEditor] = []
        self.commitment_editors: list[CommitmentEditor] = []
        self.reservation_editors: list[ReservationEditor] = []
        self._build()
        self._connect()
        self._held = HeldWords(desk, self, Form.PLAN)
        self.autosave = Autosave(desk, self._store, self)
        desk.closing.connect(self._settle)

    def _build(self) -> None:
        self.matters_title = Words("", "heading", "clay")
        self.matters_edit = VoiceEdit(Whose.CLIENT, _("What matters"), "matters_edit", lines=2)
        self.goals_column = QVBoxLayout()
        self.add_goal_button = LinkButton(_("Add a goal"), "plus")
        self.mine_column, self.yours_column = QVBoxLayout(), QVBoxLayout()
        self.mine_title, self.yours_title = Words("", "strong", "accent"), Words("", "strong", "clay")
        self.add_mine_button = LinkButton(_("Add what I will do"), "plus")
        self.add_yours_button = LinkButton(_("Add what you will do"), "plus")
        self.reservation_column = QVBoxLayout()
        self.add_reservation_button = LinkButton(_("Add a doubt"), "plus")
        self.asked_box = TickBox(_("Asked aloud"))
        self.review_edit = DayField()
        for name in ("add_goal_button", "add_mine_button", "add_yours_button", "add_reservation_button", "asked_box"):
            getattr(self, name).setObjectName(name)
        self.side = ChangesColumn()
        self.scroll_area = ScrollColumn()
        page = TwoColumns(boxed(self._lay_out()), self.side, (1, 0), 48, 820, 264)
        self.scroll_area.column.addWidget(page)
        self.scroll_area.column.setContentsMargins(2, 24, 2, 32)
        self.setLayout(column(self.scroll_area))

    def _lay_out(self) -> QVBoxLayout:
        will = row(gap=24)
        for title, lines, button in (
            (self.mine_title, self.mine_column, self.add_mine_button),
            (self.yours_title, self.yours_column, self.add_yours_button),
        ):
            will.addLayout(column(title, lines, button, None, gap=10), 1)
        asked = row(Words(_("Anything you are not sure about?"), "title"), None, self.asked_box)
        return column(
            self.matters_title,
            self.matters_edit,
            20,
            self.goals_column,
            self.add_goal_button,
            20,
            Words(_("What we agreed"), "title"),
            self._agreement(),
            20,
            will,
            20,
            asked,
            self.reservation_column,
            self.add_reservation_button,
            20,
            Labelled(_("Next look together"), self.review_edit, "review_edit"),
            None,
            gap=8,
        )

    def _agreement(self) -> QWidget:
        self.visits_edit, self.minutes_edit = NumberField(1, 200), NumberField(5, 480)
        self.rhythm_edit = TextField(_("every two weeks"))
        self.areas_yes_edit, self.areas_no_edit = TextField(), TextField()
        first = row(gap=24)
        first.addWidget(Labelled(_("Visits"), self.visits_edit, "visits_edit"), 1)
        first.addWidget(Labelled(_("Rhythm"), self.rhythm_edit, "rhythm_edit"), 2)
        first.addWidget(Labelled(_("Minutes each"), self.minutes_edit, "minutes_edit"), 1)
        second = row(gap=24)
        second.addWidget(Labelled(_("Where we work"), self.areas_yes_edit, "areas_yes_edit"), 1)
        second.addWidget(Labelled(_("Where we do not"), self.areas_no_edit, "areas_no_edit"), 1)
        return boxed(column(first, second, gap=12))

    def _connect(self) -> None:
        self.matters_edit.edited.connect(self._touched)
        for edit in (
            self.visits_edit,
            self.minutes_edit,
            self.rhythm_edit,
            self.areas_yes_edit,
            self.areas_no_edit,
            self.review_edit,
        ):
            edit.textEdited.connect(self._touched)
        self.asked_box.toggled.connect(self._touched)
        self.add_goal_button.clicked.connect(self._add_goal)
        self.add_mine_button.clicked.connect(self._add_mine)
        self.add_yours_button.clicked.connect(self._add_yours)
        self.add_reservation_button.clicked.connect(self._add_reservation)
        self.side.ready_wanted.connect(self._ready)
        self.side.drop_wanted.connect(self._drop)
        self.side.discussed.connect(self._discuss)

    def take_focus(self) -> None:
        """Put the cursor where the talk begins."""
        self.matters_edit.setFocus()

    def load(self, plan: Plan, names: tuple[str, str]) -> None:
        """Show a plan's draft; what is being typed in the same draft is left alone."""
        if plan.id == self.plan_id and self._plan is not None and self._plan.draft is not None and self._same(plan):
            self._plan = plan
            self._show_changes()
            return
        self.desk.end_undo()
        self.plan_id, self._plan, self._names = plan.id, plan, names
        self._fill(plan.draft or PlanContent())
        self._held.load(plan.client_id, plan.id)
        self._show_changes()

    def _same(self, plan: Plan) -> bool:
        """True when the stored draft is what this editor shows or stored last."""
        return self.autosave.waiting or plan.draft == self.content() or _same_words(plan.draft, self.content())

    def forget(self) -> None:
        """Show nothing; the next draft is loaded anew."""
        self.desk.end_undo()
        self.plan_id, self._plan = 0, None
        self.autosave.forget()

    def _fill(self, content: PlanContent) -> None:
        self._filling = True
        client, therapist = self._names
        self.matters_title.setText(_("What matters to {name}").format(name=client))
        self._matters = content.what_matters
        self.matters_edit.set_words(content.what_matters.words)
        self.matters_edit.text_edit.setAccessibleName(self.matters_title.text())
        self.mine_title.setText(_("I will, {name}").format(name=therapist))
        self.yours_title.setText(_("You will, {name}").format(name=client))
        self._fill_agreement(content.agreement)
        self.review_edit.set_day(content.review_on)
        self.asked_box.setChecked(content.reservations_asked)
        self._rebuild(content.goals or (Goal(_uid()),), content.commitments, content.reservations)
        self._filling = False

    def _fill_agreement(self, agreement: Agreement) -> None:
        self.visits_edit.set_number(agreement.visits)
        self.minutes_edit.set_number(agreement.minutes)
        self.rhythm_edit.set_words(agreement.rhythm)
        self.areas_yes_edit.set_words(agreement.areas_yes)
        self.areas_no_edit.set_words(agreement.areas_no)

    def _rebuild(self, goals: tuple[Goal, ...], steps: tuple[Commitment, ...], doubts: tuple[Reservation, ...]) -> None:
        for lines in (self.goals_column, self.mine_column, self.yours_column, self.reservation_column):
            emptied(lines)
        self.goal_editors = [GoalEditor(goal, n, self._names) for n, goal in enumerate(goals, 1)]
        for editor in self.goal_editors:
            self.goals_column.addWidget(Hairline())
            self.goals_column.addSpacing(8)
            self.goals_column.addWidget(editor)
            self.goals_column.addSpacing(8)
            editor.edited.connect(self._touched)
            editor.removed.connect(self._remove_goal)
        made: dict[str, CommitmentEditor] = {}
        for whose, lines in ((Whose.THERAPIST, self.mine_column), (Whose.CLIENT, self.yours_column)):
            for n, step in enumerate((s for s in steps if s.whose is whose), 1):
                line = made[step.uid] = CommitmentEditor(step, n)
                line.edited.connect(self._touched)
                line.removed.connect(self._remove_step)
                lines.addWidget(line)
        # Kept in the plan's own order: two columns on screen move nothing.
        self.commitment_editors = [made[step.uid] for step in steps]
        self.reservation_editors = [ReservationEditor(doubt, n, self._names[0]) for n, doubt in enumerate(doubts, 1)]
        for doubt in self.reservation_editors:
            self.reservation_column.addWidget(doubt)
            doubt.edited.connect(self._touched)
            doubt.removed.connect(self._remove_doubt)
        self.add_goal_button.setVisible(len(goals) < MOST_GOALS)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as the eye does: what was added last stands where it is seen."""
        mine = [e.stops for e in self.commitment_editors if e.commitment().whose is Whose.THERAPIST]
        yours = [e.stops for e in self.commitment_editors if e.commitment().whose is not Whose.THERAPIST]
        agreement = (self.visits_edit, self.rhythm_edit, self.minutes_edit, self.areas_yes_edit, self.areas_no_edit)
        groups: list[Sequence[QWidget]] = [
            (self.matters_edit,),
            *(e.stops for e in self.goal_editors),
            (self.add_goal_button, *agreement),
            *mine,
            (self.add_mine_button,),
            *yours,
            (self.add_yours_button, self.asked_box),
            *(e.stops for e in self.reservation_editors),
            (self.add_reservation_button, self.review_edit),
        ]
        set_tab_order(chain.from_iterable(groups))

    def content(self) -> PlanContent:
        """The plan as it stands; lines with nothing in them are not part of it."""
        goals = tuple(editor.goal() for editor in self.goal_editors)
        steps = tuple(editor.commitment() for editor in self.commitment_editors)
        doubts = tuple(editor.reservation() for editor in self.reservation_editors)
        return PlanContent(
            said_anew(self._matters, self.matters_edit.words()),
            tuple(goal for goal in goals if replace(goal, uid="", said=Said(goal.said.words)) != Goal("")),
            Agreement(
                self.visits_edit.number(),
                self.rhythm_edit.words(),
                self.minutes_edit.number(),
                self.areas_yes_edit.words(),
                self.areas_no_edit.words(),
            ),
            tuple(step for step in steps if step.what or step.how or step.due is not None),
            tuple(doubt for doubt in doubts if doubt.said or doubt.answer),
            self.asked_box.isChecked() or any(doubt.said for doubt in doubts),
            self.review_edit.day_or_none(),
        )

    def _touched(self) -> None:
        if not self._filling:
            self.autosave.touched()

    def _store(self) -> bool:
        if not self.plan_id:
            return True
        kept = self.desk.keep(plans.keep_draft, self.plan_id, self.content())
        if kept:
            self._plan = plans.one(self.plan_id)
            self._show_changes()
        return kept and self._held.keep_days()

    def _settle(self) -> None:
        if self.plan_id and self._plan is not None and self._plan.draft is not None and self._plan.ending is None:
            self.desk.keep(plans.settle, self.plan_id)

    def flush(self) -> bool:
        """Store what is being typed, and the client's wordings for good; False when it could not be stored."""
        stored = self.autosave.flush()
        if stored:
            self._settle()
        return stored

    def _show_changes(self) -> None:
        if self._plan is not None:
            self.side.show_plan(self._plan, plans.draft_change_lines(self._plan), self.desk.today())

    def _parts(self) -> tuple[tuple[Goal, ...], tuple[Commitment, ...], tuple[Reservation, ...]]:
        return (
            tuple(editor.goal() for editor in self.goal_editors),
            tuple(editor.commitment() for editor in self.commitment_editors),
            tuple(editor.reservation() for editor in self.reservation_editors),
        )

    def _change_lines(
        self, goals: tuple[Goal, ...], steps: tuple[Commitment, ...], doubts: tuple[Reservation, ...]
    ) -> None:
        self._filling = True
        self._rebuild(goals, steps, doubts)
        self._filling = False
        self.autosave.touched()

    def _add_goal(self) -> None:
        goals, steps, doubts = self._parts()
        self._change_lines((*goals, Goal(_uid())), steps, doubts)
        self.goal_editors[-1].said_edit.setFocus()

    def _add_mine(self) -> None:
        self._add_step(Whose.THERAPIST)

    def _add_yours(self) -> None:
        self._add_step(Whose.CLIENT)

    def _add_step(self, whose: Whose) -> None:
        goals, steps, doubts = self._parts()
        fresh = Commitment(_uid(), whose)
        self._change_lines(goals, (*steps, fresh), doubts)
        next(e for e in self.commitment_editors if e.commitment().uid == fresh.uid).what_edit.setFocus()

    def _add_reservation(self) -> None:
        goals, steps, doubts = self._parts()
        self._change_lines(goals, steps, (*doubts, Reservation(_uid())))
        self.reservation_editors[-1].said_edit.setFocus()

    def _remove_goal(self, uid: str) -> None:
        goals, steps, doubts = self._parts()
        self._change_lines(tuple(goal for goal in goals if goal.uid != uid), steps, doubts)
        self._offer_back(_("The goal is removed."), goals, uid)

    def _remove_step(self, uid: str) -> None:
        goals, steps, doubts = self._parts()
        self._change_lines(goals, tuple(step for step in steps if step.uid != uid), doubts)
        self._offer_back(_("The line is removed."), steps, uid)

    def _remove_doubt(self, uid: str) -> None:
        goals, steps, doubts = self._parts()
        self._change_lines(goals, steps, tuple(doubt for doubt in doubts if doubt.uid != uid))
        self._offer_back(_("The doubt is removed."), doubts, uid)

    def _offer_back(self, sentence: str, before: Sequence[Goal | Commitment | Reservation], uid: str) -> None:
        place = next(n for n, line in enumerate(before) if line.uid == uid)
        self.desk.offer_undo(sentence, partial(self._put_back, before[place], place))

    def _put_back(self, line: Goal | Commitment | Reservation, place: int) -> None:
        goals, steps, doubts = self._parts()
        if isinstance(line, Goal):
            goals = (*goals[:place], line, *goals[place:])
        elif isinstance(line, Commitment):
            steps = (*steps[:place], line, *steps[place:])
        else:
            doubts = (*doubts[:place], line, *doubts[place:])
        self._change_lines(goals, steps, doubts)

    def _ready(self, reasons: dict[str, str]) -> None:
        if not self.autosave.flush():
            return
        unread = day_that_is_none(self)
        if unread is not None:
            unread[0].setFocus()
            self.desk.say(unread[1])
            return
        self.desk.end_undo()
        self.ready_wanted.emit(self.plan_id, reasons)

    def _drop(self) -> None:
        if self.autosave.flush():
            plan_id = self.plan_id
            self.forget()
            self.drop_wanted.emit(plan_id)

    def _discuss(self) -> None:
        if self.autosave.flush():
            self.desk.perform(plans.discuss, self.plan_id)


def _same_words(one: PlanContent | None, other: PlanContent) -> bool:
    """True when two contents differ at most in days and Voices of the same words."""
    return one is not None and _bare(one) == _bare(other)


def _bare(content: PlanContent) -> PlanContent:
    return replace(
        content,
        what_matters=Said(content.what_matters.words),
        goals=tuple(replace(goal, said=Said(goal.said.words)) for goal in content.goals),
        reservations=tuple(replace(doubt, said=Said(doubt.said.words)) for doubt in content.reservations),
    )


def _uid() -> str:
    return str(uuid.uuid4())
