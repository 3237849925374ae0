"""The first page of the day: who was here lately, what is unfinished, owed and due."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.client import ClientLine
from alliance_desktop.domain.held_form import HeldForm, form_words
from alliance_desktop.domain.promise import PromiseLine
from alliance_desktop.domain.today import ReviewDue, Today, Unfinished, UnfinishedKind
from alliance_desktop.domain.voice import quoted
from alliance_desktop.services import promises, today
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, ago_words, counted, day_words, weekday_words

_RING = 8
_APART = 8


class TodayPage(Page):
    """Left: clients to go on with. Right: what waits for a hand."""

    client_chosen = Signal(int, str)
    new_client_wanted = Signal()
    form_chosen = Signal(object)

    def _build(self) -> None:
        self.title = Words("", "page_title")
        self.about = Words("", "body", "muted")
        self.new_button = MainButton(_("New client"), "user-plus", "Ctrl+N")
        self.new_button.setShortcut("")
        self.new_button.setObjectName("today_new_button")
        self.first_button = MainButton(_("Add your first client"), "user-plus")
        self.first_button.setObjectName("today_first_button")
        self.empty = EmptyState(
            "sun", _("Here you will see who to go on with, and what you promised them."), self.first_button
        )
        self.lately_title = Words(_("Clients seen last"), "heading", "muted")
        self.lately = RecordList("lately_list", _("Clients seen last"), self._row, whole=True)
        self.waiting = QVBoxLayout()
        self.waiting.setSpacing(0)
        self.waiting.setContentsMargins(0, 0, 0, 0)
        self.side = boxed(self.waiting)
        self.scroll_area = ScrollColumn()
        left = column(self.empty, self.lately_title, 8, self.lately, None, gap=0)
        self.scroll_area.column.addWidget(TwoColumns(boxed(left), self.side, (62, 34), 48, 760))
        self.scroll_area.column.setContentsMargins(0, 24, 0, 24)
        # The links at the right have room for their ring; their words end where the page does.
        head = row(gap=16)
        head.setContentsMargins(0, 0, _RING, 0)
        head.addLayout(column(self.title, self.about, gap=2), 1)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignTop)
        outer = column(head, self.scroll_area, gap=0)
        outer.setContentsMargins(40, 32, 40 - _RING, 0)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_client_wanted)
        self.first_button.clicked.connect(self.new_client_wanted)
        self.lately.record_chosen.connect(self._open_brief)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focused = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            # Enter opens the brief of whoever was here last.
            self.lately.setFocus()

    def refresh(self) -> None:
        page = today.today(self.desk.now())
        day = weekday_words(page.day)
        # Spanish writes its days small, but no title begins so.
        self.title.setText(day[:1].upper() + day[1:])
        self.about.setText(self._about(page))
        self.empty.setVisible(page.clients == 0)
        self.new_button.setVisible(page.clients > 0)
        self.lately_title.setVisible(bool(page.lately))
        self.lately.setVisible(bool(page.lately))
        self.lately.show_records(page.lately)
        self.lately.fit_rows()
        emptied(self.waiting)
        self._forms(page.forms)
        self._unfinished(page.unfinished)
        self._promises(page.promises)
        self._reviews(page)
        if page.clients and not (page.forms or page.unfinished or page.promises or page.reviews):
            self.waiting.addWidget(Words(_("Nothing waits."), "heading", "muted"))
            self.waiting.addSpacing(8)
            self.waiting.addWidget(Words(_("Every note is signed, every promise kept."), tone="muted"))
        self.waiting.addStretch(1)

    def _about(self, page: Today) -> str:
        if not page.clients:
            return _("A quiet page to begin with.")
        parts = [counted("{n} client", "{n} clients", page.clients)]
        if page.unfinished:
            parts.append(counted("{n} thing to finish", "{n} things to finish", len(page.unfinished)))
        if page.promises:
            parts.append(counted("{n} promise due", "{n} promises due", len(page.promises)))
        return _(", ").join(parts) + _(".")

    def _row(self, line: ClientLine) -> Row:
        seen = ago_words(line.last_seen, self.desk.today()) if line.last_seen is not None else _("new")
        below = quoted(line.what_matters) if line.what_matters else _("What matters is not written down yet.")
        token = "clay_ink" if line.what_matters else "muted"
        return Row(line.full_name, below, right=seen, below_token=token, caution=line.caution)

    def _open_brief(self, client_id: int) -> None:
        self.client_chosen.emit(client_id, "brief")

    def _section(self, words: str) -> None:
        if self.waiting.count():
            self.waiting.addSpacing(20)
            line = row(Hairline())
            line.setContentsMargins(0, 0, _RING, 0)
            self.waiting.addLayout(line)
            self.waiting.addSpacing(20)
        self.waiting.addWidget(Words(words, "heading", "muted"))
        self.waiting.addSpacing(8)

    def _line(self, words: QWidget, button: LinkButton) -> None:
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
        for one in waiting:
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
            self._line(Words(told.format(name=one.called, day=day)), button)

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


def _review_words(review: ReviewDue, day: date) -> str:
    if review.on is not None:
        return _("{name}, since {day}").format(name=review.called, day=day_words(review.on, day))
    return _("{name}, {n} of {all} visits done").format(name=review.called, n=review.done, all=review.visits)
