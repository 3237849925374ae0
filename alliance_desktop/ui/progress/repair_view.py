"""One entry of the repair notebook: what was said and changed, and how it went."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alliance import strand_words
from alliance_desktop.domain.repair import (
    Marker,
    Repair,
    RepairOutcome,
    kind_words,
    marker_words,
    noticed_words,
    outcome_words,
)
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class RepairView(QWidget):
    """``looked_again`` carries the entry and how it went, ``taken_back`` the entry that was made by mistake."""

    looked_again = Signal(int, object)
    taken_back = Signal(int)

    def __init__(self, repair: Repair, today: date) -> None:
        super().__init__()
        self.setObjectName(f"repair_{repair.id}")
        self._id, draft = repair.id, repair.draft
        day = day_words(draft.day, today)
        self.remove_button = LinkButton(_("Leave out"), "x")
        self.remove_button.setObjectName(f"leave_out_repair_{repair.id}_button")
        self.remove_button.setAccessibleName(_("Leave out the entry of {day}").format(day=day))
        about = [noticed_words(draft.noticed_by)]
        about += [kind_words(draft.kind)] if draft.kind is not None else []
        about += [strand_words(draft.strand)] if draft.strand is not None else []
        inside = column(row(Words(day, "strong"), None, self.remove_button), gap=6)
        inside.addWidget(Words(" · ".join(about), "small", "muted"))
        seen = [marker_words(marker) for marker in Marker if marker in draft.markers]
        if seen:
            inside.addWidget(Words(_("; ").join(seen)))
        for label, words, whose in (
            ("", draft.client_said, Whose.CLIENT),
            (_("I said"), draft.i_said, Whose.THERAPIST),
            (_("We changed"), draft.we_changed, Whose.THERAPIST),
        ):
            if words:
                inside.addWidget(VoiceBlock(words, whose, label, role="body"))
        if draft.plan_changed:
            inside.addWidget(Words(_("The plan was changed for it."), "small", "muted"))
        self.outcome_choice = Segmented(
            f"repair_{repair.id}_outcome",
            _("How it went, {day}").format(day=day),
            [(outcome_words(outcome), outcome) for outcome in RepairOutcome],
        )
        self.outcome_choice.set_value(draft.outcome)
        inside.addWidget(self._course(repair, today))
        self.setLayout(inside)
        self.outcome_choice.chosen.connect(self._look_again)
        self.remove_button.clicked.connect(self._take_back)

    def _course(self, repair: Repair, today: date) -> QWidget:
        draft = repair.draft
        told = column(self.outcome_choice, gap=4)
        if draft.check_on is not None and draft.outcome is RepairOutcome.OPEN:
            due = draft.is_due(today)
            words = _("Look again since {day}") if due else _("Look again on {day}")
            told.addWidget(
                Words(words.format(day=day_words(draft.check_on, today)), "small", "warning" if due else "muted")
            )
        return boxed(told)

    def _look_again(self, outcome: object) -> None:
        self.looked_again.emit(self._id, outcome)

    def _take_back(self) -> None:
        self.taken_back.emit(self._id)
