"""Where it is: both mark it on the body; the chart is made when it is first wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.ui.widgets.body_chart import USUAL, BodyChart, Room
from alliance_desktop.words import _


class BodyEditor(QWidget):
    """Edits the marks of one plan, or of one note, in place."""

    edited = Signal()
    rebuilt = Signal()
    removed = Signal(str, object)

    def __init__(self, facing: bool = False, tall: bool = False, room: Room = USUAL) -> None:
        super().__init__()
        self._facing, self._tall, self._room = facing, tall, room
        self.chart: BodyChart | None = None
        self._marks: tuple[Mark, ...] = ()
        self._names = ("", "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_marks(self, marks: tuple[Mark, ...], names: tuple[str, str]) -> None:
        """Be about these marks of client and therapist from now on."""
        if self.chart is not None and names != self._names:
            self.chart.deleteLater()
            self.chart = None
        self._marks, self._names = marks, names
        if self.chart is not None:
            self.chart.show_marks(marks)
        elif marks:
            self.open()

    def open(self) -> None:
        """Make the chart, if it is not there yet."""
        if self.chart is None:
            self.chart = BodyChart("body_chart", _("Where it is"), *self._names, self._facing, self._tall, self._room)
            self.chart.show_marks(self._marks)
            self.chart.changed.connect(self.edited)
            self.chart.removed_mark.connect(self.removed)
            self.chart.rebuilt.connect(self.rebuilt)
            self._column.addWidget(self.chart)
            # Now and not after the next event: the cursor may be put into it at once.
            self.chart.show()
            self.rebuilt.emit()

    def marks(self) -> tuple[Mark, ...]:
        """All marks, in the order they were made."""
        return self._marks if self.chart is None else self.chart.marks()

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in reading order."""
        inside = self.findChildren(QWidget) if self.chart is not None else []
        return [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
