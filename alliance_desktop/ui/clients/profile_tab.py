"""The profile: names and contact, comfort and touch, health, consents; stored while typing."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind, kind_words
from alliance_desktop.domain.consent import Consent, consent_words
from alliance_desktop.domain.health import Caution, HealthDraft, HealthItem, caution_words, health_words, item_words
from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.voice import Whose
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import clients, comforts, consents, health, health_answers, practice, profiles
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.clients.consent_dialog import ConsentDialog
from alliance_desktop.ui.clients.consent_wording import ConsentWording
from alliance_desktop.ui.clients.health_dialog import HealthDialog
from alliance_desktop.ui.clients.whose_words import WhoseWords
from alliance_desktop.ui.form_keeper import FormTaker, HeldWords
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.fields import Choice, DayField, Labelled, TextField, pair
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import LANGUAGES, _, counted, day_words


class ProfileTab(ClientTab):
    """Left: who they are. Right: what their body needs and what they agreed to.

    ``questions_wanted`` and ``consent_wanted`` ask for the screen to be given to the client.
    """

    questions_wanted = Signal(int)
    consent_wanted = Signal(int, object)

    def _build(self) -> None:
        self._loaded = 0
        self._held = HeldWords(self.desk, self, Form.PROFILE)
        self.scroll_area = ScrollColumn()
        self.edits: dict[str, Labelled] = {}
        left = column(self._names(), 28, self._contact(), 28, self._emergency(), None, gap=0)
        right = column(self._comfort(), 28, self._health(), 28, self._consents(), None, gap=0)
        self.scroll_area.column.addWidget(TwoColumns(boxed(left), boxed(right), (1, 1), 48, 900))
        self.scroll_area.column.setContentsMargins(2, 24, 2, 32)
        self.setLayout(column(self.scroll_area))

    def _field(self, name: str, label: str, hint: str = "") -> Labelled:
        field = DayField() if name == "birth_day" else TextField()
        self.edits[name] = Labelled(label, field, f"{name}_edit", hint)
        return self.edits[name]

    def _names(self) -> QWidget:
        return boxed(
            column(
                Words(_("Who they are"), "title"),
                self._field("full_name", _("Name")),
                self._field("chosen_name", _("Likes to be called")),
                self._field("say_as", _("Say it like")),
                pair(self._field("pronouns", _("Pronouns")), self._field("birth_day", _("Birth date"))),
                self._field("occupation", _("Occupation")),
                self._field("found_us", _("Found us by")),
                self._languages(),
                gap=14,
            )
        )

    def _languages(self) -> QWidget:
        usual: list[tuple[str, object]] = [(_("As the program"), "")]
        self.language_choice = Choice([*usual, *((name, code) for code, name in LANGUAGES.items())])
        return Labelled(_("Papers in"), self.language_choice, "language_choice")

    def _contact(self) -> QWidget:
        return boxed(
            column(
                Words(_("How to reach them"), "title"),
                pair(self._field("phone", _("Phone")), self._field("email", _("Email"))),
                self._field("address", _("Address")),
                gap=14,
            )
        )

    def _emergency(self) -> QWidget:
        return boxed(
            column(
                Words(_("In an emergency"), "title"),
                pair(self._field("emergency_name", _("Call")), self._field("emergency_relation", _("Who is their"))),
                self._field("emergency_phone", _("At")),
                gap=14,
            )
        )

    def _comfort(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.comfort_edits: dict[ComfortKind, TextField] = {}
        self.comfort_voices: dict[ComfortKind, WhoseWords] = {}
        for place, kind in enumerate(ComfortKind):
            edit = TextField()
            voice = WhoseWords(edit, kind_words(kind))
            label = Words(kind_words(kind), "small", "muted")
            label.setBuddy(edit)
            edit.setObjectName(f"comfort_{kind}_edit")
            edit.setAccessibleName(kind_words(kind))
            voice.setObjectName(f"comfort_{kind}_voice")
            self.comfort_edits[kind], self.comfort_voices[kind] = edit, voice
            for at, widget in enumerate((label, edit, voice)):
                grid.addWidget(widget, place, at)
        return boxed(column(Words(_("Comfort and touch"), "title"), grid, gap=14))

    def _health(self) -> QWidget:
        self.health_column = QVBoxLayout()
        self.health_button = SecondButton(_("Add to health"), "plus")
        self.health_button.setObjectName("health_button")
        self.answered = Words("", "small", "clay")
        self.answered.setObjectName("answered_words")
        self.questions_button = LinkButton("", "hand-heart")
        self.questions_button.setObjectName("questions_button")
        return boxed(
            column(
                row(Words(_("Health"), "title"), None, self.health_button),
                self.health_column,
                self.answered,
                row(self.questions_button, None),
                gap=10,
            )
        )

    def _consents(self) -> QWidget:
        self.consent_column = QVBoxLayout()
        self.consent_button = SecondButton(_("Record consent"), "plus")
        self.consent_button.setObjectName("consent_button")
        return boxed(column(row(Words(_("Consent"), "title"), None, self.consent_button), self.consent_column, gap=10))

    def _connect(self) -> None:
        self._autosave = Autosave(self.desk, self._store, self)
        for box in self.edits.values():
            box.field.textEdited.connect(self._touched)  # type: ignore[attr-defined]  # all of them are line edits
        for kind in ComfortKind:
            self.comfort_edits[kind].textEdited.connect(self._touched)
            self.comfort_voices[kind].activated.connect(self._touched)
        self.language_choice.activated.connect(self._touched)
        self.health_button.clicked.connect(self._add_health)
        self.consent_button.clicked.connect(self._record_consent)
        self.questions_button.clicked.connect(self._ask)

    def _touched(self) -> None:
        self._autosave.touched()

    def refresh(self) -> None:
        if self._loaded != self.client_id:
            self._fill()
        self._fill_health()
        self._fill_consents()

    def _fill(self) -> None:
        """Load what is stored of another client, and what was typed last and could not be stored as it is."""
        self._loaded = self.client_id
        profile = clients.one(self.client_id).profile
        for name, box in self.edits.items():
            value = getattr(profile, name)
            box.problem.hide()
            if isinstance(box.field, DayField):
                box.field.set_day(value)
            elif isinstance(box.field, TextField):
                box.field.set_words(value)
        self.language_choice.set_value(profile.language)
        held = {item.kind: item for item in comforts.of(self.client_id)}
        for kind in ComfortKind:
            self.comfort_edits[kind].set_words(held[kind].words if kind in held else "")
            self.comfort_voices[kind].set_value(held[kind].whose if kind in held else Whose.CLIENT)
        if self._held.load(self.client_id):
            self.draft()

    def draft(self) -> ClientDraft:
        """What is typed; where it cannot be as it is, what is stored stands instead and the field says why."""
        stored = clients.one(self._loaded).profile
        values: dict[str, Any] = {}
        for name, box in self.edits.items():
            box.problem.hide()
            try:
                values[name] = box.field.day() if isinstance(box.field, DayField) else box.field.words()  # type: ignore[attr-defined]
                replace(stored, **{name: values[name]}).checked(self.desk.today())
            except AllianceError as refusal:
                box.problem.set_or_hide(str(refusal))
                values[name] = getattr(stored, name)
        return ClientDraft(**values, language=str(self.language_choice.value() or ""))

    def _store(self) -> bool:
        comfort = {
            kind: (self.comfort_edits[kind].words(), Whose(str(self.comfort_voices[kind].value())))
            for kind in ComfortKind
        }
        if not self.desk.keep(profiles.keep, self._loaded, self.draft(), comfort):
            return False
        unsound = [box for box in self.edits.values() if not box.problem.isHidden()]
        waiting = {box.field.objectName(): box.field.text() for box in unsound}  # type: ignore[attr-defined]
        return self._held.keep(waiting, unsound[0].problem.text() if unsound else "")

    def leave(self) -> bool:
        return self._autosave.flush()

    def _fill_health(self) -> None:
        emptied(self.health_column)
        items = health.of(self.client_id)
        if not items:
            self.health_column.addWidget(
                Words(_("Nothing known. Ask about medicine, allergies, surgery."), tone="muted")
            )
        for place, item in enumerate(items):
            if place:
                self.health_column.addWidget(Hairline())
            self.health_column.addWidget(self._health_row(item))

        called = clients.one(self.client_id).called
        self.questions_button.rename(_("Let {name} answer the health questions").format(name=called))
        self.answered.set_or_hide(self._answered_words(called))

    def _answered_words(self, called: str) -> str:
        """When the client answered last, how much, and what of it waits to be looked at."""
        answers = health_answers.last(self.client_id)
        newest = max((answer.at for answer in answers if answer.at is not None), default=None)
        if newest is None:
            return ""
        told = counted("{n} question", "{n} questions", len(answers))
        yes = counted("{n} yes", "{n} times yes", sum(answer.yes for answer in answers))
        day = day_words(local_day(newest), self.desk.today())
        return _("{name} answered {questions}, {yes}, last on {day}.").format(
            name=called, questions=told, yes=yes, day=day
        )

    def _ask(self) -> None:
        if self.leave():
            self.questions_wanted.emit(self.client_id)

    def _health_row(self, item: HealthItem) -> QWidget:
        held, draft = item.holds(self.desk.today()), item.item
        grave = held and draft.caution is not Caution.NONE
        kind = health_words(draft.kind)
        below = [kind, caution_words(draft.caution)] if draft.caution is not Caution.NONE else [kind]
        if draft.since is not None:
            below.append(_("since {day}").format(day=day_words(draft.since, self.desk.today())))
        if draft.until is not None:
            below.append(_("until {day}").format(day=day_words(draft.until, self.desk.today())))
        change, remove = LinkButton(_("Change")), LinkButton(_("Remove"))
        change.setObjectName(f"change_health_{item.id}_button")
        remove.setObjectName(f"remove_health_{item.id}_button")
        for button in (change, remove):
            button.setAccessibleName(f"{button.text()} {draft.name}")
        change.clicked.connect(lambda: self._change_health(item))
        remove.clicked.connect(lambda: self._remove_health(item))
        words = column(
            Words(item_words(draft), "medium", "warning" if grave else "" if held else "muted"),
            Words(" · ".join(below), "small", "muted"),
            gap=0,
        )
        line = row(gap=8)
        if grave:
            line.addWidget(Picture("triangle-alert", "warning", 18))
        line.addLayout(words, 1)
        line.addWidget(change)
        line.addWidget(remove)
        return boxed(line)

    def _add_health(self) -> None:
        dialog = HealthDialog.open_for(self, HealthDraft(caution=Caution.MODIFY))
        take = partial(self.desk.perform, health.note, self.client_id)
        FormTaker(self.desk, dialog, Form.HEALTH, self.client_id, 0, take)

    def _change_health(self, item: HealthItem) -> None:
        dialog = HealthDialog.open_for(self, item.item)
        take = partial(self.desk.perform, health.keep, item.id)
        FormTaker(self.desk, dialog, Form.HEALTH, self.client_id, item.id, take)

    def _remove_health(self, item: HealthItem) -> None:
        self.desk.perform_undoable(
            _("{name} is removed.").format(name=item.item.name), self._bring_health_back, health.remove, item.id
        )

    def _bring_health_back(self, item: HealthItem) -> None:
        self.desk.perform(health.bring_back, item.id)

    def _fill_consents(self) -> None:
        emptied(self.consent_column)
        all_of_them = consents.of(self.client_id)
        if not all_of_them:
            self.consent_column.addWidget(Words(_("Nothing signed yet."), tone="muted"))
        for place, consent in enumerate(all_of_them):
            if place:
                self.consent_column.addWidget(Hairline())
            self.consent_column.addWidget(self._consent_row(consent))

    def _consent_row(self, consent: Consent) -> QWidget:
        today, told = self.desk.today(), consent.consent
        signed = _("signed by hand {day}") if consent.signature is not None else _("signed {day}")
        below = [signed.format(day=day_words(told.signed_on, today))]
        if told.expires_on is not None:
            below.append(_("until {day}").format(day=day_words(told.expires_on, today)))
        if consent.withdrawn_on is not None:
            below.append(_("withdrawn {day}").format(day=day_words(consent.withdrawn_on, today)))
        if told.areas:
            below.append(told.areas)
        holds = consent.holds(today)
        title = Words(consent_words(told.kind), "medium", "" if holds else "muted")
        line = row(Picture("shield-check", "accent" if holds else "muted", 18), gap=8)
        line.addLayout(column(title, Words(" · ".join(below), "small", "muted"), gap=0), 1)
        wording = ConsentWording(consent)
        line.addWidget(wording.read_button)
        if holds:
            withdraw = LinkButton(_("Withdraw"))
            withdraw.setObjectName(f"withdraw_{consent.id}_button")
            withdraw.setAccessibleName(_("Withdraw {what}").format(what=consent_words(told.kind)))
            withdraw.clicked.connect(lambda: self._withdraw(consent))
            line.addWidget(withdraw)
        return boxed(column(boxed(line), wording, gap=4))

    def _record_consent(self) -> None:
        dialog = ConsentDialog.open_for(self, self.desk.today(), practice.current().therapist)
        dialog.hand_over_wanted.connect(partial(self.consent_wanted.emit, self.client_id))
        take = partial(self.desk.perform, consents.record, self.client_id)
        FormTaker(self.desk, dialog, Form.CONSENT, self.client_id, 0, take)

    def _withdraw(self, consent: Consent) -> None:
        self.desk.perform_undoable(
            _("The consent is withdrawn from today."), self._undo_withdrawal, consents.withdraw, consent.id
        )

    def _undo_withdrawal(self, consent: Consent) -> None:
        self.desk.perform(consents.undo_withdrawal, consent.id)

    def go_on_with(self, held: HeldForm) -> None:
        """Open the form that was left open, with what was typed into it."""
        if held.form is Form.CONSENT:
            self._record_consent()
        elif held.form is Form.HEALTH:
            item = next((item for item in health.of(self.client_id) if item.id == held.about_id), None)
            self._change_health(item) if item is not None else self._add_health()
