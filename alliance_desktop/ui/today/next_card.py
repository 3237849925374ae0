"""Who comes next, with what to know at a glance: what matters, what was promised, what the hands must know."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLayout

from alliance_desktop.domain.clock import time_words
from alliance_desktop.domain.today import DayVisit, NoteState
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.today.visit_acts import VisitActs
from alliance_desktop.ui.today.visit_row import length_words
from alliance_desktop.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Frame, Picture, Words
from alliance_desktop.words import _, counted

_SOON = 120


class NextCard(Frame):
    """Enter opens the brief."""

    def __init__(self, visit: DayVisit, acts: VisitActs, local: datetime) -> None:
        super().__init__("next")
        self._visit, self._acts = visit, acts
        self.setObjectName("next_card")
        booked, client = visit.appointment, visit.client
        self.open_button = MainButton(_("Open brief"), "book-open")
        self.open_button.show_key("Return")
        self.open_button.setObjectName("next_brief_button")
        self.open_button.setAutoDefault(True)
        noted = visit.note is not NoteState.NONE
        self.note_button = SecondButton(_("Continue note") if noted else _("Start note"), "pen-line")
        self.note_button.setObjectName("next_note_button")
        self.more_button = QuietButton(_("More"), "chevron-down")
        self.more_button.setObjectName("next_more_button")
        head = row(Words(when_words(visit, local), "strong", "accent"), gap=12)
        nth = _("visit {n}").format(n=client.visits + 1)
        head.addWidget(Words(f"{nth} · {length_words(booked.minutes)}", "small", "muted").one_line())
        body = column(head, 4, Words(client.full_name, "title"), gap=6)
        body.setContentsMargins(24, 20, 24, 20)
        if client.say_as:
            body.addWidget(Words(_("Say {sound}").format(sound=client.say_as), "small", "muted"))
        if client.what_matters:
            body.addSpacing(2)
            body.addWidget(VoiceBlock(client.what_matters, Whose.CLIENT, role="quote"))
            body.addSpacing(2)
        for icon, token, words, tone in self._told():
            body.addLayout(_line(icon, token, words, tone))
        body.addSpacing(8)
        acts_row = Flow()
        for button in (self.open_button, self.note_button, self.more_button):
            acts_row.addWidget(button)
        body.addLayout(acts_row)
        self.setLayout(body)
        self.open_button.clicked.connect(self._open)
        self.note_button.clicked.connect(self._write)
        self.more_button.clicked.connect(self._show_more)

    def _told(self) -> list[tuple[str, str, str, str]]:
        visit = self._visit
        told = []
        if visit.appointment.note:
            told.append(("pencil", "muted", visit.appointment.note, ""))
        if visit.promises:
            words = _("You promised: {promises}").format(promises=_("; ").join(visit.promises))
            told.append(("hand-heart", "accent", words, ""))
        if visit.review_due:
            told.append(("calendar-check", "accent", _("It is time to look at the plan together."), ""))
        if visit.client.caution:
            told.append(("triangle-alert", "warning", visit.client.caution, "warning"))
        return told

    def _open(self) -> None:
        self._acts.open_brief(self._visit)

    def _write(self) -> None:
        self._acts.write_note(self._visit)

    def _show_more(self) -> None:
        self._acts.show_menu(self._visit, self.more_button, QPoint(0, self.more_button.height() + 4))


def when_words(visit: DayVisit, local: datetime) -> str:
    """Say when a visit is, seen from a naive local moment: "10:30, in 12 minutes"."""
    booked = visit.appointment
    at, minutes = time_words(booked.starts), round((booked.begins - local).total_seconds() / 60)
    if minutes > _SOON:
        return at
    if minutes > 0:
        away = counted("in {n} minute", "in {n} minutes", minutes)
        return _("{time}, {away}").format(time=at, away=away)
    return _("{time}, now").format(time=at)


def _line(icon: str, token: str, words: str, tone: str) -> QLayout:
    line = row(gap=10)
    line.addWidget(Picture(icon, token, 18), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Words(words, "body", tone), 1)
    return line
