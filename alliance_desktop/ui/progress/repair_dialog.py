"""The form of the repair notebook: one word or one tick is enough."""

from datetime import date

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alliance import Strand, strand_words
from alliance_desktop.domain.days import NotADay
from alliance_desktop.domain.repair import (
    Marker,
    NoticedBy,
    RepairDraft,
    RuptureKind,
    kind_hint,
    kind_words,
    marker_words,
    noticed_words,
)
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.progress.coach_card import CoachCard
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.fields import DayField, Labelled, pair
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class RepairDialog(FormDialog):
    """Value in, value out; it is the therapist’s notebook and is never printed."""

    def __init__(self, parent: QWidget, today: date, check_on: date | None) -> None:
        self._today = today
        self._make_choices()
        self.said_edit = VoiceEdit(Whose.CLIENT, _("What the client said"), "repair_said_edit")
        self.i_said_edit = VoiceEdit(Whose.THERAPIST, _("What I said"), "repair_i_said_edit")
        self.changed_edit = VoiceEdit(Whose.THERAPIST, _("What we changed"), "repair_changed_edit")
        self.plan_box = TickBox(_("The plan was changed for it"))
        self.plan_box.setObjectName("repair_plan_box")
        self.day_edit, self.check_edit = DayField(), DayField()
        form = column(
            Fold("coach_fold_button", _("How to talk about it"), CoachCard()),
            self._choices(),
            self.said_edit,
            self.i_said_edit,
            self.changed_edit,
            self.plan_box,
            pair(
                Labelled(_("Day"), self.day_edit, "repair_day_edit"),
                Labelled(_("Look at it again on"), self.check_edit, "repair_check_edit"),
            ),
            Words(_("For you alone: it is never printed and never shown to the client."), "small", "muted"),
            gap=14,
        )
        super().__init__(parent, "repair_dialog", _("What strained, and what we did"), _("Keep"), form, 620)
        self.day_edit.set_day(today)
        self.check_edit.set_day(check_on)
        self.kind_choice.chosen.connect(self._show_hint)
        self._show_hint()

    @classmethod
    def open_for(cls, parent: QWidget, today: date, check_on: date | None) -> "RepairDialog":
        """Open over a page; ``check_on`` is the day of the next visit, where one is booked."""
        dialog = cls(parent, today, check_on)
        dialog.open()
        dialog.said_edit.setFocus()
        return dialog

    def _make_choices(self) -> None:
        noticed = [(noticed_words(who), who) for who in (NoticedBy.THERAPIST, NoticedBy.CLIENT)]
        kinds = [(_("Cannot tell"), None), *((kind_words(kind), kind) for kind in RuptureKind)]
        strands = [(_("Cannot tell"), None), *((strand_words(strand), strand) for strand in Strand)]
        self.noticed_choice = Segmented("repair_noticed", _("Who noticed"), noticed)
        self.kind_choice = Segmented("repair_kind", _("How it showed"), kinds)
        self.strand_choice = Segmented("repair_strand", _("What it was about"), strands)
        self.kind_hint = Words("", "caption", "muted")
        self.marker_boxes = {marker: TickBox(marker_words(marker)) for marker in Marker}
        for marker, box in self.marker_boxes.items():
            box.setObjectName(f"marker_{marker.name.lower()}_box")

    def _choices(self) -> QWidget:
        seen = Flow()
        for box in self.marker_boxes.values():
            seen.addWidget(box)
        parts = column(gap=6)
        for label, widget in (
            (_("Who noticed"), self.noticed_choice),
            (_("How it showed"), self.kind_choice),
            ("", self.kind_hint),
            (_("What it was about"), self.strand_choice),
            (_("What could be seen"), boxed(seen)),
        ):
            if label:
                parts.addSpacing(6)
                parts.addWidget(Words(label, "heading", "muted"))
            parts.addWidget(widget)
        return boxed(parts)

    def _show_hint(self) -> None:
        kind = self.kind_choice.value()
        self.kind_hint.set_or_hide(kind_hint(kind) if isinstance(kind, RuptureKind) else "")

    def draft(self) -> RepairDraft:
        """What is typed; raises ``NotADay``."""
        kind, strand = self.kind_choice.value(), self.strand_choice.value()
        return RepairDraft(
            self.day_edit.day() or self._today,
            NoticedBy(str(self.noticed_choice.value())),
            kind if isinstance(kind, RuptureKind) else None,
            strand if isinstance(strand, Strand) else None,
            frozenset(marker for marker, box in self.marker_boxes.items() if box.isChecked()),
            self.said_edit.words().strip(),
            self.i_said_edit.words().strip(),
            self.changed_edit.words().strip(),
            self.plan_box.isChecked(),
            self.check_edit.day(),
        )

    def offer(self) -> None:
        try:
            self.accepted_draft.emit(self.draft())
        except NotADay as refusal:
            self.complain(str(refusal))
