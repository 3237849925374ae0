"""Before the answers are shown the therapist guesses them: the gap is what teaches."""

from PySide6.QtCore import Signal

from alliance_desktop.domain.alliance import KeptCheck
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.progress.four_steps import FourSteps
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _


class GuessForm(Frame):
    """``looked`` carries the number of a check and what was guessed, perhaps nothing."""

    looked = Signal(int, object)

    def __init__(self, kept: KeptCheck, called: str, day: str) -> None:
        super().__init__("quiet")
        self.setObjectName("guess_form")
        self._id = kept.id
        self.four_steps = FourSteps("guess", _("No guess"))
        self.look_button = MainButton(_("Show the answers"), "eye")
        self.look_button.setObjectName("look_button")
        told = _("Guess first what {name} said; whoever guesses notices more. Only you see it.")
        inside = column(
            Words(_("{name} answered the closing check, {day}").format(name=called, day=day), "title"),
            4,
            Words(told.format(name=called), "body", "muted"),
            16,
            self.four_steps,
            row(self.look_button, None),
            gap=0,
        )
        inside.setContentsMargins(20, 20, 20, 20)
        self.setLayout(inside)
        self.look_button.clicked.connect(self._look)
        self.four_steps.went_through.connect(self.look_button.setFocus)

    def _look(self) -> None:
        self.looked.emit(self._id, self.four_steps.value())
