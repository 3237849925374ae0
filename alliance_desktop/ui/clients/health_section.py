"""Health in the profile: what the hands must know, and what the client answered, in their own words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.health import Caution, HealthDraft, HealthItem, caution_words, health_words
from alliance_desktop.domain.health_questions import HealthAnswer, grown_old, names_of, title_of, to_look_at
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.red_flag import Prompt
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import clients, health, health_answers, red_flags
from alliance_desktop.ui.clients.answers_view import AnswersView
from alliance_desktop.ui.clients.health_dialog import HealthDialog
from alliance_desktop.ui.clients.red_flag_rows import RedFlagList
from alliance_desktop.ui.clients.red_flags import RedFlags
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _, counted, day_words


class HealthSection(QWidget):
    """``questions_wanted`` asks for the screen to be given to the client, who answers the questions alone."""

    questions_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._client_id, self._called = desk, 0, ""
        self.health_button = SecondButton(_("Add to health"), "plus")
        self.health_button.setObjectName("health_button")
        self.answered = Words("", "strong", "clay")
        self.answered.setObjectName("answered_words")
        self.hint = Words(_("What it means for your hands is yours to say: decide, or remove it."), "small", "muted")
        self._items = QVBoxLayout()
        self.answers_view = AnswersView()
        self.questions_button = LinkButton("", "hand-heart")
        self.questions_button.setObjectName("questions_button")
        self.ask_again = Words("", "body", "muted")
        self.ask_again.setObjectName("ask_again_words")
        self.flag_list, self.red_flags = RedFlagList(), RedFlags(desk, self)
        self.setLayout(
            column(
                row(Words(_("Health"), "title"), None, self.health_button),
                column(self.answered, self.hint, gap=2),
                self._items,
                row(self.answers_view.read_button, None),
                self.answers_view,
                column(self.ask_again, row(self.questions_button, None), gap=2),
                12,
                Words(_("Red flags"), "heading", "muted"),
                self.flag_list,
                gap=10,
            )
        )
        self.health_button.clicked.connect(self._add)
        self.questions_button.clicked.connect(self.questions_wanted)
        self.flag_list.list_wanted.connect(self._go_through)
        self.flag_list.decide_wanted.connect(self._decide)
        self.flag_list.correct_wanted.connect(self._correct)

    def show_client(self, client_id: int) -> None:
        """Show what is known of a client; what is not decided yet comes first."""
        self._client_id, self._called = client_id, clients.one(client_id).called
        behind = health_answers.behind(client_id)
        items = health.of(client_id)
        waiting = [item for item in items if to_look_at(item, behind, self._desk.today())]
        emptied(self._items)
        if not items:
            self._items.addWidget(Words(_("Nothing known. Ask about medicine, allergies, surgery."), tone="muted"))
        for place, item in enumerate((*waiting, *(item for item in items if item not in waiting))):
            if place:
                self._items.addWidget(Hairline())
            self._items.addWidget(self._row(item, behind.get(item.id, ()), item in waiting))
        self.questions_button.rename(_("Hand over to {name}: health questions").format(name=self._called))
        self._tell(waiting)
        prompts = red_flags.waiting(client_id, self._desk.now())
        self.flag_list.show_flags(client_id, prompts, red_flags.of(client_id), self._desk.today())

    def _go_through(self) -> None:
        self.red_flags.go_through(self._client_id)

    def _decide(self, prompt: Prompt) -> None:
        self.red_flags.decide(self._client_id, prompt)

    def _correct(self, entry_id: int) -> None:
        self.red_flags.correct(self._client_id, entry_id)

    def _tell(self, waiting: Sequence[HealthItem]) -> None:
        """When the client answered last, and how much of it waits to be looked at."""
        answers = health_answers.last(self._client_id)
        newest = max((answer.at for answer in answers if answer.at is not None), default=None)
        told = ""
        if newest is not None:
            looked = (
                counted("{n} to look at", "{n} to look at", len(waiting)) if waiting else _("nothing more to look at")
            )
            day = day_words(local_day(newest), self._desk.today())
            told = _("{name} answered on {day}: {looked}").format(name=self._called, day=day, looked=looked)
        self.answered.set_or_hide(told)
        old = grown_old(answers, self._desk.today())
        again = _("To ask again: {questions}").format(questions=names_of(old, len(old))) if old else ""
        self.ask_again.set_or_hide(again)
        self.answered.set_tone("clay" if waiting else "muted")
        self.hint.setVisible(bool(waiting))
        self.answers_view.show_answers(answers, self._desk.today(), self._called)

    def _row(self, item: HealthItem, told: Sequence[HealthAnswer], waiting: bool) -> QWidget:
        held, draft = item.holds(self._desk.today()), item.item
        grave = held and draft.caution is not Caution.NONE
        change, remove = LinkButton(_("Decide") if waiting else _("Change")), LinkButton(_("Remove"))
        change.setObjectName(f"change_health_{item.id}_button")
        remove.setObjectName(f"remove_health_{item.id}_button")
        for button in (change, remove):
            button.setAccessibleName(f"{button.text()} {draft.name}")
        change.clicked.connect(partial(self._change, item))
        remove.clicked.connect(partial(self._remove, item))
        tone = "warning" if grave else "" if held else "muted"
        words = column(Words(title_of(draft, told), "medium", tone), gap=2)
        said = self._said(told)
        if said is not None:
            words.addWidget(said)
        words.addWidget(Words(" · ".join(self._below(draft, told)), "small", "muted"))
        line = row(gap=8)
        if grave:
            line.addWidget(Picture("triangle-alert", "warning", 18))
        line.addLayout(words, 1)
        line.addWidget(change)
        line.addWidget(remove)
        return boxed(line)

    def _said(self, told: Sequence[HealthAnswer]) -> VoiceBlock | None:
        """The client's own words, the newest there are."""
        answer = next((answer for answer in reversed(told) if answer.words), None)
        if answer is None or answer.at is None:
            return None
        block = VoiceBlock(role="body")
        said_on = _("said {day}").format(day=day_words(local_day(answer.at), self._desk.today()))
        block.show_voice(answer.words, Whose.CLIENT, said_on, self._called)
        return block

    def _below(self, draft: HealthDraft, told: Sequence[HealthAnswer]) -> list[str]:
        today = self._desk.today()
        below = [health_words(draft.kind)]
        if draft.caution is not Caution.NONE:
            below.append(caution_words(draft.caution))
        if draft.since is not None:
            below.append(_("since {day}").format(day=day_words(draft.since, today)))
        if draft.until is not None:
            below.append(_("until {day}").format(day=day_words(draft.until, today)))
        last = told[-1] if told else None
        # Where their words stand above, a yes is said with them.
        if last is not None and last.at is not None and not (last.yes and last.words):
            answered = _("answered yes on {day}") if last.yes else _("answered no on {day}")
            below.append(answered.format(day=day_words(local_day(last.at), today)))
        return below

    def _add(self) -> None:
        dialog = HealthDialog.open_for(self, HealthDraft(caution=Caution.MODIFY))
        take = partial(self._desk.perform, health.note, self._client_id)
        FormTaker(self._desk, dialog, Form.HEALTH, self._client_id, 0, take)

    def _change(self, item: HealthItem) -> None:
        dialog = HealthDialog.open_for(self, item.item)
        take = partial(self._desk.perform, health.keep, item.id)
        FormTaker(self._desk, dialog, Form.HEALTH, self._client_id, item.id, take)

    def _remove(self, item: HealthItem) -> None:
        told = _("{name} is removed.").format(name=item.item.name)
        self._desk.perform_undoable(told, self._bring_back, health.remove, item.id)

    def _bring_back(self, item: HealthItem) -> None:
        self._desk.perform(health.bring_back, item.id)

    def go_on(self, item_id: int) -> None:
        """Open the form that was left open about an item, or about a new one."""
        item = next((item for item in health.of(self._client_id) if item.id == item_id), None)
        self._change(item) if item is not None else self._add()
