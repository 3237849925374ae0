"""The five steps of a goal under work: their words, today's step, how much it matters and how hard it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Goal
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.weighing import WEIGHTS, weight_words
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.ui.widgets.ladder import STEPS, Ladder
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_TODAY = 3  # the step in the middle is nought in the scaling, as agreed


class LadderEditor(QWidget):
    """Edits the five steps of the goal with this number."""

    edited = Signal()

    def __init__(self, number: int, picks: PlanPicks) -> None:
        super().__init__()
        self.ladder = Ladder(f"goal_{number}_step", _("Goal {n}, today’s step").format(n=number))
        self.step_edits = [TextField(words) for words in _examples()]
        picks.offer(Phrase.STEP, *self.step_edits)
        for edit in self.step_edits:
            # The steps are said in the client's words: nobody else's hand changes them.
            edit.setProperty("voice", "client")
        self.importance_choice = _zero_to_three(
            f"goal_{number}_importance", _("Goal {n}, how much it matters").format(n=number)
        )
        self.difficulty_choice = _zero_to_three(
            f"goal_{number}_difficulty", _("Goal {n}, how hard it is").format(n=number)
        )
        inside = column(gap=8)
        for place, (edit, label) in enumerate(zip(self.step_edits, _labels(), strict=True), 1):
            edit.setObjectName(f"goal_{number}_step_{place}_edit")
            edit.setAccessibleName(_("Goal {n}, step {step}").format(n=number, step=label))
            edit.textEdited.connect(self._reword)
            inside.addWidget(FieldRow(Words(label, "heading", "muted"), edit, side=136, least=200))
        inside.addWidget(Words(_("Today: click a step, or press 1 to 5"), "heading", "muted"))
        inside.addWidget(self.ladder)
        for label, choice in (
            (_("How much it matters"), self.importance_choice),
            (_("How hard it is"), self.difficulty_choice),
        ):
            choosing = FieldRow(Words(label, "heading", "muted"), choice, side=136, least=200)
            inside.addWidget(choosing, 0, Qt.AlignmentFlag.AlignLeft)
            choice.chosen.connect(self._changed)
        self.setLayout(inside)
        self.ladder.changed.connect(self.edited)
        self.stops: tuple[QWidget, ...] = (
            *self.step_edits,
            self.ladder,
            *self.importance_choice.segments,
            *self.difficulty_choice.segments,
        )

    def show_goal(self, goal: Goal) -> None:
        """Fill in what the goal says."""
        for edit, words in zip(self.step_edits, goal.ladder or ("",) * STEPS, strict=True):
            edit.set_words(words)
        self.importance_choice.set_value(goal.importance)
        self.difficulty_choice.set_value(goal.difficulty)
        self.ladder.show_ladder(goal.ladder, None if goal.step is None else goal.step + _TODAY)

    def words(self) -> tuple[str, ...]:
        """The words of the five steps, or nothing while all are empty."""
        words = tuple(edit.words() for edit in self.step_edits)
        return words if any(words) else ()

    def step(self) -> int | None:
        """Today's step, −2 to +2."""
        step = self.ladder.step()
        return None if step is None else step - _TODAY

    def importance(self) -> int | None:
        """How much it matters, 0 to 3."""
        return _number(self.importance_choice)

    def difficulty(self) -> int | None:
        """How hard it is, 0 to 3."""
        return _number(self.difficulty_choice)

    def _reword(self) -> None:
        self.ladder.show_ladder(self.words(), self.ladder.step())
        self.edited.emit()

    def _changed(self, _value: object) -> None:
        self.edited.emit()


def is_filled(goal: Goal) -> bool:
    """True when somebody filled in something of the five steps."""
    return bool(goal.ladder) or any(n is not None for n in (goal.step, goal.importance, goal.difficulty))


def _number(choice: Segmented) -> int | None:
    value = choice.value()
    return value if isinstance(value, int) else None


def _zero_to_three(name: str, label: str) -> Segmented:
    words = [(weight_words(weight), weight) for weight in (None, *WEIGHTS)]
    made = Segmented(name, label, words)
    for segment in made.segments:
        segment.setAccessibleName(_("{label}: {choice}").format(label=label, choice=segment.text()))
    return made


def _labels() -> tuple[str, ...]:
    return (
        _("1, much less"),
        _("2, a little less"),
        _("3, our goal"),
        _("4, a little more"),
        _("5, much more"),
    )


def _examples() -> tuple[str, ...]:
    return (
        _("What would be much less than we hope"),
        _("Some of the way"),
        _("What we both agree to reach"),
        _("A little more than that"),
        _("More than we dare to hope"),
    )
