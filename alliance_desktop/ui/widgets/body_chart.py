"""The body chart: what to mark, the figure to mark it on, and the list of marks, which is the data itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.body_mark import Mark, MarkKind, kinds_of
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.before_after import ZeroToTen
from alliance_desktop.ui.widgets.body_figure import BodyFigure
from alliance_desktop.ui.widgets.buttons import Chip, TickBox
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.kind_chip import KindChip
from alliance_desktop.ui.widgets.mark_list import MarkList
from alliance_desktop.ui.widgets.mark_note import MarkNote
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_MORE = "more"
_FINGER = 44


@dataclass(frozen=True, slots=True)
class Room:
    """How the figure shares its room: beside the choices from a width on, in the text's size, and in which parts."""

    beside_from: int
    shares: tuple[int, int]


USUAL = Room(720, (1, 1))


class BodyChart(QWidget):
    """Marks of the two on the body; ``facing`` shows the client's part only, as large as a finger needs it.

    ``tall`` gives the figure the whole height of its side, ``room`` says when it has a side of its own.

    ``marks`` is what there is now and ``changed`` says that it is something else; ``show_marks`` tells nobody.
    ``removed_mark`` says that one was removed, and how it is put back, ``rebuilt`` that
    Tab has other widgets to go to. Where it faces the client, what the therapist
    marked stays.
    """

    changed = Signal()
    rebuilt = Signal()
    removed_mark = Signal(str, object)

    def __init__(
        self,
        name: str,
        label: str,
        client: str,
        therapist: str,
        facing: bool = False,
        tall: bool = False,
        room: Room = USUAL,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._marks: tuple[Mark, ...] = ()
        self._names = (client, therapist)
        self._facing, self._tall, self._wide = facing, tall, False
        self._room = room
        self._build(name, label)
        self._connect()
        self._take_whose(Whose.CLIENT)
        self._show_view("front")
        self.show_marks(())

    def marks(self) -> tuple[Mark, ...]:
        """All marks, in the order they were made."""
        return self._marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks without telling anybody."""
        self._marks = tuple(marks)
        self.figure.show_marks(self._marks)
        self.list_box.show_marks(self._marks)

    # parts

    def _build(self, name: str, label: str) -> None:
        client, therapist = self._names
        whose = [
            (_("{client}’s marks").format(client=client) if client else _("Client’s marks"), Whose.CLIENT),
            (_("{therapist}’s marks").format(therapist=therapist) if therapist else _("My marks"), Whose.THERAPIST),
        ]
        self.whose_choice = Segmented(f"{name}_whose", _("Whose marks"), whose)
        self.kind_chips = {kind: KindChip(kind) for kind in MarkKind}
        self._kinds, kind_box = self._chosen_of(f"{name}_kind", self.kind_chips.values())
        self.point_box = TickBox(_("One point only"))
        self.point_box.setObjectName(f"{name}_point_box")
        titles = body.short_titles()
        views: list[tuple[str, object]] = [(titles[view_id], view_id) for view_id in body.WHOLE]
        self.view_choice = Segmented(f"{name}_view", _("View of the body"), [*views, (_("More"), _MORE)])
        self.detail_chips = {view_id: Chip(titles[view_id]) for view_id in body.DETAILS}
        self._details, self.detail_box = self._chosen_of(f"{name}_detail", self.detail_chips.values())
        self.figure = BodyFigure(f"{name}_figure", label)
        self.figure.call(client, therapist)
        self.strength_words = Words("", "small", "muted")
        self.strength_scale = ZeroToTen(f"{name}_strength", _("How strong, 0 to 10"))
        self.list_head = Words(_("Marked"), "heading", "muted")
        self.list_box = MarkList(name, client, therapist, self._facing)
        self.note = MarkNote(name, client, therapist)
        if self._facing:
            self.point_box.setProperty("large", True)
            for part in (self.strength_scale, *self.view_choice.segments):
                part.setMinimumHeight(_FINGER)
        choices = column(self.whose_choice, 4, kind_box, self.point_box)
        seen = column(self.figure, None)
        # Beside a figure of full height the views come after the first question: who is marking.
        place = 2 if self._tall else 0
        (choices if self._tall else seen).insertWidget(place, self.detail_box)
        (choices if self._tall else seen).insertWidget(place, self.view_choice)
        # The figure takes what there is; only beyond its own greatest height the rest stays empty.
        seen.setStretch(seen.indexOf(self.figure), 100)
        self._choices = boxed(choices)
        # Only now: shown before it stands anywhere it would be a window of its own.
        self.whose_choice.setVisible(not self._facing)
        self._seen = boxed(seen)
        self._told = boxed(
            column(self.strength_words, self.strength_scale, 4, self.note, 8, self.list_head, self.list_box, None)
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(16)
        self._grid.setHorizontalSpacing(32)
        self._arrange()

    def _chosen_of(self, name: str, chips: Iterable[Chip]) -> tuple[QButtonGroup, QWidget]:
        """Chips of which one is chosen, the first to begin with."""
        group, flow = QButtonGroup(self), Flow()
        for place, chip in enumerate(chips):
            chip.setObjectName(f"{name}_{place + 1}")
            if self._facing:
                chip.large()
            group.addButton(chip, place)
            flow.addWidget(chip)
        group.buttons()[0].setChecked(True)
        return group, boxed(flow, f"{name}s")

    def _connect(self) -> None:
        self.whose_choice.chosen.connect(self._take_whose)
        self._kinds.buttonClicked.connect(self._take_kind)
        self.point_box.toggled.connect(self.figure.set_pointing)
        self.view_choice.chosen.connect(self._take_view)
        self._details.buttonClicked.connect(self._take_detail)
        self.figure.marked.connect(self._add)
        self.figure.removed.connect(self.remove)
        self.figure.strength_set.connect(self._set_strength)
        self.figure.stepped.connect(self._follow)
        self.strength_scale.changed.connect(self._take_strength)
        self.note.edited.connect(self._take_note)
        self.list_box.chosen.connect(self._go_to)
        self.list_box.removed.connect(self._remove_listed)
        self.list_box.rebuilt.connect(self.rebuilt)
        theme.signals.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The figure beside everything else where there is room, else between what to mark and what is marked."""
        wide = self.width() >= theme.px(self._room.beside_from)
        if self._grid.count() and wide == self._wide:
            return
        self._wide = wide
        for part in (self._choices, self._seen, self._told):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._choices, 0, 1 if wide else 0)
        self._grid.addWidget(self._seen, 0 if wide else 1, 0, 2 if wide else 1, 1)
        self._grid.addWidget(self._told, 1 if wide else 2, 1 if wide else 0)
        for place in (0, 1):
            self._grid.setColumnStretch(place, self._room.shares[place] if wide else 1 - place)
        self._grid.setRowStretch(1, 1)

    # choices

    def _take_whose(self, whose: object) -> None:
        self._whose = Whose(str(whose))
        offered = kinds_of(self._whose)
        for kind in MarkKind:
            self.kind_chips[kind].setVisible(kind in offered)
            self.kind_chips[kind].belong(self._whose)
        if self._kind() not in offered:
            self.kind_chips[offered[0]].setChecked(True)
        self._choose()

    def _kind(self) -> MarkKind:
        return next(kind for kind in MarkKind if self.kind_chips[kind].isChecked())

    def choose(self, kind: MarkKind) -> None:
        """Mark with this kind from now on."""
        self.kind_chips[kind].setChecked(True)
        self._choose()

    def _take_kind(self, _chip: QAbstractButton) -> None:
        self._choose()

    def _choose(self) -> None:
        self.figure.choose(self._kind(), self._whose)

    def _take_view(self, view_id: object) -> None:
        detail = next(name for name in body.DETAILS if self.detail_chips[name].isChecked())
        self._show_view(detail if view_id == _MORE else str(view_id))

    def _take_detail(self, _chip: QAbstractButton) -> None:
        self._take_view(_MORE)

    def _show_view(self, view_id: str) -> None:
        detail = view_id in body.DETAILS
        self.view_choice.set_value(_MORE if detail else view_id)
        if detail:
            self.detail_chips[view_id].setChecked(True)
        self.detail_box.setVisible(detail)
        self.figure.show_view(view_id)

    # marks

    def _add(self, mark: Mark) -> None:
        self._take((*self._marks, mark))
        self.figure.step_to(mark.uid)

    def remove(self, uid: str) -> None:
        """Take one mark away, with a way back to its place."""
        place = next((n for n, mark in enumerate(self._marks) if mark.uid == uid), None)
        if place is None or self._is_fixed(self._marks[place]):
            return
        gone = self._marks[place]
        self._take((*self._marks[:place], *self._marks[place + 1 :]))
        self.removed_mark.emit(_("The mark is removed."), partial(self._put_back, gone, place))

    def _is_fixed(self, mark: Mark) -> bool:
        """True for what stays as the therapist left it, while the chart faces a client alone."""
        return self._facing and mark.whose is not Whose.CLIENT

    def _put_back(self, mark: Mark, place: int) -> None:
        self._take((*self._marks[:place], mark, *self._marks[place:]))

    def _set_strength(self, uid: str, strength: int | None) -> None:
        if any(mark.uid == uid and self._is_fixed(mark) for mark in self._marks):
            return
        self._take(tuple(replace(m, strength=strength) if m.uid == uid else m for m in self._marks))

    def _take_strength(self) -> None:
        mark = self.figure.focused_mark()
        if mark is not None:
            self._set_strength(mark.uid, self.strength_scale.value())

    def _take_note(self) -> None:
        uid, words = self.note.uid(), self.note.words()
        self._take(tuple(replace(mark, note=words) if mark.uid == uid else mark for mark in self._marks))

    def _go_to(self, uid: str) -> None:
        """Show where a mark stands, and go on with what is said about it."""
        mark = next(mark for mark in self._marks if mark.uid == uid)
        self._show_view(mark.view)
        self.whose_choice.set_value(mark.whose)
        self._take_whose(mark.whose)
        self.choose(mark.kind)
        self.figure.step_to(uid)
        self.note.take_focus()

    def _remove_listed(self, uid: str) -> None:
        self.remove(uid)
        self.figure.setFocus()

    def _take(self, marks: tuple[Mark, ...]) -> None:
        self.show_marks(marks)
        self.changed.emit()

    def _follow(self) -> None:
        """Show how strong the mark is that the figure is at."""
        mark = self.figure.focused_mark()
        mine = mark if mark is not None and not self._is_fixed(mark) else None
        self.note.show_mark(mine)
        self.strength_scale.setEnabled(mine is not None)
        self.strength_scale.set_value(mark.strength if mark is not None else None)
        if mark is None:
            self.strength_words.setText(_("How strong? Mark a place first."))
        else:
            place = body_mark.place_words(mark)
            self.strength_words.setText(_("How strong? {place}").format(place=place))
