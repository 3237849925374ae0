"""The first step: language, colours and text size, because everything after it must be readable."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from alliance_desktop.domain.appearance import TEXT_PERCENT, Settings, Theme
from alliance_desktop.ui.by_name import put
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.buttons import Chip
from alliance_desktop.ui.widgets.fields import Choice, Labelled
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import LANGUAGES, _


class LookStep(StepPage):
    """Dresses the window at once in what is chosen."""

    look_chosen = Signal(object)

    def __init__(self, settings: Settings) -> None:
        about = _("Choose what is easy on your eyes. All of it can be changed at any time.")
        super().__init__("look_step", _("Welcome. Can you read this well?"), about, back=False)
        self._settings = settings
        self.looks = QButtonGroup(self)
        chips = Flow()
        for look, words in (
            (Theme.SYSTEM, _("As the computer")),
            (Theme.LIGHT, _("Light")),
            (Theme.DARK, _("Dark")),
            (Theme.CONTRAST, _("High contrast")),
        ):
            chip = Chip(words)
            chip.setObjectName(f"look_{look}_chip")
            chip.setChecked(look is settings.theme)
            chip.clicked.connect(lambda _checked=False, look=look: self._restyle(replace(self._settings, theme=look)))
            self.looks.addButton(chip)
            chips.addWidget(chip)
        sizes = [(_("{n} %").format(n=n), n) for n in range(TEXT_PERCENT[0], TEXT_PERCENT[1] + 1, 10)]
        self.text_choice = Choice([(words, n) for words, n in sizes])
        self.text_choice.set_value(settings.text_percent)
        self.text_choice.activated.connect(self._resize_text)
        size = Labelled(_("Text size"), self.text_choice, "text_choice")
        self.language_chips = {code: Chip(name) for code, name in LANGUAGES.items()}
        spoken = Flow()
        for code, chip in self.language_chips.items():
            chip.setObjectName(f"language_{code}_chip")
            chip.setChecked(code == settings.language)
            chip.clicked.connect(partial(self._speak, code))
            spoken.addWidget(chip)
        language = Words(_("Language"), "heading", "muted")
        self.fill(column(language, spoken, 16, Words(_("Colours"), "heading", "muted"), chips, 16, size))
        for look_chip in self.looks.buttons():
            # Tab comes to the one that is worn; the group looks after it from the first change on.
            put(look_chip, focusPolicy="StrongFocus" if look_chip.isChecked() else "ClickFocus")
        set_tab_order((*self.language_chips.values(), *self.looks.buttons(), self.text_choice, self.on_button))

    def _speak(self, language: str) -> None:
        # The one spoken now stays chosen; another one makes the page anew.
        self.language_chips[self._settings.language].setChecked(True)
        self._restyle(replace(self._settings, language=language))

    def _resize_text(self) -> None:
        self._restyle(replace(self._settings, text_percent=int(str(self.text_choice.value()))))

    def _restyle(self, settings: Settings) -> None:
        self._settings = settings
        self.look_chosen.emit(settings)
