"""Where the client's words in a plan are typed: what is typed anew is dated anew."""

from datetime import date

from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.words import _, day_words


class SaidEdit(VoiceEdit):
    """Edits what somebody said; the same words keep their day and the Voice they rest on."""

    def __init__(self, label: str, name: str, placeholder: str = "", lines: int = 1, role: str = "quote") -> None:
        super().__init__(Whose.CLIENT, label, name, placeholder, lines, role)
        self._before = Said()

    def show_said(self, said: Said) -> None:
        """Fill the field."""
        self._before = said
        self.set_words(said.words)

    def said(self) -> Said:
        """The words as they are typed now: dated anew when they changed, resting on the same Voice until settled."""
        words = self.words()
        return self._before if words == self._before.words else Said(words, None, self._before.voice)


def said_on(said: Said, today: date) -> str:
    """Say when these words were said, where they rest on something that was."""
    return _("said {day}").format(day=day_words(said.day, today)) if said and said.day is not None else ""
