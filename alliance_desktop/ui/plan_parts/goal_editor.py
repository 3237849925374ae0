"""One goal under work: the client's words beside professional words, what it is in daily life, and its five steps."""

from dataclasses import replace
from datetime import date

from alliance_desktop.domain.plan import Goal
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.goal_source import GoalSource, Sentences
from alliance_desktop.ui.plan_parts.ladder_editor import LadderEditor, is_filled
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.widgets.before_after import ZeroToTen
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.fields import DayField, Labelled, TextField, pair
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.line_list import LineEditor
from alliance_desktop.ui.widgets.said_edit import SaidEdit, said_on
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _


class GoalEditor(LineEditor):
    """Edits one goal in place."""

    def __init__(
        self, goal: Goal, number: int, names: tuple[str, str], today: date, picks: PlanPicks, sentences: Sentences
    ) -> None:
        super().__init__()
        self._goal, self._today = goal, today
        client, therapist = names
        self.heading = Words(_("Goal {n}").format(n=number), "strong")
        self.remove_button = LinkButton(_("Remove"))
        self.remove_button.setObjectName(f"remove_goal_{number}_button")
        self.remove_button.setAccessibleName(_("Remove goal {n}").format(n=number))
        self.said_edit = SaidEdit(
            _("Goal {n} in {name}’s words").format(n=number, name=client),
            f"goal_{number}_said_edit",
            _("As {name} says it").format(name=client),
            2,
        )
        self.said_on = Words("", "caption", "clay")
        self.source = GoalSource(number, client, today, sentences)
        self.professional_edit = VoiceEdit(
            Whose.THERAPIST,
            _("Goal {n} in professional words").format(n=number),
            f"goal_{number}_professional_edit",
            _("As {name} understands it").format(name=therapist),
            2,
        )
        self.activity_edit = TextField(_("Something they do, or want to do again"))
        picks.offer(Phrase.PROFESSIONAL, self.professional_edit.text_edit)
        picks.offer(Phrase.ACTIVITY, self.activity_edit)
        self.now_scale = ZeroToTen(f"goal_{number}_now", _("Goal {n}, how it goes now").format(n=number))
        self.hoped_scale = ZeroToTen(f"goal_{number}_hoped", _("Goal {n}, hoped for").format(n=number), filled=False)
        self.by_edit = DayField()
        self.ladder_editor = LadderEditor(number, picks)
        self.hint = Words("", "small", "muted")
        self.hint.setObjectName(f"goal_{number}_hint")
        self._lay_out(number, client, therapist)
        self._find_stops()
        self._fill()
        for signal in (
            self.said_edit.edited,
            self.source.edited,
            self.professional_edit.edited,
            self.activity_edit.textEdited,
            self.now_scale.changed,
            self.hoped_scale.changed,
            self.by_edit.textEdited,
            self.ladder_editor.edited,
        ):
            signal.connect(self._edited)
        self.source.rebuilt.connect(self._rebuild)
        self.remove_button.clicked.connect(self._remove)

    def _find_stops(self) -> None:
        self.stops = (
            self.said_edit,
            *self.source.stops,
            self.professional_edit,
            self.activity_edit,
            self.by_edit,
            self.now_scale,
            self.hoped_scale,
            self.ladder_fold.button,
            *self.ladder_editor.stops,
        )

    def _rebuild(self) -> None:
        self._find_stops()
        self.rebuilt.emit()

    def _lay_out(self, number: int, client: str, therapist: str) -> None:
        said = column(Words(_("{name} says").format(name=client), "heading", "clay"), self.said_edit, self.said_on)
        said.addWidget(self.source)
        said.addStretch(1)
        understood = column(Words(_("{name} understands").format(name=therapist), "heading", "accent"))
        understood.addWidget(self.professional_edit)
        understood.addStretch(1)
        two = TwoColumns(boxed(said), boxed(understood), (1, 1), 24, 440)
        what = pair(
            Labelled(_("In daily life"), self.activity_edit, f"goal_{number}_activity_edit"),
            Labelled(_("By when"), self.by_edit, f"goal_{number}_by_edit"),
            24,
        )
        self.activity_edit.setAccessibleName(_("Goal {n}, in daily life").format(n=number))
        self.by_edit.setAccessibleName(_("Goal {n}, by when").format(n=number))
        scales = column(gap=4)
        for words, scale in ((_("Now, 0 to 10"), self.now_scale), (_("Hoped for"), self.hoped_scale)):
            scales.addWidget(FieldRow(Words(words, "heading", "muted"), scale, drop=8))
        self.ladder_fold = Fold(
            f"add_ladder_{number}_button",
            _("Add five steps"),
            self.ladder_editor,
            self.ladder_editor.step_edits[0],
        )
        self.ladder_fold.button.setAccessibleName(_("Goal {n}, add five steps").format(n=number))
        head = row(self.heading, None, self.remove_button)
        inside = column(Hairline(), 8, head, two, what, scales, self.ladder_fold, self.hint, 8, gap=10)
        self.setLayout(inside)

    def _fill(self) -> None:
        goal = self._goal
        self.said_edit.show_said(goal.said)
        self.said_on.set_or_hide(said_on(goal.said, self._today))
        self.source.show_said(goal.source)
        self.professional_edit.set_words(goal.professional)
        self.activity_edit.set_words(goal.activity)
        self.now_scale.set_value(goal.now)
        self.hoped_scale.set_value(goal.hoped)
        self.by_edit.set_day(goal.by)
        self.ladder_editor.show_goal(goal)
        self.ladder_fold.show_filled(is_filled(goal))
        self.hint.set_or_hide(hint_words(goal))

    def line(self) -> Goal:
        """The goal as it stands; a day that is none yet counts as none."""
        return replace(
            self._goal,
            said=self.said_edit.said(),
            source=self.source.said(),
            professional=self.professional_edit.words(),
            activity=self.activity_edit.words(),
            now=self.now_scale.value(),
            hoped=self.hoped_scale.value(),
            by=self.by_edit.day_or_none(),
            ladder=self.ladder_editor.words(),
            step=self.ladder_editor.step(),
            importance=self.ladder_editor.importance(),
            difficulty=self.ladder_editor.difficulty(),
        )

    def _edited(self) -> None:
        goal = self.line()
        self.said_on.set_or_hide(said_on(goal.said, self._today))
        self.hint.set_or_hide(hint_words(goal))
        self.edited.emit()

    def _remove(self) -> None:
        self.removed.emit(self._goal.uid)


def hint_words(goal: Goal) -> str:
    """One line about what would make a goal easier to see, or nothing; it is never asked for."""
    if not goal.title.strip() or (goal.has_measure and goal.by is not None):
        return ""
    if goal.has_measure:
        return _("A day would tell you both when to look.")
    if goal.by is not None:
        return _("An activity with its number, or five steps, would show how far it came.")
    return _("An activity with its number and a day would show how far it came.")
