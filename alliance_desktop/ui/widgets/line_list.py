"""Lines of a plan under work, an editor for each: added at the end, removed with a way back to their place."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.plan import Commitment, Goal, Reservation, Way
from alliance_desktop.ui.layouts import emptied
from alliance_desktop.ui.widgets.fields import DayField

Line = Goal | Way | Commitment | Reservation


class LineEditor(QWidget):
    """Edits one line: says when it was edited or is to be removed, and which widgets Tab goes to."""

    edited = Signal()
    rebuilt = Signal()
    removed = Signal(str)
    stops: tuple[QWidget, ...] = ()

    def line(self) -> Line:
        """The line as it stands; subclasses do it."""
        raise NotImplementedError


class LineList(QWidget):
    """``make`` builds the editor of a line with its number, ``sentence`` says that one was removed.

    ``filled`` says that there are as many as there may be: what was removed before cannot come back any more.
    """

    edited = Signal()
    rebuilt = Signal()
    removed = Signal(str, object)
    filled = Signal()

    def __init__(self, make: Callable[[Line, int], LineEditor], sentence: str, gap: int = 8, most: int = 0) -> None:
        super().__init__()
        self._make, self._sentence, self._most = make, sentence, most
        self.editors: list[LineEditor] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; words that are no day yet stay with their line."""
        waiting = {editor.line().uid: list(_waiting_days(editor)) for editor in self.editors}
        emptied(self._column)
        self.editors = []
        for line in lines:
            self._append(line)
            for place, words in waiting.get(line.uid, ()):
                _days(self.editors[-1])[place].setText(words)
        self.setVisible(bool(lines))
        self.rebuilt.emit()

    def lines(self) -> tuple[Line, ...]:
        """The lines as they stand."""
        return tuple(editor.line() for editor in self.editors)

    def add(self, line: Line) -> None:
        """Show one more line, and put the cursor into it."""
        self._append(line)
        self.rebuilt.emit()
        self.edited.emit()
        if len(self.editors) == self._most:
            self.filled.emit()
        self.editors[-1].stops[0].setFocus()

    def _append(self, line: Line) -> None:
        editor = self._make(line, len(self.editors) + 1)
        editor.edited.connect(self.edited)
        editor.rebuilt.connect(self.rebuilt)
        editor.removed.connect(self._remove)
        self.editors.append(editor)
        self._column.addWidget(editor)
        self.show()

    def _remove(self, uid: str) -> None:
        before = self.lines()
        place = next(n for n, line in enumerate(before) if line.uid == uid)
        self._change(tuple(line for line in before if line.uid != uid))
        self.removed.emit(self._sentence, partial(self._put_back, before[place], place))

    def _put_back(self, line: Line, place: int) -> None:
        lines = self.lines()
        self._change((*lines[:place], line, *lines[place:]))

    def _change(self, lines: Sequence[Line]) -> None:
        self.show_lines(lines)
        self.edited.emit()


def _days(editor: LineEditor) -> list[DayField]:
    return [stop for stop in editor.stops if isinstance(stop, DayField)]


def _waiting_days(editor: LineEditor) -> Iterator[tuple[int, str]]:
    return ((place, field.text()) for place, field in enumerate(_days(editor)) if field.is_none())
