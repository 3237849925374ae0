"""One visit of a day in a row: when, who, what matters to them, and how far it is."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy

from alliance_desktop.domain.appointment import Became, became_words
from alliance_desktop.domain.clock import time_words
from alliance_desktop.domain.today import DayVisit, NoteState
from alliance_desktop.domain.voice import quoted
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.today.visit_acts import VisitActs
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _, counted

_TIME = 64


def length_words(minutes: int) -> str:
    """Say how long a visit is, in short: "60 min"."""
    return _("{n} min").format(n=minutes)


def state_of(visit: DayVisit) -> tuple[str, str, str]:
    """How far a visit is, or what it brings: words, icon and colour."""
    if visit.appointment.became is not Became.PLANNED:
        return became_words(visit.appointment.became), "minus", "muted"
    if visit.note is NoteState.SIGNED:
        return _("Note signed"), "check", "muted"
    if visit.note is NoteState.OPEN:
        return _("Note to sign"), "pen-line", "accent"
    if not visit.client.visits:
        return _("First visit"), "user-plus", "muted"
    if visit.promises:
        many = len(visit.promises)
        return counted("{n} promise due", "{n} promises due", many), "hand-heart", "accent"
    if visit.review_due:
        return _("Plan review"), "calendar-check", "accent"
    return "", "", ""


class VisitRow(QAbstractButton):
    """Press it for the brief; everything else is in its menu."""

    def __init__(self, visit: DayVisit, acts: VisitActs, last: bool) -> None:
        super().__init__()
        self._visit, self._acts = visit, acts
        booked, client = visit.appointment, visit.client
        self.setObjectName(f"visit_{booked.id}_button")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        over = not visit.is_open
        self.time = Words(time_words(booked.starts), "medium" if over else "strong", "muted" if over else "")
        self.time.setFixedWidth(theme.px(_TIME))
        self.name = Words(client.full_name, "medium" if over else "strong", "muted" if over else "")
        self.length = Words(length_words(booked.minutes), "small", "muted").one_line()
        words, icon, token = state_of(visit)
        self.more_button = QuietButton("", "chevron-down")
        self.more_button.setObjectName(f"visit_{booked.id}_more_button")
        self.more_button.setAccessibleName(
            _("More: {time}, {name}").format(time=time_words(booked.starts), name=client.full_name)
        )
        first = row(self.name, self.length, gap=8)
        first.addStretch(1)
        if words:
            first.addLayout(row(Picture(icon, token, 16), Words(words, "small", token).one_line(), gap=6))
        below = column(first, gap=2)
        for told, tone in self._lines():
            if tone == "warning":
                caution = row(Picture("triangle-alert", tone, 16), gap=6)
                caution.addWidget(Words(told, "small", tone), 1)
                below.addLayout(caution)
            else:
                below.addWidget(Words(told, "body", tone))
        inside = row(gap=0)
        inside.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(below, 1)
        inside.addSpacing(4)
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        inside.setContentsMargins(8, 12, 0, 12)
        outer = column(inside, gap=0)
        if not last:
            outer.addWidget(Hairline())
        self.setLayout(outer)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        told_lines = [told for told, _tone in self._lines()]
        parts = (time_words(booked.starts), client.full_name, length_words(booked.minutes), *told_lines, words)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.clicked.connect(self._open)
        self.more_button.clicked.connect(self._show_more)

    def _lines(self) -> list[tuple[str, str]]:
        visit = self._visit
        lines = [(visit.appointment.note, "")] if visit.appointment.note else []
        if visit.client.what_matters:
            lines.append((quoted(visit.client.what_matters), "clay_ink" if visit.is_open else "muted"))
        if visit.client.caution and visit.is_open:
            lines.append((visit.client.caution, "warning"))
        return lines

    def _open(self) -> None:
        self._acts.open_brief(self._visit)

    def _show_more(self) -> None:
        self._acts.show_menu(self._visit, self.more_button, QPoint(0, self.more_button.height() + 4))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._acts.show_menu(self._visit, self, event.pos())

    def keyPressEvent(self, event: object) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.click()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(0, 0, self.width(), self.height() - 1)
        if self.underMouse():
            painter.fillRect(place, theme.colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.current().sizes["ring"]))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 8, 8)
