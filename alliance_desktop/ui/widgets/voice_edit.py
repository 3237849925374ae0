"""Where somebody's words are typed: the bar in their colour stands beside the field, never around it."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alliance_desktop.domain.voice import Whose, quoted
from alliance_desktop.ui import event_types, theme
from alliance_desktop.ui.widgets.fields import MultiText
from alliance_desktop.ui.widgets.voice_block import paint_bars


class _Marks(QWidget):
    """The client's quotation marks, painted over the field around what is typed; they can never be typed or stored."""

    def __init__(self, edit: MultiText, role: str) -> None:
        super().__init__(edit)
        self._edit, self._role = edit, role
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        edit.updateRequest.connect(self.update)
        edit.textChanged.connect(self.update)
        theme.signals.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        room = round(max(QFontMetricsF(theme.font(self._role)).horizontalAdvance(mark) for mark in quoted("")) + 1)
        self._edit.setViewportMargins(room, 0, room, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._edit.toPlainText():
            return
        painter = QPainter(self)
        painter.setFont(theme.font(self._role))
        painter.setPen(theme.colour("clay_ink"))
        area = self._edit.viewport().geometry()
        painter.setClipRect(self.rect().adjusted(0, area.top(), 0, area.bottom() - self.height() + 1))
        metrics = QFontMetricsF(painter.font())
        opening, closing = quoted("")[0], quoted("")[-1]
        for mark, where in ((opening, QTextCursor.MoveOperation.Start), (closing, QTextCursor.MoveOperation.End)):
            cursor = QTextCursor(self._edit.document())
            cursor.movePosition(where)
            spot = self._edit.cursorRect(cursor)
            x = float(area.left() + spot.left())
            rightwards = cursor.block().textDirection() is not Qt.LayoutDirection.RightToLeft
            if (mark is opening) == rightwards:
                x -= metrics.horizontalAdvance(mark)
            painter.drawText(QPointF(x, area.top() + spot.top() + metrics.ascent()), mark)


class VoiceEdit(QWidget):
    """A growing text field in one of the voices; the client's stands between quotation marks that are only painted."""

    edited = Signal()

    def __init__(
        self, whose: Whose, label: str, name: str, placeholder: str = "", lines: int = 1, role: str = "quote"
    ) -> None:
        super().__init__()
        event_types.make()
        self._whose = whose
        self.text_edit = MultiText(placeholder, lines, role=role if whose is Whose.CLIENT else "body")
        self.text_edit.setProperty("voice", str(whose))
        self.text_edit.setObjectName(name)
        self.text_edit.setAccessibleName(label)
        self._marks = _Marks(self.text_edit, role) if whose is Whose.CLIENT else None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(16 if whose is Whose.BOTH else 11)
        row.addWidget(self.text_edit, 0, Qt.AlignmentFlag.AlignTop)
        row.setSpacing(0)
        self.setFocusProxy(self.text_edit)
        self.text_edit.textChanged.connect(self.edited)
        theme.signals.changed.connect(self.update)

    def words(self) -> str:
        """What is typed."""
        return self.text_edit.words()

    def set_words(self, words: str) -> None:
        """Fill the field; whoever goes on writes at its end."""
        if self.text_edit.toPlainText() != words:
            self.text_edit.set_words(words)
            self.text_edit.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show) and self._marks:
            self._marks.setGeometry(self.text_edit.rect())
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_bars(QPainter(self), self._whose, self.width(), self.text_edit.height(), mirrored)
