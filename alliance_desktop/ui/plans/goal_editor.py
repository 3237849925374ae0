"""One goal under work: the client's words beside professional words, a life activity rated now and hoped."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Goal
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.before_after import ZeroToTen
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.fields import DayField, Labelled, TextField, pair
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


def said_anew(before: Said, words: str) -> Said:
    """The words as they are typed now: dated anew when they changed, resting on the same Voice until settled."""
    return before if words == before.words else Said(words, None, before.voice)


class GoalEditor(QWidget):
    """Edits one goal in place."""

    edited = Signal()
    removed = Signal(str)

    def __init__(self, goal: Goal, number: int, names: tuple[str, str]) -> None:
        super().__init__()
        self._goal = goal
        client, therapist = names
        self.heading = Words(_("Goal {n}").format(n=number), "strong")
        self.remove_button = LinkButton(_("Remove"))
        self.remove_button.setObjectName(f"remove_goal_{number}_button")
        self.remove_button.setAccessibleName(_("Remove goal {n}").format(n=number))
        self.said_edit = VoiceEdit(
            Whose.CLIENT,
            _("Goal {n} in {name}’s words").format(n=number, name=client),
            f"goal_{number}_said_edit",
            _("As {name} says it").format(name=client),
            2,
        )
        self.professional_edit = VoiceEdit(
            Whose.THERAPIST,
            _("Goal {n} in professional words").format(n=number),
            f"goal_{number}_professional_edit",
            _("As {name} understands it").format(name=therapist),
            2,
        )
        self.activity_edit = TextField(_("Something they do, or want to do again"))
        self.now_scale = ZeroToTen(f"goal_{number}_now", _("Goal {n}, how it goes now").format(n=number))
        self.hoped_scale = ZeroToTen(f"goal_{number}_hoped", _("Goal {n}, hoped for").format(n=number), filled=False)
        self.by_edit = DayField()
        self.stops = (
            self.remove_button,
            self.said_edit,
            self.professional_edit,
            self.activity_edit,
            self.by_edit,
            self.now_scale,
            self.hoped_scale,
        )
        self._lay_out(number, client, therapist)
        self._fill()
        for signal in (
            self.said_edit.edited,
            self.professional_edit.edited,
            self.activity_edit.textEdited,
            self.now_scale.changed,
            self.hoped_scale.changed,
            self.by_edit.textEdited,
        ):
            signal.connect(self._edited)
        self.remove_button.clicked.connect(self._remove)

    def _lay_out(self, number: int, client: str, therapist: str) -> None:
        said = column(Words(_("{name} says").format(name=client), "heading", "clay"), self.said_edit, None)
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
        self.setLayout(column(row(self.heading, None, self.remove_button), two, what, scales, gap=10))

    def _fill(self) -> None:
        self.said_edit.set_words(self._goal.said.words)
        self.professional_edit.set_words(self._goal.professional)
        self.activity_edit.set_words(self._goal.activity)
        self.now_scale.set_value(self._goal.now)
        self.hoped_scale.set_value(self._goal.hoped)
        self.by_edit.set_day(self._goal.by)

    def goal(self) -> Goal:
        """The goal as it stands; a day that is none yet counts as none."""
        return replace(
            self._goal,
            said=said_anew(self._goal.said, self.said_edit.words()),
            professional=self.professional_edit.words(),
            activity=self.activity_edit.words(),
            now=self.now_scale.value(),
            hoped=self.hoped_scale.value(),
            by=self.by_edit.day_or_none(),
        )

    def _edited(self) -> None:
        self.edited.emit()

    def _remove(self) -> None:
        self.removed.emit(self._goal.uid)
