"""The brief: what to know about this client before they come in, readable in a minute."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from alliance_desktop.domain import body
from alliance_desktop.domain.alert import Alert, Rule, Snooze
from alliance_desktop.domain.alliance import Strand
from alliance_desktop.domain.body_mark import Mark, used
from alliance_desktop.domain.brief import Brief
from alliance_desktop.domain.comfort import ComfortItem, ComfortKind, kind_words
from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.red_flag import Prompt
from alliance_desktop.domain.repair import Repair
from alliance_desktop.domain.session import NoteKey, Rating, Session
from alliance_desktop.domain.voice import Whose, quoted
from alliance_desktop.services import alerts, briefs, change_answers, clients, practice, promises
from alliance_desktop.ui import theme
from alliance_desktop.ui.clients.alert_row import AlertRow
from alliance_desktop.ui.clients.before_hands import BeforeHands
from alliance_desktop.ui.clients.change_row import ChangeDialog, ChangeRow
from alliance_desktop.ui.clients.red_flags import RedFlags
from alliance_desktop.ui.clients.snooze_dialog import SnoozeDialog, SnoozeDraft
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.widgets.before_after import BeforeAfterView
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.marked_body import SmallFigure
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Frame, Hairline, Picture, Words
from alliance_desktop.words import _, day_words

_FIGURE, _VIEWS = 150, 2


class BriefTab(ClientTab):
    """What matters, last time, what is owed, what is open; comfort and touch at the right.

    ``letter_wanted`` asks for a letter to somebody else who should have a look, ``questions_wanted`` for the screen
    to be given to the client, who answers the health questions, ``repair_wanted`` for an entry of the repair notebook.
    """

    letter_wanted = Signal()
    repair_wanted = Signal()
    questions_wanted = Signal(int)

    def _build(self) -> None:
        self.red_flags = RedFlags(self.desk, self)
        self.scroll_area = ScrollColumn()
        self.left = QVBoxLayout()
        self.left.setSpacing(0)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.card = Frame("quiet")
        self.card_column = QVBoxLayout(self.card)
        self.card_column.setContentsMargins(20, 20, 20, 20)
        self.card_column.setSpacing(0)
        self.goal_column = QVBoxLayout()
        self.goal_column.setSpacing(8)
        self.right = QWidget()
        side = column(self.goal_column, self.card, None, gap=0)
        self.right.setLayout(side)
        self.profile_button = MainButton(_("Write down what you know"), "pen-line")
        self.profile_button.setObjectName("brief_profile_button")
        self.empty = EmptyState("sun", _(
            "Before each visit this page says in a minute what to know: what matters to them, what you did last "
            "time, what you promised, and how they like to be touched. Nothing is known yet."
        ), self.profile_button)  # fmt: skip
        self.both = TwoColumns(boxed(self.left), self.right, (59, 35), 40, 720)
        self.scroll_area.column.addWidget(self.empty)
        self.scroll_area.column.addWidget(self.both)
        self.scroll_area.column.setContentsMargins(0, 24, 0, 24)
        outer = column(self.scroll_area)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.profile_button.clicked.connect(self._want_profile)

    def _want_profile(self) -> None:
        self.tab_wanted.emit("profile")

    def refresh(self) -> None:
        for layout in (self.left, self.card_column, self.goal_column):
            emptied(layout)
        brief = briefs.brief(self.client_id, self.desk.now())
        self.empty.setVisible(brief.is_empty)
        self.both.setVisible(not brief.is_empty)
        self._past_due(brief)
        self._before_hands(brief)
        self._what_matters(brief)
        self._answered(brief)
        self._changed(brief)
        self._last_time(brief)
        self._goal_of_today(brief)
        self._owed(brief)
        self._open_questions(brief)
        self.left.addStretch(1)
        self._goals(brief)
        self._comfort(brief.comfort, brief.marks)

    def _past_due(self, brief: Brief) -> None:
        """What was promised and is past its day comes before everything else."""
        for alert in brief.alerts:
            if alert.rule is Rule.PROMISE:
                self.left.addWidget(self._alert_row(alert))
                self.left.addSpacing(16)

    def _before_hands(self, brief: Brief) -> None:
        if not brief.has_limits:
            return
        part = BeforeHands(brief, self.desk.today())
        part.decide_wanted.connect(self._decide)
        part.questions_wanted.connect(self._ask_again)
        part.consents_wanted.connect(self._want_profile)
        self.left.addWidget(part)
        self.left.addSpacing(20)

    def _decide(self, prompt: Prompt) -> None:
        self.red_flags.decide(self.client_id, prompt)

    def _ask_again(self) -> None:
        self.questions_wanted.emit(self.client_id)

    def _go_through(self) -> None:
        self.red_flags.go_through(self.client_id)

    def _what_matters(self, brief: Brief) -> None:
        said = brief.what_matters
        if not said:
            name = brief.client.called
            self.left.addWidget(
                Words(_("What matters to {name} is not written down yet.").format(name=name), tone="muted")
            )
            return
        below = brief.client.called
        if said.day is not None:
            below = _("{name}, {day}").format(name=below, day=day_words(said.day, self.desk.today()))
        block = VoiceBlock(said.words, Whose.CLIENT, below, "hero").at_most(520)
        block.setObjectName("what_matters")
        block.show_voice(said.words, Whose.CLIENT, below, brief.client.called)
        self.left.addWidget(block)

    def _answered(self, brief: Brief) -> None:
        if brief.answered is None:
            return
        told = _("{name} answered the closing check: guess, then look").format(name=brief.client.called)
        button = LinkButton(told, "message-circle-question-mark")
        button.setObjectName("answered_button")
        button.clicked.connect(self._want_progress)
        self.left.addSpacing(16)
        self.left.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _changed(self, brief: Brief) -> None:
        """Asked before every visit but the first."""
        if not brief.visits:
            return
        line = ChangeRow(brief.changed_today, brief.changed_last)
        line.answered.connect(self._answer_change)
        line.health_wanted.connect(self._want_profile)
        self.left.addSpacing(20)
        self.left.addWidget(line)

    def _answer_change(self, changed: bool) -> None:
        if not changed:
            self.desk.perform(change_answers.answer, self.client_id, False, "")
            return
        dialog = ChangeDialog.open_for(self)
        take = partial(self.desk.perform, change_answers.answer, self.client_id, True)
        FormTaker(self.desk, dialog, Form.CHANGE, self.client_id, 0, take)

    def _want_progress(self) -> None:
        self.tab_wanted.emit("progress")

    def _heading(self, words: str) -> None:
        self.left.addSpacing(20)
        self.left.addWidget(Words(words, "heading", "muted"))
        self.left.addSpacing(8)

    def _last_time(self, brief: Brief) -> None:
        if brief.last is None:
            self._heading(_("Last time"))
            self.left.addWidget(Words(_("There is no signed note yet."), tone="muted"))
            return
        note = brief.last.note
        self._heading(_("Last time, {day}").format(day=day_words(note.day, self.desk.today())))
        for words in _told(brief.last):
            self.left.addWidget(Words(words))
            self.left.addSpacing(4)
        rated = [rating for rating in note.ratings if rating.before is not None or rating.after is not None]
        self.left.addSpacing(8 if rated else 0)
        side_by_side = Flow()
        for rating in rated:
            side_by_side.addWidget(_rating_row(rating))
        self.left.addWidget(boxed(side_by_side))

    def _goal_of_today(self, brief: Brief) -> None:
        told = [brief.planned] if brief.planned else []
        if brief.next_step:
            told.append(_("next step: {step}").format(step=brief.next_step))
        if told:
            line = Words(_("For today: {what}").format(what=" · ".join(told)))
            line.setObjectName("goal_of_today")
            self.left.addSpacing(8)
            self.left.addWidget(line)

    def _owed(self, brief: Brief) -> None:
        if not brief.promises:
            return
        self._heading(_("You said → I did"))
        # One grid for all of them: what was said and what was done line up from row to row.
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(2, 5)
        for place, promise in enumerate(brief.promises):
            if place:
                grid.addWidget(Hairline(), 2 * place - 1, 0, 1, 4)
            self._ledger_row(grid, 2 * place, promise)
        self.left.addLayout(grid)

    def _ledger_row(self, grid: QGridLayout, place: int, promise: Promise) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        if promise.said:
            grid.addWidget(VoiceBlock(promise.said, Whose.CLIENT, role="body"), place, 0, middle)
            grid.addWidget(Picture("arrow-right", "muted", 16), place, 1, middle)
        grid.addWidget(VoiceBlock(promise.words, Whose.THERAPIST), place, 2, middle)
        done = promise.done_on is not None
        button = LinkButton(_("Done") if done else _("Mark done"), "check" if done else "circle")
        button.setObjectName(f"promise_{promise.id}_button")
        button.setAccessibleName(_("{words}: {state}").format(words=promise.words, state=button.text()))
        button.clicked.connect(lambda: self.desk.perform(promises.mark, promise.id, not done))
        grid.addWidget(button, place, 3, middle)

    def _open_questions(self, brief: Brief) -> None:
        alerts_here = [alert for alert in brief.alerts if alert.rule is not Rule.PROMISE]
        if not (brief.reservations or alerts_here or brief.strained):
            return
        self._heading(_("Worth asking today"))
        for reservation in brief.reservations:
            self.left.addWidget(VoiceBlock(reservation.said.words, Whose.CLIENT))
            self.left.addSpacing(8)
        if brief.reservations:
            verb = _("Ask:")
            told = _("Not settled yet. {ask} What would make it easier?").format(ask=verb)
            self.left.addWidget(VoiceBlock(told, Whose.THERAPIST, strong=verb))
            self.left.addSpacing(8)
        for entry in brief.strained:
            self.left.addWidget(self._look_again(entry))
            self.left.addSpacing(8)
        for alert in alerts_here:
            self.left.addWidget(self._alert_row(alert))
            if alert.rule is Rule.WORSE:
                self.left.addWidget(self._list_button(), 0, Qt.AlignmentFlag.AlignLeft)
            self.left.addSpacing(8)

    def _alert_row(self, alert: Alert) -> AlertRow:
        line = AlertRow(alert)
        line.not_now.connect(self._put_off)
        line.letter_wanted.connect(self.letter_wanted)
        line.repair_wanted.connect(self.repair_wanted)
        return line

    def _list_button(self) -> LinkButton:
        """Where it is worse than at first, the list comes before the talk."""
        button = LinkButton(_("Go through the red flags"), "list-checks")
        button.setObjectName("worse_red_flags_button")
        button.clicked.connect(self._go_through)
        return button

    def _look_again(self, entry: Repair) -> QWidget:
        """What was changed after a strain, and the way to say how it went."""
        day = day_words(entry.draft.day, self.desk.today())
        told = _("After what strained on {day}: is it better now?").format(day=day)
        button = LinkButton(_("How it went"), "hand-heart")
        button.setObjectName(f"repair_{entry.id}_button")
        button.setAccessibleName(_("How it went, {day}").format(day=day))
        button.clicked.connect(self._want_progress)
        line = row(gap=4)
        line.addWidget(VoiceBlock(told, Whose.THERAPIST, entry.draft.we_changed), 1)
        line.addWidget(button)
        return boxed(line)

    def _put_off(self, alert: Alert) -> None:
        dialog = SnoozeDialog.open_for(self, alert.asks, self.desk.today())
        FormTaker(self.desk, dialog, Form.SNOOZE, self.client_id, _place(alert), partial(self._snooze, alert))

    def _snooze(self, alert: Alert, draft: SnoozeDraft) -> Snooze | None:
        told = _("It is put off until {day}.").format(day=day_words(draft.until, self.desk.today()))
        put_off = partial(alerts.put_off, self.client_id, alert, draft.until, draft.reason)
        return self.desk.perform_undoable(told, self._wake, put_off)

    def _wake(self, snoozed: Snooze) -> None:
        self.desk.perform(alerts.wake, self.client_id, snoozed)

    def go_on_with(self, held: HeldForm) -> None:
        if held.form is Form.CHANGE:
            self._answer_change(True)
            return
        found = alerts.of(self.client_id, self.desk.now())
        alert = next((alert for alert in found if _place(alert) == held.about_id), None)
        if alert is not None:
            self._put_off(alert)

    def _goals(self, brief: Brief) -> None:
        if not brief.goals:
            return
        self.goal_column.addWidget(Words(_("What we work on"), "heading", "muted"))
        for goal in brief.goals:
            below = goal.professional
            if goal.now is not None and goal.hoped is not None:
                scale = _("now {now}, hoped {hoped} of 10").format(now=goal.now, hoped=goal.hoped)
                below = f"{below}\n{scale}" if below else scale
            self.goal_column.addWidget(VoiceBlock(goal.title, Whose.BOTH, below, below_role="body"))
        self.goal_column.addSpacing(16)

    def _comfort(self, items: tuple[ComfortItem, ...], marks: Sequence[Mark]) -> None:
        stop = next((item for item in items if item.kind is ComfortKind.STOP_WORD), None)
        title = row(Words(_("Comfort and touch"), "heading", "muted"))
        if stop is not None:
            title.addWidget(Words(_("Stop word"), "small", "muted").one_line())
            title.addWidget(Words(quoted(stop.words), "strong", "clay_ink").one_line())
        self.card_column.addLayout(title)
        if marks:
            self.card_column.addSpacing(12)
            names = (clients.one(self.client_id).called, practice.current().first_name)
            self.card_column.addWidget(boxed(_figures(marks, names)))
        shown = [item for item in items if item is not stop]
        if not items:
            self.card_column.addSpacing(8)
            self.card_column.addWidget(
                Words(_("Nothing known yet. Ask about pressure, and agree a word that stops."), "small", "muted")
            )
        for item in shown:
            self.card_column.addSpacing(8)
            self.card_column.addWidget(Hairline())
            self.card_column.addSpacing(8)
            client = item.whose is Whose.CLIENT
            label = Words(kind_words(item.kind), "small", "muted")
            label.setFixedWidth(theme.px(80))
            words = Words(quoted(item.words) if client else item.words, "body", "clay_ink" if client else "")
            line = row(gap=8)
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            self.card_column.addLayout(line)


def _place(alert: Alert) -> int:
    """A number of its own for the rule and strand of an alert."""
    strands = list(Strand)
    strand = 0 if alert.strand is None else strands.index(alert.strand) + 1
    return list(Rule).index(alert.rule) * (len(strands) + 1) + strand


def _figures(marks: Sequence[Mark], names: tuple[str, str]) -> Flow:
    """The views that bear marks, small; two at most, the whole body first."""
    views = [view.id for view in body.views() if any(mark.view == view.id for mark in marks)][:_VIEWS]
    lines = max(len(used(mark for mark in marks if mark.view == view)) for view in views)
    beside = Flow()
    for view in views:
        beside.addWidget(SmallFigure(f"brief_body_{view}", view, marks, names, lines, _FIGURE))
    return beside


def _told(session: Session) -> list[str]:
    """What was done and how it went, in one paragraph each."""
    note = session.note
    return [words for key in (NoteKey.DID, NoteKey.RESPONSE) if (words := note.shown(key))] or [
        words for key in (NoteKey.FOUND, NoteKey.ASKED) if (words := note.shown(key))
    ]


def _rating_row(rating: Rating) -> BeforeAfterView:
    return BeforeAfterView(rating.measure, rating.before, rating.after)
