"""In the header of a note: how it stands with the consent, and the area that was agreed to for today; never a gate."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import Consent, ConsentKind, Standing, standing, standing_words
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.words import _

_LONGEST = 32


class ConsentChip(LinkButton):
    """A quiet button that says how it stands, in the colour of what wants to be looked at."""

    def show_state(self, words: str, token: str, spoken: str = "") -> None:
        """Say it, in a colour of the theme."""
        self.token = token
        self.setProperty("tone", token)
        self.style().unpolish(self)
        self.style().polish(self)
        self.rename(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")
        self.setAccessibleName(spoken or words)
        self.setToolTip(spoken or words)
        self._dress()


class ConsentChips(QObject):
    """Two chips for whoever lays them out.

    ``look_wanted`` carries the kind of consent to open, ``ask_wanted`` the kind to ask for.
    """

    look_wanted = Signal(object)
    ask_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.consent_chip = ConsentChip("", "shield-check")
        self.consent_chip.setObjectName("consent_chip")
        self.area_chip = ConsentChip("", "hand-heart")
        self.area_chip.setObjectName("area_chip")
        self._area: Consent | None = None
        self.consent_chip.clicked.connect(self._look)
        self.area_chip.clicked.connect(self._look_at_area)

    def show_consents(self, consents: Sequence[Consent], day: date) -> None:
        """Show how it stands on a day."""
        state, consent = standing(consents, ConsentKind.TREATMENT, day)
        self.consent_chip.show_state(standing_words(state, consent, day), _token(state))
        state, self._area = standing(consents, ConsentKind.SENSITIVE_AREA, day)
        if state is not Standing.HOLDS or self._area is None:
            self._area = None
            spoken = _("Consent to a sensitive area, for this visit")
            self.area_chip.show_state(_("Sensitive area…"), "accent", spoken)
        else:
            self.area_chip.show_state(_("Agreed today: {areas}").format(areas=self._area.consent.areas), "accent")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        return (self.consent_chip, self.area_chip)

    def _look(self) -> None:
        self.look_wanted.emit(ConsentKind.TREATMENT)

    def _look_at_area(self) -> None:
        (self.ask_wanted if self._area is None else self.look_wanted).emit(ConsentKind.SENSITIVE_AREA)


def _token(state: Standing) -> str:
    return {Standing.HOLDS: "accent", Standing.MISSING: "muted"}.get(state, "warning")
