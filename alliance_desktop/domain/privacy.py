"""What a practice can show of how it keeps what clients tell: the facts as they are, in words for clients."""

from dataclasses import dataclass
from datetime import date

from alliance_desktop.words import _, day_words


@dataclass(frozen=True, slots=True)
class PrivacyFacts:
    """How it stands on a day: whether a service copies the folder, the newest backup, whether a recovery code opens it.

    ``backup_on`` is the day of the newest backup that was opened and counted after it was made; None where there is
    none.
    """

    day: date
    in_a_cloud: bool = False
    backup_on: date | None = None
    has_code: bool = False

    def parts(self, therapist: str) -> tuple[tuple[str, str], ...]:
        """Each heading with its text: an empty line parts paragraphs, a hyphen begins a line of a list."""
        return (
            (_("Where they are"), self._where().format(name=therapist)),
            (_("Who can read them"), self._who().format(name=therapist)),
            (_("If the computer is lost"), self._lost().format(name=therapist)),
            (_("What you can ask for"), _asked()),
        )

    def _where(self) -> str:
        here = (
            _("In one encrypted file on {name}’s own computer. A service copies the folder it lies in, unreadable.")
            if self.in_a_cloud
            else _("In one encrypted file on {name}’s own computer.")
        )
        closed = _("The program uses no network at all: it sends nothing to anybody, and there is no account anywhere.")
        return f"{here}\n\n{closed}"

    def _who(self) -> str:
        who = (
            _("Only who has {name}’s password, or the recovery code that was printed for {name}.")
            if self.has_code
            else _("Only who has {name}’s password.")
        )
        others = _("The makers of the program cannot. The screen locks by itself when nobody uses it.")
        return f"{who}\n\n{others}"

    def _lost(self) -> str:
        unreadable = _("Whoever finds it cannot read the file without the password.")
        if self.backup_on is None:
            return f"{unreadable}\n\n{_('There is no copy of it yet.')}"
        copy = _("There is a copy of {day}, encrypted as well. After it was made it was opened and counted.")
        return f"{unreadable}\n\n{copy.format(day=day_words(self.backup_on, self.day))}"


def _asked() -> str:
    lines = (
        _("to read what is written about you, and to have it on paper"),
        _("to add your own words under what was written"),
        _("to have a mistake put right: what was signed stays, and beside it stands what is right"),
        _("to take a consent back, at any time and without a reason"),
    )
    return "\n".join(f"- {line}" for line in lines)
