"""How the two work together, as the client says it: what waits to be looked at, the four strands, every check."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.alliance import KeptCheck, Strand, StrandStory, stories, strand_words
from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.domain.repair import Repair, RepairOutcome, outcome_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import alerts, appointments, clients, closing_checks, progress_papers, promises, repairs
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.progress.body_section import BodySection
from alliance_desktop.ui.progress.check_view import CheckView
from alliance_desktop.ui.progress.guess_form import GuessForm
from alliance_desktop.ui.progress.numbers_section import NumbersSection
from alliance_desktop.ui.progress.promise_dialog import PromiseDialog
from alliance_desktop.ui.progress.repair_dialog import RepairDialog
from alliance_desktop.ui.progress.repair_view import RepairView
from alliance_desktop.ui.progress.scales_section import ScalesSection
from alliance_desktop.ui.progress.slip_dialog import SlipDialog
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.dial import change_words
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.strand_line import StrandLine
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, counted, day_words

# What a closing check tells as soon as it is looked at.
_OF_ANSWERS = {Rule.LOW, Rule.DROP, Rule.STAYS_LOW, Rule.FLAT_TOP, Rule.GAP}


class ProgressTab(ClientTab):
    """``closing_wanted`` asks for the screen to be given to the client, who says how it was.

    ``scale_wanted`` asks for it for a scale, which the client answers alone. ``print_wanted`` carries the names of the
    numbers that are shown: they are to stand on the client's page.
    """

    closing_wanted = Signal(int)
    scale_wanted = Signal(int, int)
    print_wanted = Signal(object)

    def _build(self) -> None:
        self.closing_button = SecondButton(_("Hand over for the closing check"), "message-circle-question-mark")
        self.closing_button.setObjectName("closing_button")
        self.slip_button = LinkButton(_("Type in a slip"), "file-text")
        self.slip_button.setObjectName("slip_button")
        self.aid = Words(_("A conversation aid, not a validated test."), "small", "muted")
        self.repair_button = SecondButton(_("Note what strained"), "hand-heart")
        self.repair_button.setObjectName("repair_button")
        self.print_title = Words(_("For the client"), "heading", "muted")
        self.print_button = SecondButton(_("Page of how it goes"), "printer")
        self.print_button.setObjectName("print_progress_button")
        self.waiting_column, self.left = column(gap=0), column(gap=0)
        self.numbers = NumbersSection()
        self.on_body = BodySection()
        self.scales = ScalesSection(self.desk)
        self._guessed_id = 0
        side = column(
            Words(_("At the end of a visit"), "heading", "muted"),
            row(self.closing_button, None),
            row(self.slip_button, None),
            self.aid,
            16,
            Words(_("Repair notebook"), "heading", "muted"),
            row(self.repair_button, None),
            Words(
                _("A strain that is noticed and talked about can make the work better than before."), "small", "muted"
            ),
            16,
            self.scales.side,
            16,
            self.print_title,
            row(self.print_button, None),
            None,
            gap=10,
        )
        self.scroll_area = ScrollColumn()
        self.scroll_area.column.addWidget(
            TwoColumns(
                boxed(column(self.waiting_column, self.numbers, self.scales, 28, self.on_body, self.left, gap=0)),
                boxed(side),
                (62, 31),
                40,
                720,
            )
        )
        self.scroll_area.column.addStretch(1)
        self.scroll_area.column.setContentsMargins(0, 24, 0, 24)
        self.setLayout(column(self.scroll_area))

    def _connect(self) -> None:
        self.closing_button.clicked.connect(self._hand_over)
        self.slip_button.clicked.connect(self._type_slip)
        self.repair_button.clicked.connect(self.note_repair)
        self.print_button.clicked.connect(self._print)
        self.scales.alone_wanted.connect(self._hand_over_scale)

    def _hand_over_scale(self, scale_id: int) -> None:
        self.scale_wanted.emit(self.client_id, scale_id)

    def _print(self) -> None:
        self.print_wanted.emit(self.numbers.shown)

    def refresh(self) -> None:
        emptied(self.left)
        self.numbers.show_client(self.client_id, self.desk.today())
        self.on_body.show_client(self.client_id, self.desk.today())
        self.scales.show_client(self.client_id)
        there = progress_papers.is_there(self.client_id)
        for part in (self.print_title, self.print_button):
            part.setVisible(there)
        called = clients.one(self.client_id).called
        waiting, checks = closing_checks.waiting(self.client_id), closing_checks.of(self.client_id)
        self._ask_for_guess(waiting, called)
        self.left.addWidget(Words(_("How we work together"), "title"))
        self.left.addSpacing(4)
        if not checks:
            told = _("After a visit {name} can say in twenty seconds how it was. What they said stands here.")
            self.left.addWidget(Words(told.format(name=called), "body", "muted"))
        else:
            self._told(checks)
            self._worth_saying()
        self._repairs()
        for kept in reversed(checks):
            self.left.addSpacing(14)
            self.left.addWidget(Hairline())
            self.left.addSpacing(14)
            self.left.addWidget(self._view(kept))

    def _worth_saying(self) -> None:
        """One sentence for each thing that the answers ask for, while the client is still here."""
        found = [alert for alert in alerts.of(self.client_id, self.desk.now()) if alert.rule in _OF_ANSWERS]
        if not found:
            return
        self.left.addSpacing(20)
        self.left.addWidget(Words(_("Worth saying now"), "heading", "muted"))
        for alert in found:
            self.left.addSpacing(8)
            block = VoiceBlock(alert.asks, Whose.THERAPIST, alert.facts.told)
            block.setObjectName(f"say_{alert.rule}_{alert.strand or 'all'}".lower())
            self.left.addWidget(block)

    def _repairs(self) -> None:
        entries = repairs.of(self.client_id)
        if not entries:
            return
        self.left.addSpacing(28)
        self.left.addWidget(Words(_("Repair notebook"), "title"))
        for place, entry in enumerate(entries):
            self.left.addSpacing(14)
            if place:
                self.left.addWidget(Hairline())
                self.left.addSpacing(14)
            view = RepairView(entry, self.desk.today())
            view.looked_again.connect(self._look_again)
            view.taken_back.connect(self._leave_repair_out)
            self.left.addWidget(view)

    def note_repair(self) -> None:
        """Ask what strained."""
        today = self.desk.today()
        coming = appointments.booked_after(self.client_id, today)
        dialog = RepairDialog.open_for(self, today, coming.day if coming is not None else None)
        take = partial(self.desk.perform, repairs.note, self.client_id)
        FormTaker(self.desk, dialog, Form.REPAIR, self.client_id, 0, take)

    def _look_again(self, repair_id: int, outcome: RepairOutcome) -> None:
        told = _("How it went: {outcome}.").format(outcome=outcome_words(outcome))
        self.desk.perform_undoable(told, self._look_back, repairs.look_again, repair_id, outcome)

    def _look_back(self, before: Repair) -> None:
        self.desk.perform(repairs.look_again, before.id, before.draft.outcome)

    def _leave_repair_out(self, repair_id: int) -> None:
        told = _("The entry is left out.")
        self.desk.perform_undoable(told, self._bring_repair_back, repairs.take_back, repair_id)

    def _bring_repair_back(self, before: Repair) -> None:
        self.desk.perform(repairs.bring_back, before.id)

    def _ask_for_guess(self, waiting: KeptCheck | None, called: str) -> None:
        """What is guessed already stays while the page is read anew."""
        if waiting is None or waiting.id != self._guessed_id:
            emptied(self.waiting_column)
        if waiting is not None and waiting.id != self._guessed_id:
            form = GuessForm(waiting, called, self._day(waiting))
            form.looked.connect(self.look)
            self.waiting_column.addWidget(form)
            self.waiting_column.addSpacing(28)
        self._guessed_id = waiting.id if waiting is not None else 0

    def _told(self, checks: tuple[KeptCheck, ...]) -> None:
        told = counted("{n} closing check.", "{n} closing checks.", len(checks))
        usual = _("The dotted line is what was usual before.")
        self.left.addWidget(Words(f"{told} {usual}" if len(checks) > 1 else told, "body", "muted"))
        self.left.addSpacing(16)
        strands = [_strand(story) for story in stories(kept.check for kept in checks)]
        half = (len(strands) + 1) // 2
        first, second = boxed(row(*strands[:half], gap=24)), boxed(row(*strands[half:], gap=24))
        self.left.addWidget(TwoColumns(first, second, (1, 1), 24, 460))

    def _view(self, kept: KeptCheck) -> CheckView:
        view = CheckView(kept, clients.one(self.client_id).called, self._day(kept))
        view.promise_wanted.connect(self._promise)
        view.taken_back.connect(self._take_back)
        return view

    def _day(self, kept: KeptCheck) -> str:
        return day_words(kept.check.day, self.desk.today())

    def _hand_over(self) -> None:
        self.closing_wanted.emit(self.client_id)

    def look(self, check_id: int, guess: dict[Strand, int]) -> None:
        """Keep what was guessed and show the answers."""
        self.desk.perform(closing_checks.look, check_id, guess)

    def _type_slip(self) -> None:
        dialog = SlipDialog.open_for(self, self.desk.today(), clients.one(self.client_id).called)
        take = partial(self.desk.perform, closing_checks.type_slip, self.client_id)
        FormTaker(self.desk, dialog, Form.SLIP, self.client_id, 0, take)

    def _promise(self, check_id: int) -> None:
        said = next((kept.check.change for kept in closing_checks.of(self.client_id) if kept.id == check_id), "")
        dialog = PromiseDialog.open_for(self, said)
        FormTaker(self.desk, dialog, Form.PROMISE, self.client_id, check_id, partial(self._make_promise, said))

    def _make_promise(self, said: str, words: str) -> object | None:
        made = self.desk.perform(promises.make, self.client_id, words, said)
        if made is not None:
            self.desk.say(_("The promise stands in the brief until it is done."))
        return made

    def _take_back(self, check_id: int) -> None:
        told = _("The closing check is left out.")
        self.desk.perform_undoable(told, self._bring_back, closing_checks.take_back, check_id)

    def _bring_back(self, kept: KeptCheck) -> None:
        self.desk.perform(closing_checks.bring_back, kept.id)

    def go_on_with(self, held: HeldForm) -> None:
        if held.form is Form.SLIP:
            self._type_slip()
        elif held.form is Form.REPAIR:
            self.note_repair()
        elif held.form is Form.PROMISE:
            self._promise(held.about_id)
        elif held.form is Form.SCALE_ANSWERS:
            self.scales.fill_in(held.about_id)


def _strand(story: StrandStory) -> QWidget:
    moved = Words(change_words(story.change), "small", "muted")
    if story.change is not None and story.change < 0:
        moved.setText(_("{change}: ask").format(change=moved.text()))
        moved.set_tone("warning")
    return boxed(column(Words(strand_words(story.strand), "strong"), StrandLine(story), moved, None, gap=2))
