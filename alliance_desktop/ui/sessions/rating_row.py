"""One of the client's numbers: what it measures, before and after."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.session import Rating
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.before_after import ZeroToTen
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class RatingRow(QWidget):
    """Before and after are two stops of Tab; digits set them."""

    edited = Signal()

    def __init__(self, rating: Rating, number: int) -> None:
        super().__init__()
        self.measure_edit = TextField(_("Tension, ache, ease…"))
        self.measure_edit.setObjectName(f"measure_{number}_edit")
        self.measure_edit.setAccessibleName(_("What number {n} measures").format(n=number))
        self.before_scale = ZeroToTen(f"rating_{number}_before", _("Number {n} before").format(n=number), filled=False)
        self.after_scale = ZeroToTen(f"rating_{number}_after", _("Number {n} after").format(n=number))
        self.measure_edit.set_words(rating.measure)
        self.before_scale.set_value(rating.before)
        self.after_scale.set_value(rating.after)
        scales = column(gap=2)
        for words, scale in ((_("before"), self.before_scale), (_("after"), self.after_scale)):
            scales.addWidget(FieldRow(Words(words, "caption", "muted"), scale, 48, 8, 280))
        line = column(TwoColumns(boxed(column(self.measure_edit, None)), boxed(scales), (2, 7), 16, 500))
        line.setContentsMargins(0, 4, 0, 4)
        self.setLayout(line)
        self.measure_edit.textEdited.connect(self._edited)
        self.before_scale.changed.connect(self.edited)
        self.after_scale.changed.connect(self.edited)

    def rating(self) -> Rating | None:
        """What is set, perhaps not yet named; None while there is no number."""
        rating = Rating(self.measure_edit.words(), self.before_scale.value(), self.after_scale.value())
        return rating if rating.is_set else None

    def _edited(self) -> None:
        self.edited.emit()
