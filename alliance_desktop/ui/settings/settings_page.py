"""Settings: the practice as printed, the look, the lock, the password and the recovery sheet."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.appearance import LOCK_MINUTES, TEXT_PERCENT, Settings, Theme
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import practice
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.settings.limits_section import LimitsSection
from alliance_desktop.ui.settings.papers_section import PapersSection
from alliance_desktop.ui.settings.password_section import PasswordSection
from alliance_desktop.ui.settings.pin_section import PinSection
from alliance_desktop.ui.settings.scales_section import ScalesSection
from alliance_desktop.ui.settings.snippets_section import SnippetsSection
from alliance_desktop.ui.settings.words_section import WordsSection
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.fields import Choice, Labelled, NumberField, TextField
from alliance_desktop.ui.widgets.scroll import Readable, ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import LANGUAGES, _

_WIDEST = 720


def percents() -> list[tuple[str, object]]:
    """The text sizes that are offered."""
    return [(_("{n} %").format(n=n), n) for n in range(TEXT_PERCENT[0], TEXT_PERCENT[1] + 1, 10)]


def looks() -> list[tuple[str, object]]:
    """The looks that are offered."""
    return [
        (_("As the computer"), Theme.SYSTEM),
        (_("Light"), Theme.LIGHT),
        (_("Dark"), Theme.DARK),
        (_("High contrast"), Theme.CONTRAST),
    ]


def _pair(first: QWidget, second: QWidget) -> TwoColumns:
    """Two fields beside each other, or below where their words would be cut."""
    return TwoColumns(first, second, (1, 1), 16, 480)


class SettingsPage(Page):
    """Everything takes effect at once."""

    settings_changed = Signal(object)

    def __init__(self, desk: Desk, folder: PracticeFolder, settings: Settings) -> None:
        self._folder, self._settings = folder, settings
        super().__init__(desk)

    def _build(self) -> None:
        self._loaded = False
        self.therapist_edit, self.title_edit, self.name_edit = TextField(), TextField(), TextField()
        self.phone_edit, self.email_edit, self.address_edit = TextField(), TextField(), TextField()
        self.paper_choice = Choice([(_("A4"), Paper.A4), (_("US Letter"), Paper.LETTER)])
        self.large_box = TickBox(_("Print in large letters"))
        self.large_box.setObjectName("large_box")
        self.look_choice = Choice(looks())
        self.text_choice = Choice(percents())
        self.language_choice = Choice([(name, code) for code, name in LANGUAGES.items()])
        self.font_box = TickBox(_("Use this computer’s own typeface"))
        self.font_box.setObjectName("font_box")
        self.minutes_edit = NumberField(*LOCK_MINUTES)
        self.pin = PinSection(self.desk)
        self.words = WordsSection(self.desk)
        self.snippets = SnippetsSection(self.desk)
        self.papers = PapersSection(self.desk)
        self.scales = ScalesSection(self.desk)
        self.limits = LimitsSection(self.desk)
        self.password = PasswordSection(self.desk, self._folder)
        self.scroll_area = ScrollColumn()
        sections = column(Words(_("Settings"), "page_title"), 16, self._practice(), gap=0)
        for section in (
            self.papers,
            self._look(),
            self._lock(),
            self.pin,
            self.password,
            self.snippets,
            self.scales,
            self.words,
            self.limits,
        ):
            sections.addSpacing(28)
            sections.addWidget(Hairline())
            sections.addSpacing(28)
            sections.addWidget(section)
        sections.addStretch(1)
        reading = row(gap=0)
        reading.addWidget(Readable(sections, _WIDEST), 1)
        reading.addStretch(0)
        self.scroll_area.column.addLayout(reading)
        self.scroll_area.column.setContentsMargins(40, 32, 40, 40)
        self.setLayout(column(self.scroll_area))

    def _practice(self) -> QWidget:
        return boxed(
            column(
                Words(_("Your practice, as it is printed"), "title"),
                _pair(
                    Labelled(_("Your name"), self.therapist_edit, "therapist_edit"),
                    Labelled(_("What you do"), self.title_edit, "title_edit"),
                ),
                _pair(
                    Labelled(_("Name of the practice"), self.name_edit, "name_edit"),
                    Labelled(_("Phone"), self.phone_edit, "phone_edit"),
                ),
                _pair(
                    Labelled(_("Email"), self.email_edit, "email_edit"),
                    Labelled(_("Address"), self.address_edit, "address_edit"),
                ),
                row(Labelled(_("Paper"), self.paper_choice, "paper_choice"), None),
                self.large_box,
                gap=14,
            )
        )

    def _look(self) -> QWidget:
        return boxed(
            column(
                Words(_("How it looks"), "title"),
                row(
                    Labelled(_("Colours"), self.look_choice, "look_choice"),
                    Labelled(_("Text size"), self.text_choice, "text_choice"),
                    Labelled(_("Language"), self.language_choice, "language_choice"),
                    None,
                    gap=16,
                ),
                self.font_box,
                gap=14,
            )
        )

    def _lock(self) -> QWidget:
        label = _("Lock after so many minutes without a key or a click")
        minutes = Labelled(label, self.minutes_edit, "minutes_edit", _("Between 1 and 120"))
        return boxed(column(Words(_("Locking"), "title"), Readable(column(minutes), 400), gap=14))

    def _connect(self) -> None:
        self._autosave = Autosave(self.desk, self._store, self)
        for edit in (
            self.therapist_edit, self.title_edit, self.name_edit, self.phone_edit, self.email_edit, self.address_edit,
        ):  # fmt: skip
            edit.textEdited.connect(self._autosave.touched)
        self.paper_choice.activated.connect(self._autosave.touched)
        self.large_box.clicked.connect(self._autosave.touched)
        self.look_choice.activated.connect(self._restyle)
        self.text_choice.activated.connect(self._restyle)
        self.language_choice.activated.connect(self._restyle)
        self.font_box.clicked.connect(self._restyle)
        self.minutes_edit.editingFinished.connect(self._restyle)

    def refresh(self) -> None:
        self.show_settings(self._settings)
        self.pin.refresh()
        self.words.refresh()
        self.snippets.refresh()
        self.papers.refresh()
        self.scales.refresh()
        self.limits.refresh()
        if self._loaded:
            return
        self._loaded = True
        named = practice.current()
        self.therapist_edit.set_words(named.therapist)
        self.title_edit.set_words(named.title)
        self.name_edit.set_words(named.name)
        self.phone_edit.set_words(named.phone)
        self.email_edit.set_words(named.email)
        self.address_edit.set_words(named.address)
        self.paper_choice.set_value(named.paper)
        self.large_box.setChecked(named.large_print)

    def draft(self) -> Practice:
        """The practice as typed."""
        return replace(
            practice.current(),
            therapist=self.therapist_edit.words(),
            title=self.title_edit.words(),
            name=self.name_edit.words(),
            phone=self.phone_edit.words(),
            email=self.email_edit.words(),
            address=self.address_edit.words(),
            paper=Paper(str(self.paper_choice.value())),
            large_print=self.large_box.isChecked(),
        )

    def _store(self) -> bool:
        return self.desk.keep(practice.keep, self.draft())

    def leave(self) -> bool:
        return self._autosave.flush() and self.papers.flush() and self.snippets.flush()

    def show_settings(self, settings: Settings) -> None:
        """Show the look as it is."""
        self._settings = settings
        self.look_choice.set_value(settings.theme)
        self.text_choice.set_value(settings.text_percent)
        self.language_choice.set_value(settings.language)
        self.font_box.setChecked(settings.system_font)
        self.minutes_edit.set_number(settings.lock_minutes)

    def _restyle(self) -> None:
        chosen = replace(
            self._settings,
            theme=Theme(str(self.look_choice.value())),
            text_percent=int(str(self.text_choice.value())),
            language=str(self.language_choice.value()),
            system_font=self.font_box.isChecked(),
            lock_minutes=self.minutes_edit.number() or self._settings.lock_minutes,
        )
        if chosen != self._settings:
            self._settings = chosen
            self.settings_changed.emit(chosen)
