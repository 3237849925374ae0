"""What both agree about the visits, under work: how many, how long, where, how firm, and the signal that stops."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.comfort import ComfortItem, ComfortKind
from alliance_desktop.domain.plan import Agreement
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Whose, quoted
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fields import Labelled, MultiText, NumberField, TextField, pair
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.words import _


class AgreementEditor(QWidget):
    """Edits the agreement; what the profile knows of touch is offered, never copied by itself."""

    edited = Signal()

    def __init__(self, picks: PlanPicks) -> None:
        super().__init__()
        self.visits_edit, self.minutes_edit = NumberField(1, 200), NumberField(5, 480)
        self.rhythm_edit = TextField(_("every two weeks"))
        picks.offer(Phrase.RHYTHM, self.rhythm_edit)
        self.areas_yes = _FromProfile(_("Where we work"), "areas_yes_edit", "take_areas_yes_button")
        self.areas_no = _FromProfile(_("Where we do not"), "areas_no_edit", "take_areas_no_button")
        self.pressure = _FromProfile(_("Pressure"), "pressure_edit", "take_pressure_button")
        self.stop_signal = _FromProfile(_("Stop signal"), "stop_signal_edit", "take_stop_signal_button")
        first = row(gap=24)
        first.addWidget(Labelled(_("Visits"), self.visits_edit, "visits_edit"), 1)
        first.addWidget(Labelled(_("Rhythm"), self.rhythm_edit, "rhythm_edit"), 2)
        first.addWidget(Labelled(_("Minutes each"), self.minutes_edit, "minutes_edit"), 1)
        second = row(gap=24)
        second.addWidget(self.areas_yes, 1)
        second.addWidget(self.areas_no, 1)
        self.touch_fold = Fold(
            "add_touch_button",
            _("Add pressure and a stop signal"),
            boxed(column(pair(self.pressure, self.stop_signal, 24))),
            self.pressure.edit,
        )
        self.setLayout(column(first, second, self.touch_fold, gap=12))
        self.stops: tuple[QWidget, ...] = (
            self.visits_edit,
            self.rhythm_edit,
            self.minutes_edit,
            self.areas_yes.edit,
            self.areas_yes.take_button,
            self.areas_no.edit,
            self.areas_no.take_button,
            self.touch_fold.button,
            self.pressure.edit,
            self.pressure.take_button,
            self.stop_signal.edit,
            self.stop_signal.take_button,
        )
        for edit in (self.visits_edit, self.rhythm_edit, self.minutes_edit):
            edit.textEdited.connect(self._edited)
        for part in (self.areas_yes, self.areas_no, self.pressure, self.stop_signal):
            part.edited.connect(self.edited)

    def show_agreement(self, agreement: Agreement, comfort: Sequence[ComfortItem]) -> None:
        """Fill in what is agreed, and offer what the profile knows."""
        known = {item.kind: item for item in comfort}
        self.visits_edit.set_number(agreement.visits)
        self.minutes_edit.set_number(agreement.minutes)
        self.rhythm_edit.set_words(agreement.rhythm)
        self.areas_yes.fill(agreement.areas_yes, known.get(ComfortKind.AREAS_YES))
        self.areas_no.fill(agreement.areas_no, known.get(ComfortKind.AREAS_NO))
        self.pressure.fill(agreement.pressure, known.get(ComfortKind.PRESSURE))
        self.stop_signal.fill(agreement.stop_signal, known.get(ComfortKind.STOP_WORD))
        self.touch_fold.show_filled(bool(agreement.pressure or agreement.stop_signal))

    def agreement(self) -> Agreement:
        """The agreement as it stands."""
        return Agreement(
            self.visits_edit.number(),
            self.rhythm_edit.words(),
            self.minutes_edit.number(),
            self.areas_yes.words(),
            self.areas_no.words(),
            self.pressure.words(),
            self.stop_signal.words(),
        )

    def _edited(self) -> None:
        self.edited.emit()


class _FromProfile(QWidget):
    """A field that shows what the profile says as long as it is empty; one touch takes it over."""

    edited = Signal()

    def __init__(self, label: str, name: str, button_name: str) -> None:
        super().__init__()
        self._known = ""
        # Lines that wrap: what is not to be touched is never cut off.
        self.edit = MultiText(lines=1)
        self.take_button = LinkButton(_("Take it from the profile"))
        self.take_button.setObjectName(button_name)
        self.take_button.setAccessibleName(_("{what}: take it from the profile").format(what=label))
        self.setLayout(column(Labelled(label, self.edit, name), self.take_button, None, gap=4))
        self.edit.textChanged.connect(self._edited)
        self.take_button.clicked.connect(self._take)

    def fill(self, words: str, known: ComfortItem | None) -> None:
        """Show what is agreed, and behind it what the profile says in whose words."""
        self._known = known.words if known is not None else ""
        client = known is not None and known.whose is Whose.CLIENT
        self.edit.setPlaceholderText(quoted(self._known) if client else self._known)
        self.edit.set_words(words)
        self._offer()

    def words(self) -> str:
        """What is agreed, in one line."""
        return " ".join(self.edit.words().split())

    def _offer(self) -> None:
        self.take_button.setVisible(bool(self._known) and not self.words())

    def _edited(self) -> None:
        self._offer()
        self.edited.emit()

    def _take(self) -> None:
        self.edit.set_words(self._known)
        self.edit.setFocus()
        self._edited()
