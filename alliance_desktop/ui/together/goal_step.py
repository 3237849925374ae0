"""Our goal: what the client says, what it is in daily life, and five steps from much less to much more."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import MOST_GOALS, Goal, PlanContent
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Said
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.plan_parts.goal_editor import GoalEditor
from alliance_desktop.ui.plan_parts.goal_source import Sentences
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks, Used
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.line_list import Line, LineList
from alliance_desktop.ui.widgets.picks_row import PicksRow
from alliance_desktop.words import _


class GoalStep(Step):
    """Up to four goals; a number about how they came out is never shown here."""

    def __init__(
        self,
        client: str,
        therapist: str,
        today: Callable[[], date],
        sentences: Sentences,
        used: Used,
    ) -> None:
        super().__init__()
        self._used = used
        self._names, self._today, self._sentences = (client, therapist), today, sentences
        self.title = _("Our goal")
        self.onward = _("our goal")
        self.question = _("What would you like to be able to do?")
        self.hint = _("Something from your day. The steps show you both how far it has come.")
        self._picks = PlanPicks(self, used)
        self.goals = LineList(self._make, _("The goal is removed."), 8, MOST_GOALS)
        self.add_goal_button = LinkButton(_("Add a goal"), "plus")
        self.add_goal_button.setObjectName("talk_add_goal_button")
        self.picks_row = PicksRow("activity_pick", _("Used before"))
        self.setLayout(column(self.goals, row(self.add_goal_button, None), self.picks_row, gap=12))
        self.goals.edited.connect(self._edited)
        self.goals.rebuilt.connect(self._rebuilt)
        self.goals.removed.connect(self.removed)
        self.goals.filled.connect(self.settled)
        self.add_goal_button.clicked.connect(self._add)
        self.picks_row.picked.connect(self._take)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        inside = (stop for editor in self.goals.editors for stop in editor.stops)
        return (*inside, self.add_goal_button, *self.picks_row.buttons)

    def show_content(self, content: PlanContent) -> None:
        self._picks.read_anew()
        self.picks_row.show_words(self._used(Phrase.ACTIVITY))
        self.goals.show_lines(content.goals or (Goal(str(uuid.uuid4())),))

    def put_into(self, content: PlanContent) -> PlanContent:
        goals = [goal for goal in self.goals.lines() if isinstance(goal, Goal)]
        filled = (goal for goal in goals if replace(goal, uid="", said=Said(goal.said.words)) != Goal(""))
        return replace(content, goals=tuple(filled))

    def is_done(self, content: PlanContent) -> bool:
        return bool(content.goals)

    def _make(self, goal: Line, number: int) -> GoalEditor:
        assert isinstance(goal, Goal)
        return GoalEditor(goal, number, self._names, self._today(), self._picks, self._sentences)

    def _add(self) -> None:
        self.goals.add(Goal(str(uuid.uuid4())))

    def _take(self, words: str) -> None:
        """An activity that was a goal before goes where there is none yet, else becomes a goal of its own."""
        empty = next((e for e in self.goals.editors if isinstance(e, GoalEditor) and not e.activity_edit.words()), None)
        if empty is not None:
            empty.activity_edit.set_words(words)
            self.edited.emit()
        elif len(self.goals.editors) < MOST_GOALS:
            self.goals.add(Goal(str(uuid.uuid4()), activity=words))

    def _edited(self) -> None:
        self.edited.emit()

    def _rebuilt(self) -> None:
        self.add_goal_button.setVisible(len(self.goals.editors) < MOST_GOALS)
        self.rebuilt.emit()
