"""Scales of one's own in the settings: those in use, added and changed in a form, and those no longer used."""

from functools import partial

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.scale import counted_told
from alliance_desktop.domain.scale_answers import KeptScale
from alliance_desktop.services import held_forms, scales
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.settings.scale_dialog import ScaleDialog
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, counted


class ScalesSection(QWidget):
    """A scale that was begun and not kept waits here, behind the button that opened its form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.add_button = SecondButton(_("Add a scale"), "plus")
        self.add_button.setObjectName("add_scale_button")
        self._rows, self._ended = column(gap=12), column(gap=12)
        heading = Words(_("No longer used"), "heading", "muted")
        self.ended_fold = Fold("ended_scales_button", _("No longer used"), boxed(self._ended), title=heading)
        about = _(
            "Questions with numbers that you ask a client again and again, under Progress. The program brings none: "
            "what you add here is yours to answer for."
        )
        self.setLayout(
            column(
                Words(_("Own scales"), "title"),
                Words(about, "body", "muted"),
                self._rows,
                row(self.add_button, None),
                self.ended_fold,
                gap=12,
            )
        )
        self._closing = False
        self.add_button.clicked.connect(self._add)
        desk.closing.connect(self._close)

    def _close(self) -> None:
        self._closing = True

    def refresh(self) -> None:
        """Read the scales anew."""
        emptied(self._rows)
        emptied(self._ended)
        for kept in scales.in_use():
            self._rows.addWidget(self._row(kept))
            self._rows.addWidget(Hairline())
        gone = scales.ended()
        for kept in gone:
            self._ended.addWidget(self._ended_row(kept))
        if not gone:
            self.ended_fold.show_filled(False)
        self.ended_fold.setVisible(bool(gone))
        begun = bool(held_forms.of(None, Form.SCALE))
        self.add_button.rename(_("Go on with the scale you began") if begun else _("Add a scale"))

    def _row(self, kept: KeptScale) -> QWidget:
        begun = bool(held_forms.of(None, Form.SCALE, kept.id))
        change = LinkButton(_("Go on changing") if begun else _("Change"), "pen-line")
        change.setObjectName(f"change_scale_{kept.id}_button")
        change.setAccessibleName(_("Change: {name}").format(name=kept.scale.name))
        change.clicked.connect(partial(self._change, kept))
        stop = LinkButton(_("Stop using"), "x")
        stop.setObjectName(f"stop_scale_{kept.id}_button")
        stop.setAccessibleName(_("Stop using: {name}").format(name=kept.scale.name))
        stop.clicked.connect(partial(self._stop, kept.id))
        return _described(kept, change, stop)

    def _ended_row(self, kept: KeptScale) -> QWidget:
        again = LinkButton(_("Use again"), "undo-2")
        again.setObjectName(f"take_up_scale_{kept.id}_button")
        again.setAccessibleName(_("Use again: {name}").format(name=kept.scale.name))
        again.clicked.connect(partial(self._take_up, kept.id))
        return _described(kept, again)

    def _add(self) -> None:
        self._open(None, 0)

    def _change(self, kept: KeptScale) -> None:
        self._open(kept, kept.id)

    def _open(self, kept: KeptScale | None, about: int) -> None:
        dialog = ScaleDialog.open_for(self, kept.scale if kept is not None else None)
        take = self._make if kept is None else partial(self._keep_changed, kept)
        taker = FormTaker(self.desk, dialog, Form.SCALE, None, about, take)
        dialog.put_down.connect(taker.keep_for_good)
        dialog.finished.connect(self._dialog_closed)

    def _dialog_closed(self, _result: int) -> None:
        # The lock closes what is open, and nothing is read any more.
        if not self._closing:
            self.refresh()

    def _make(self, scale: object) -> KeptScale | None:
        return self.desk.perform(scales.make, scale)

    def _keep_changed(self, before: KeptScale, scale: object) -> KeptScale | None:
        told = _("“{name}” is changed. What was answered stays as it was.").format(name=before.scale.name)
        return self.desk.perform_undoable(told, partial(self._change_back, before), scales.change, before.id, scale)

    def _change_back(self, before: KeptScale, now: KeptScale) -> None:
        self.desk.perform(scales.change, now.id, before.scale)

    def _stop(self, scale_id: int) -> None:
        told = _("The scale is no longer offered. What was answered stays.")
        self.desk.perform_undoable(told, self._undo_stop, scales.end, scale_id)

    def _undo_stop(self, kept: KeptScale) -> None:
        self._take_up(kept.id)

    def _take_up(self, scale_id: int) -> None:
        self.desk.perform(scales.take_up, scale_id)


def _described(kept: KeptScale, *verbs: LinkButton) -> QWidget:
    """A scale in two lines with its verbs beside the name, below it where they have no room."""
    scale = kept.scale
    many = counted("{n} question", "{n} questions", len(scale.items))
    about = _("{many}. {counted} {licence}").format(many=many, counted=counted_told(scale), licence=scale.licence)
    buttons = Flow()
    for verb in verbs:
        buttons.addWidget(verb)
    return boxed(column(Words(scale.name, "strong"), Words(about, "small", "muted"), boxed(buttons), gap=4))
