"""What every step of the talk shares: one question, one part of the plan, large enough for two."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import PlanContent


class Step(QWidget):
    """Shows and changes one part of a plan's draft; everything else in it stays as it was given.

    ``title`` names the step in the bar, ``onward`` on the button that leads to it, ``question`` is asked in large
    type, ``hint`` stands below it. ``edited`` says that something was typed or chosen, ``rebuilt`` that there are other
    widgets now, ``removed`` that something can be put back: a sentence, and how; ``settled`` that it no longer can.
    ``parts`` names what of a plan is written here.
    """

    edited = Signal()
    rebuilt = Signal()
    removed = Signal(str, object)
    settled = Signal()

    title = ""
    onward = ""
    question = ""
    hint = ""
    parts: tuple[str, ...] = ()

    def show_content(self, content: PlanContent) -> None:
        """Fill the step."""
        raise NotImplementedError

    def fit_height(self, pixels: int) -> None:
        """Know how high the step is seen; what likes to be as large as can be takes it."""

    def put_into(self, content: PlanContent) -> PlanContent:
        """Return the content with this step's part as it stands here."""
        raise NotImplementedError

    def is_done(self, content: PlanContent) -> bool:
        """True when there is something of this step in the plan."""
        raise NotImplementedError

    def said(self, content: PlanContent) -> str:
        """One quiet sentence for the foot of the page, or nothing."""
        return ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where the step begins."""
        first = next((stop for stop in self.stops if stop.isVisibleTo(self) and stop.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, part: str) -> None:
        """Put the cursor into what is missing of a part; without anything missing, where the step begins."""
        self.take_focus()
