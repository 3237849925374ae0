"""Beside the day: what to go on with, what is worth asking, what is to finish, owed and due, and who stays away."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.appointment import Became
from alliance_desktop.domain.consent import consent_words
from alliance_desktop.domain.held_form import HeldForm, form_words
from alliance_desktop.domain.promise import PromiseLine
from alliance_desktop.domain.today import (
    Asking,
    ConsentEnding,
    DayVisit,
    Drifted,
    Everybody,
    ReviewDue,
    Today,
    Unfinished,
    UnfinishedKind,
)
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import promises
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column, emptied, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, counted, day_words, number_words

T = TypeVar("T")
RING = 8
_APART = 8
# Of what is worth asking and of who stays away the first few are told, of what is to finish some more.
_FEW, _SOME = 3, 8


class SideList(QWidget):
    """Short sections, each only where it has something to say."""

    client_chosen = Signal(int, str)
    form_chosen = Signal(object)
    rearranged = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shows_all = False
        self._whole: set[str] = set()
        self._made: dict[str, list[LinkButton]] = {}
        self.waiting = column(gap=0)
        self.setLayout(self.waiting)

    def show_day(self, page: Today, visits: Sequence[DayVisit], everybody: Everybody) -> None:
        """Show what waits; promises to those who come today stand with their visit."""
        emptied(self.waiting)
        self._made = {}
        self._again = partial(self.show_day, page, visits, everybody)
        coming = {visit.client.id for visit in visits}
        owed = tuple(line for line in page.promises if line.promise.client_id not in coming)
        self._forms(page.forms)
        self._worth_asking(visits)
        self._unfinished(page.unfinished)
        self._promises(owed)
        self._reviews(page)
        self._ending(page.ending)
        comes = {visit.client.id for visit in visits if visit.appointment.became is Became.PLANNED}
        self._asking([each for each in everybody.asking if each.client_id not in comes])
        self._drifted(everybody.drifted)
        if page.clients and not self.waiting.count():
            self.waiting.addWidget(Words(_("Nothing waits."), "heading", "muted"))
            self.waiting.addSpacing(8)
            self.waiting.addWidget(Words(_("Every note is signed, every promise kept."), tone="muted"))
        self.waiting.addStretch(1)

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in reading order."""
        made = self.findChildren(QWidget)
        return [each for each in made if isinstance(each, LinkButton | RecordList) and not each.isHidden()]

    def _worth_asking(self, visits: Sequence[DayVisit]) -> None:
        asked = [(visit.client, visit.alerts[0]) for visit in visits if visit.alerts]
        if not asked:
            return
        self._section(_("Worth asking today"))
        for client, alert in asked[:_FEW]:
            told = _("{name}: {what}").format(name=client.called, what=alert.facts.told)
            self.waiting.addWidget(Words(told))
            self.waiting.addSpacing(6)
            self.waiting.addWidget(VoiceBlock(alert.asks, Whose.THERAPIST))
            self.waiting.addSpacing(12)
        self._and_more(len(asked))

    def _ending(self, ending: Sequence[ConsentEnding]) -> None:
        if not ending:
            return
        self._section(_("Consents that run out"))
        for each in ending[:_FEW]:
            day = day_words(each.on, self.desk.today())
            words = _("{name}, {what}, until {day}").format(name=each.called, what=consent_words(each.kind), day=day)
            button = LinkButton(_("Open"))
            button.setObjectName(f"consent_{each.id}_button")
            button.setAccessibleName(_("Open consents: {what}").format(what=each.full_name))
            button.clicked.connect(lambda _checked=False, client_id=each.client_id: self._open(client_id, "profile"))
            self._line(Words(words), button)
        self._and_more(len(ending))

    def _asking(self, asking: Sequence[Asking]) -> None:
        """Of whoever does not come today one line each: the first few, and all of them where that was asked for."""
        if not asking:
            return
        self._section(_("Worth asking"))
        shown = asking if self._shows_all else asking[:_FEW]
        lines = RecordList("asking_list", _("Worth asking"), _asking_row, whole=True)
        lines.record_chosen.connect(self._open_brief)
        lines.show_records(shown)
        lines.stand_beside(True)
        lines.fit_rows()
        beside = row(lines)
        beside.setContentsMargins(0, 0, RING, 0)
        self.waiting.addLayout(beside)
        if len(asking) > len(shown):
            words = counted("Show {n} more", "Show {n} more", len(asking) - len(shown))
            button = LinkButton(words, "chevron-down")
            button.setObjectName("asking_all_button")
            button.setAccessibleName(_("Worth asking: {what}").format(what=words))
            button.clicked.connect(partial(self._show_all, asking))
            self.waiting.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._more = (lines, button)

    def _show_all(self, asking: Sequence[Asking]) -> None:
        lines, button = self._more
        self._shows_all = True
        lines.show_records(asking)
        lines.fit_rows()
        lines.setCurrentIndex(lines.records.index(_FEW))
        lines.setFocus()
        button.hide()
        self.rearranged.emit()

    def _open_brief(self, client_id: int) -> None:
        self._open(client_id, "brief")

    def _drifted(self, drifted: Sequence[Drifted]) -> None:
        if not drifted:
            return
        self._section(_("Quiet for a while"))
        for each in self._first("quiet", drifted, _FEW):
            ago = counted("{n} day ago", "{n} days ago", each.days)
            words = _("{name} was last here {ago}.").format(name=each.full_name, ago=ago)
            if each.rhythm is not None:
                words += " " + _("Usually every {n} days.").format(n=number_words(each.rhythm))
            button = LinkButton(_("Open brief"))
            button.setObjectName(f"quiet_{each.client_id}_button")
            button.setAccessibleName(_("Open brief: {name}").format(name=each.full_name))
            button.clicked.connect(lambda _checked=False, client_id=each.client_id: self._open(client_id, "brief"))
            self._line(Words(words), button, "quiet")
        self._show_more("quiet", _("Quiet for a while"), len(drifted) - _FEW)

    def _and_more(self, many: int) -> None:
        if many > _FEW:
            more = counted("And {n} more; see their brief.", "And {n} more; see their briefs.", many - _FEW)
            self.waiting.addWidget(Words(more, "small", "muted"))

    def _open(self, client_id: int, tab: str) -> None:
        self.client_chosen.emit(client_id, tab)

    def _section(self, words: str) -> None:
        if self.waiting.count():
            self.waiting.addSpacing(20)
            line = row(Hairline())
            line.setContentsMargins(0, 0, RING, 0)
            self.waiting.addLayout(line)
            self.waiting.addSpacing(20)
        self.waiting.addWidget(Words(words, "heading", "muted"))
        self.waiting.addSpacing(8)

    def _first(self, section: str, every: Sequence[T], few: int) -> Sequence[T]:
        return every if section in self._whole else every[:few]

    def _show_more(self, section: str, title: str, more: int) -> None:
        if more <= 0 or section in self._whole:
            return
        words = counted("Show {n} more", "Show {n} more", more)
        button = LinkButton(words, "chevron-down")
        button.setObjectName(f"{section}_all_button")
        button.setAccessibleName(_("{title}: {what}").format(title=title, what=words))
        button.clicked.connect(partial(self._show_whole, section, len(self._made[section])))
        self.waiting.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_whole(self, section: str, place: int) -> None:
        """Show all of a section, with the keyboard on the first that was not in sight."""
        self._whole.add(section)
        self._again()
        self._made[section][place].setFocus()
        self.rearranged.emit()

    def _line(self, words: QWidget, button: LinkButton, section: str = "") -> None:
        self._made.setdefault(section, []).append(button)
        line = row(gap=12)
        line.addWidget(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        words.setMinimumHeight(button.sizeHint().height())
        self.waiting.addLayout(line)
        self.waiting.addSpacing(_APART)

    def _forms(self, held: tuple[HeldForm, ...]) -> None:
        if not held:
            return
        self._section(_("You were typing"))
        for one in held:
            what = form_words(one.form)
            # Only its beginning: elsewhere a capital may be part of a word.
            alone = what[:1].upper() + what[1:]
            words = _("{name}, {what}").format(name=one.full_name, what=what) if one.full_name else alone
            button = LinkButton(_("Continue"))
            button.setObjectName(f"held_{one.id}_button")
            button.setAccessibleName(_("Continue: {what}").format(what=words))
            button.clicked.connect(lambda _checked=False, held=one: self.form_chosen.emit(held))
            self._line(Words(words), button)

    def _unfinished(self, waiting: tuple[Unfinished, ...]) -> None:
        if not waiting:
            return
        self._section(_("To finish"))
        for one in self._first("unfinished", waiting, _SOME):
            day = day_words(one.day, self.desk.today())
            told, verb, tab = {
                UnfinishedKind.NOTE: (_("{name}, note of {day}"), _("Continue"), "sessions"),
                UnfinishedKind.PLAN_DRAFT: (_("{name}, plan in draft"), _("Continue"), "plan"),
                UnfinishedKind.PLAN_TO_SIGN: (_("{name}, plan to sign"), _("Sign"), "plan"),
            }[one.kind]
            button = LinkButton(verb)
            button.setObjectName(f"unfinished_{one.kind.name.lower()}_{one.id}_button")
            button.setAccessibleName(
                _("{verb}: {what}").format(verb=verb, what=told.format(name=one.full_name, day=day))
            )
            button.clicked.connect(
                lambda _checked=False, client_id=one.client_id, tab=tab: self.client_chosen.emit(client_id, tab)
            )
            self._line(Words(told.format(name=one.called, day=day)), button, "unfinished")
        self._show_more("unfinished", _("To finish"), len(waiting) - _SOME)

    def _promises(self, owed: tuple[PromiseLine, ...]) -> None:
        if not owed:
            return
        self._section(_("You promised"))
        for line in owed:
            words = _("{name}: {promise}").format(name=line.called, promise=line.promise.words)
            button = LinkButton(_("Mark done"), "circle")
            button.setObjectName(f"promise_{line.promise.id}_done_button")
            button.setAccessibleName(_("Mark done: {what}").format(what=words))
            button.clicked.connect(
                lambda _checked=False, promise_id=line.promise.id: self.desk.perform(promises.mark, promise_id, True)
            )
            self._line(Words(words), button)

    def _reviews(self, page: Today) -> None:
        if not page.reviews:
            return
        self._section(_("Time to look at the plan together"))
        for review in page.reviews:
            words = _review_words(review, page.day)
            button = LinkButton(_("Open plan"))
            button.setObjectName(f"review_{review.client_id}_button")
            button.setAccessibleName(_("Open plan: {name}").format(name=review.full_name))
            button.clicked.connect(
                lambda _checked=False, client_id=review.client_id: self.client_chosen.emit(client_id, "plan")
            )
            self._line(Words(words), button)


def _asking_row(asking: Asking) -> Row:
    return Row(asking.full_name, asking.alert.asks)


def _review_words(review: ReviewDue, day: date) -> str:
    if review.on is not None:
        return _("{name}, since {day}").format(name=review.called, day=day_words(review.on, day))
    return _("{name}, {n} of {all} visits done").format(name=review.called, n=review.done, all=review.visits)
