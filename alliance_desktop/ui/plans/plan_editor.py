"""The plan under work: both voices side by side, stored while typing, with a plain list of what changes."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain import outcome
from alliance_desktop.domain.coach import Finding
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.plan import MOST_GOALS, Choice, Commitment, Goal, Plan, PlanContent, Reservation, Signs
from alliance_desktop.domain.same_words import same_words
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import comforts, phrases, plans, voices
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import HeldWords
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.agreement_editor import AgreementEditor
from alliance_desktop.ui.plan_parts.body_editor import BodyEditor
from alliance_desktop.ui.plan_parts.goal_editor import GoalEditor
from alliance_desktop.ui.plan_parts.goal_source import sentences
from alliance_desktop.ui.plan_parts.line_editors import ReservationEditor
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.plan_parts.plan_words import score_words
from alliance_desktop.ui.plan_parts.signs_editor import AlsoSignsEditor, SignsEditor
from alliance_desktop.ui.plan_parts.ways_editor import WaysEditor
from alliance_desktop.ui.plan_parts.will_editor import WillEditor
from alliance_desktop.ui.plans.changes_column import ChangesColumn
from alliance_desktop.ui.plans.coach_list import fill, put_instead
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.typed import day_that_is_none
from alliance_desktop.ui.widgets.buttons import LinkButton, TickBox
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.line_list import Line, LineList
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
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
        self._build()
        self._connect()
        self._held = HeldWords(desk, self, Form.PLAN)
        self._reasons = HeldWords(desk, self.side.lines, Form.REASONS)
        self.autosave = Autosave(desk, self._store, self)
        desk.closing.connect(self._settle)

    def _build(self) -> None:
        self.picks = PlanPicks(self, phrases.used)
        self.matters_title = Words("", "heading", "clay")
        self.matters_edit = SaidEdit(_("What matters"), "matters_edit", lines=2)
        self.strengths_edit = SaidEdit(_("What already helps, in the client’s words"), "strengths_edit")
        self.understanding_edit = VoiceEdit(
            Whose.BOTH, _("What we think is going on"), "understanding_edit", _("In plain words, both of ours")
        )
        self.goals = LineList(self._goal_editor, _("The goal is removed."), 0, MOST_GOALS)
        self.add_goal_button = LinkButton(_("Add a goal"), "plus")
        self.score = Words("", "small", "muted")
        self.score.setObjectName("score")
        self.body_editor, self.ways_editor = BodyEditor(), WaysEditor(self.picks)
        self.agreement_editor = AgreementEditor(self.picks)
        self.hand_over_body_button = LinkButton("", "hand-heart")
        self.will_editor = WillEditor(self.picks)
        self.signs_editor, self.also_signs_editor = SignsEditor(self.picks), AlsoSignsEditor()
        self.doubts = LineList(self._doubt_editor, _("The doubt is removed."))
        self.add_reservation_button = LinkButton(_("Add a doubt"), "plus")
        self.asked_box = TickBox(_("Asked aloud"))
        self.teach_back_edit = SaidEdit(_("Said back in own words"), "teach_back_edit")
        self.review_edit = DayField()
        for name in ("add_goal_button", "add_reservation_button", "asked_box", "hand_over_body_button"):
            getattr(self, name).setObjectName(name)
        self._fold()
        self.side = ChangesColumn()
        self.scroll_area = ScrollColumn()
        page = TwoColumns(boxed(column(*self._parts(), None, gap=8)), self.side, (1, 0), 48, 820, 264)
        self.scroll_area.column.addWidget(page)
        self.scroll_area.column.setContentsMargins(2, 24, 2, 32)
        self.setLayout(column(self.scroll_area))

    def _fold(self) -> None:
        """What nobody filled is one quiet line."""
        self.strengths_fold = Fold(
            "add_strengths_button",
            _("Add what already helps"),
            self.strengths_edit,
            self.strengths_edit,
            Words(_("What already helps"), "heading", "clay"),
        )
        self.understanding_fold = Fold(
            "add_understanding_button",
            _("Add what we think is going on"),
            self.understanding_edit,
            self.understanding_edit,
            Words(_("What we think is going on"), "heading", "muted"),
        )
        self.body_fold = Fold(
            "add_body_button",
            _("Show on the body where it is"),
            self.body_editor,
            title=Words(_("Where it is"), "title"),
        )
        self.ways_fold = Fold(
            "add_ways_button",
            _("Add ways we could go"),
            self.ways_editor,
            self.ways_editor.starters[0],
            Words(_("Ways we could go"), "title"),
        )
        self.signs_fold = Fold(
            "add_signs_button",
            _("Add how we will know, and when to call"),
            self.signs_editor,
            self.signs_editor.it_works_edit,
            Words(_("How we will know"), "title"),
        )
        self.teach_back_fold = Fold(
            "add_teach_back_button",
            _("Add how it was said back"),
            self.teach_back_edit,
            self.teach_back_edit,
            Words(_("Said back in own words"), "heading", "clay"),
        )
        self.also_signs_fold = Fold(
            "add_signers_button",
            _("Somebody else signs as well"),
            self.also_signs_editor,
            self.also_signs_editor.guardian_edit,
        )

    def _parts(self) -> tuple[QWidget | int, ...]:
        """The parts of the plan in reading order."""
        asked = row(Words(_("Anything you are not sure about?"), "title"), self.asked_box)
        asked.setStretch(0, 1)
        review = Labelled(_("Next look together"), self.review_edit, "review_edit")
        return (
            *(self.matters_title, self.matters_edit, 4, self.strengths_fold, self.understanding_fold),
            *(4, self.body_fold, self.hand_over_body_button, 12),
            *(self.goals, self.add_goal_button, self.score, 12, self.ways_fold, 16),
            *(
                Words(_("What we agreed"), "title"),
                self.agreement_editor,
                16,
                self.will_editor,
                16,
                self.signs_fold,
                12,
            ),
            *(boxed(asked), self.doubts, self.add_reservation_button, 12, self.teach_back_fold, 12),
            *(review, 8, self.also_signs_fold),
        )

    def _goal_editor(self, goal: Line, number: int) -> GoalEditor:
        assert isinstance(goal, Goal)
        return GoalEditor(goal, number, self._names, self.desk.today(), self.picks, self._sentences)

    def _sentences(self) -> Sequence[Said]:
        if self._plan is None:
            return ()
        typed = PlanContent(self.matters_edit.said(), strengths=self.strengths_edit.said())
        return sentences(typed, voices.of(self._plan.client_id))

    def _doubt_editor(self, doubt: Line, number: int) -> ReservationEditor:
        assert isinstance(doubt, Reservation)
        standing = self._plan.standing_doubts if self._plan is not None else ()
        return ReservationEditor(doubt, number, self._names[0], doubt.uid in {each.uid for each in standing})

    def _connect(self) -> None:
        for part in (
            self.matters_edit,
            self.strengths_edit,
            self.understanding_edit,
            self.body_editor,
            self.goals,
            self.ways_editor,
            self.agreement_editor,
            self.will_editor,
            self.signs_editor,
            self.doubts,
            self.teach_back_edit,
            self.also_signs_editor,
        ):
            part.edited.connect(self._touched)
        self.review_edit.textEdited.connect(self._touched)
        self.asked_box.toggled.connect(self._touched)
        self.body_fold.unfolded.connect(self.body_editor.open)
        for lines in (self.body_editor, self.goals, self.ways_editor, self.will_editor, self.doubts):
            lines.rebuilt.connect(self._rebuilt)
        for removing in (self.body_editor, self.goals, self.ways_editor.list, self.will_editor, self.doubts):
            removing.removed.connect(self.desk.offer_undo)
        for filling in (self.goals, self.ways_editor.list):
            filling.filled.connect(self.desk.end_undo)
        self.add_goal_button.clicked.connect(self._add_goal)
        self.add_reservation_button.clicked.connect(self._add_reservation)
        self.side.lines.edited.connect(self._touched)
        self.side.ready_wanted.connect(self._ready)
        self.side.drop_wanted.connect(self._drop)
        self.side.discussed.connect(self._discuss)
        self.side.coach.use_wanted.connect(self._say_otherwise)

    @property
    def goal_editors(self) -> list[GoalEditor]:
        """The editors of the goals, in order."""
        return [editor for editor in self.goals.editors if isinstance(editor, GoalEditor)]

    def take_focus(self) -> None:
        """Put the cursor where the talk begins."""
        self.matters_edit.setFocus()

    def load(self, plan: Plan, names: tuple[str, str]) -> None:
        """Show a plan's draft; what is being typed in the same draft is left alone."""
        self.side.coach.read_for(plan.client_id)
        if plan.id == self.plan_id and self._plan is not None and self._plan.draft is not None and self._same(plan):
            self._plan = plan
            self._load_reasons(plan)
            self._show_changes()
            return
        self.desk.end_undo()
        self.plan_id, self._plan, self._names = plan.id, plan, names
        self.side.coach.forget()
        self.picks.read_anew()
        self._fill(plan.draft or PlanContent())
        self._held.load(plan.client_id, plan.id)
        self._load_reasons(plan)
        self._show_changes()

    def _load_reasons(self, plan: Plan) -> None:
        if not self.autosave.waiting:
            self._reasons.load(plan.client_id, plan.id)
            self.side.lines.fill(self._reasons.words)

    def _same(self, plan: Plan) -> bool:
        """True when the stored draft is what this editor shows or stored last."""
        return self.autosave.waiting or plan.draft == self.content() or same_words(plan.draft, self.content())

    def forget(self) -> None:
        """Show nothing; the next draft is loaded anew."""
        self.desk.end_undo()
        self.plan_id, self._plan = 0, None
        self.autosave.forget()

    def _fill(self, content: PlanContent) -> None:
        self._filling = True
        client, _therapist = self._names
        self.matters_title.setText(_("What matters to {name}").format(name=client))
        self.matters_edit.text_edit.setAccessibleName(self.matters_title.text())
        self.matters_edit.show_said(content.what_matters)
        self.strengths_edit.show_said(content.strengths)
        self.understanding_edit.set_words(content.understanding)
        # Lines of another plan are gone first: a day that is none stays with its own.
        self.body_editor.show_marks(content.marks, self._names)
        self.hand_over_body_button.rename(_("Hand over to {name}: where it is").format(name=client))
        self.goals.show_lines(content.goals or (Goal(str(uuid.uuid4())),))
        self.ways_editor.show_ways(content.ways, content.choice, client)
        comfort = comforts.of(self._plan.client_id) if self._plan is not None else ()
        self.agreement_editor.show_agreement(content.agreement, comfort)
        self.will_editor.show_steps(content.commitments, self._names)
        self.signs_editor.show_signs(content.signs)
        self.doubts.show_lines(content.reservations)
        self.teach_back_edit.show_said(content.teach_back)
        self.review_edit.set_day(content.review_on)
        self.asked_box.setChecked(content.reservations_asked)
        self.also_signs_editor.show_names(content.guardian, content.interpreter)
        for part, filled in (
            (self.strengths_fold, content.strengths),
            (self.understanding_fold, content.understanding),
            (self.body_fold, content.marks),
            (self.ways_fold, content.ways or content.choice != Choice()),
            (self.signs_fold, content.signs != Signs()),
            (self.teach_back_fold, content.teach_back),
            (self.also_signs_fold, content.guardian or content.interpreter),
        ):
            part.show_filled(bool(filled))
        self._filling = False
        self._rebuilt()
        self._show_score()

    def _rebuilt(self) -> None:
        """Tab goes as the eye does: what was added last stands where it is seen."""
        if self._filling:
            return
        self.add_goal_button.setVisible(len(self.goals.editors) < MOST_GOALS)
        set_tab_order(
            (
                *(self.matters_edit, self.strengths_fold.button, self.strengths_edit),
                *(self.understanding_fold.button, self.understanding_edit),
                *(self.body_fold.button, *self.body_editor.stops, self.hand_over_body_button),
                *(stop for editor in self.goals.editors for stop in editor.stops),
                *(self.add_goal_button, self.ways_fold.button, *self.ways_editor.stops),
                *(*self.agreement_editor.stops, *self.will_editor.stops),
                *(self.signs_fold.button, *self.signs_editor.stops, self.asked_box),
                *(stop for editor in self.doubts.editors for stop in editor.stops),
                *(self.add_reservation_button, self.teach_back_fold.button, self.teach_back_edit, self.review_edit),
                *(self.also_signs_fold.button, *self.also_signs_editor.stops),
            )
        )

    def content(self) -> PlanContent:
        """The plan as it stands; lines with nothing in them are not part of it, and what is not shown here stays."""
        goals = [goal for goal in self.goals.lines() if isinstance(goal, Goal)]
        doubts = [doubt for doubt in self.doubts.lines() if isinstance(doubt, Reservation)]
        guardian, interpreter = self.also_signs_editor.names()
        stored = self._plan.draft if self._plan is not None else None
        return replace(
            stored or PlanContent(),
            what_matters=self.matters_edit.said(),
            goals=tuple(goal for goal in goals if replace(goal, uid="", said=Said(goal.said.words)) != Goal("")),
            agreement=self.agreement_editor.agreement(),
            commitments=tuple(s for s in self.will_editor.steps() if replace(s, uid="") != Commitment("", s.whose)),
            reservations=tuple(doubt for doubt in doubts if doubt.said or doubt.answer),
            reservations_asked=self.asked_box.isChecked() or any(doubt.said for doubt in doubts),
            review_on=self.review_edit.day_or_none(),
            strengths=self.strengths_edit.said(),
            understanding=self.understanding_edit.words(),
            ways=self.ways_editor.ways(),
            choice=self.ways_editor.choice(),
            signs=self.signs_editor.signs(),
            teach_back=self.teach_back_edit.said(),
            guardian=guardian,
            interpreter=interpreter,
            marks=self.body_editor.marks(),
        )

    def _touched(self) -> None:
        if not self._filling:
            self._show_score()
            self.side.coach.measure(self.content())
            self.autosave.touched()

    def _show_score(self) -> None:
        goals = [goal for goal in self.goals.lines() if isinstance(goal, Goal)]
        first = outcome.reached_first(self._plan) if self._plan is not None else None
        self.score.set_or_hide(score_words(outcome.reached(goals), first))

    def _store(self) -> bool:
        if not self.plan_id:
            return True
        kept = self.desk.keep(plans.keep_draft, self.plan_id, self.content())
        if kept:
            self._plan = plans.one(self.plan_id)
            self._show_changes()
        return kept and self._held.keep_days() and self._reasons.keep(self.side.lines.reasons())

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
            self.side.coach.look_through(self._plan.draft or PlanContent())

    def _say_otherwise(self, finding: Finding) -> None:
        said = put_instead(self, finding)
        if said is not None:
            self.autosave.flush()
            told = _("It says “{words}” now.").format(words=finding.instead)
            self.desk.offer_undo(told, partial(fill, *said))

    def _add_goal(self) -> None:
        self.goals.add(Goal(str(uuid.uuid4())))

    def _add_reservation(self) -> None:
        self.doubts.add(Reservation(str(uuid.uuid4())))

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
