"""The profile: names and contact, comfort and touch, health, consents; stored while typing."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind, kind_words
from alliance_desktop.domain.consent import ConsentDraft
from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.domain.voice import Whose
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import clients, comforts, profiles
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.clients.boundary_section import BoundarySection
from alliance_desktop.ui.clients.consent_section import ConsentSection
from alliance_desktop.ui.clients.health_section import HealthSection
from alliance_desktop.ui.clients.whose_words import WhoseWords
from alliance_desktop.ui.form_keeper import HeldWords
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.widgets.fields import Choice, DayField, Labelled, TextField, pair
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import LANGUAGES, _


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
        self.boundary_section = BoundarySection(self.desk)
        left = column(self._names(), 28, self._contact(), 28, self._emergency(), 28, self.boundary_section, None, gap=0)
        self.health_section, self.consent_section = HealthSection(self.desk), ConsentSection(self.desk)
        right = column(self._comfort(), 28, self.health_section, 28, self.consent_section, None, gap=0)
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

    def _connect(self) -> None:
        self._autosave = Autosave(self.desk, self._store, self)
        for box in self.edits.values():
            box.field.textEdited.connect(self._touched)  # type: ignore[attr-defined]  # all of them are line edits
        for kind in ComfortKind:
            self.comfort_edits[kind].textEdited.connect(self._touched)
            self.comfort_voices[kind].activated.connect(self._touched)
        self.language_choice.activated.connect(self._touched)
        self.health_section.questions_wanted.connect(self._ask)
        self.consent_section.hand_over_wanted.connect(self._hand_over_consent)
        self.boundary_section.open_button.clicked.connect(self._show_log)

    def _touched(self) -> None:
        self._autosave.touched()

    def refresh(self) -> None:
        if self._loaded != self.client_id:
            self._fill()
        self.health_section.show_client(self.client_id)
        self.consent_section.show_client(self.client_id)
        self.boundary_section.show_client(self.client_id)

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

    def _ask(self) -> None:
        if self.leave():
            self.questions_wanted.emit(self.client_id)

    def _show_log(self) -> None:
        # It opens at the foot of the page: brought into sight once it has its height.
        QTimer.singleShot(0, self, partial(self.scroll_area.ensureWidgetVisible, self.boundary_section))

    def _hand_over_consent(self, draft: ConsentDraft) -> None:
        if self.leave():
            self.consent_wanted.emit(self.client_id, draft)

    def go_on_with(self, held: HeldForm) -> None:
        """Open the form that was left open, with what was typed into it."""
        if held.form is Form.CONSENT:
            self.consent_section.consenting.go_on_with(self.client_id, held.about_id)
        elif held.form is Form.BOUNDARY:
            self.boundary_section.note()
        elif held.form is Form.WITHDRAWAL:
            self.consent_section.consenting.go_on_withdrawing(held.about_id)
        elif held.form is Form.HEALTH:
            self.health_section.go_on(held.about_id)
        elif held.form is Form.RED_FLAG:
            self.health_section.red_flags.go_on_with(self.client_id, held.about_id)
