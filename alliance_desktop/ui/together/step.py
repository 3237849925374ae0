"""What every step of the talk shares: one question, one part of the plan, large enough for two."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import PlanContent


class Step(QWidget):
    """Shows and changes one part of a plan's draft; everything else in it stays as it was given.

    ``title`` names the step in the bar, ``question`` is asked in large type, ``hint`` stands below it. ``edited`` says
    that something was typed or chosen.
    """

    edited = Signal()

    title: str = ""
    question: str = ""
    hint: str = ""

    def show_content(self, content: PlanContent, names: tuple[str, str]) -> None:
        """Fill the step; ``names`` are the client's and the therapist's."""
        raise NotImplementedError

    def put_into(self, content: PlanContent) -> PlanContent:
        """Return the content with this step's part as it stands here."""
        raise NotImplementedError

    def is_done(self, content: PlanContent) -> bool:
        """True when both have been through this step: there is something of it in the plan."""
        raise NotImplementedError

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where the step begins."""
        if self.stops:
            self.stops[0].setFocus()
