"""At signing, when there is nothing to sign: what is still missing and the way there, or that nothing changed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Plan
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.together.look_again import LookAgain
from alliance_desktop.ui.typed import typed
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class NotYet(QWidget):
    """One calm sentence, and a button that leads to the part of the plan where it is mended."""

    mend_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._part = ""
        self.words = Words("", "title")
        self.words.setObjectName("not_yet_words")
        self.mend_button = MainButton(_("Fill it in"), "arrow-left")
        self.mend_button.large()
        self.mend_button.setObjectName("mend_button")
        self.setLayout(column(self.words, self.mend_button, gap=16))
        self.mend_button.clicked.connect(self._mend)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to."""
        return () if self.isHidden() else (self.mend_button,)

    def say(self, sentence: str, part: str) -> None:
        """Say what is missing in which part of the plan."""
        self._part = part
        self.words.setText(sentence)
        self.show()

    def _mend(self) -> None:
        self.mend_wanted.emit(self._part)


class NothingNew(QWidget):
    """A review that changes nothing is a good one; only the next day to look again can be set.

    ``edited`` says that a day was typed or chosen, ``day_wanted`` that it is to be set.
    """

    day_wanted = Signal()
    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._before: date | None = None
        self.words = Words(_("Nothing changed, and that is fine. What you signed holds."), "title")
        self.words.setObjectName("nothing_new_words")
        more = Words(_("You can set the day on which you look at it again; that alone is then signed anew."))
        self.look_again = LookAgain("next_look", today)
        self.set_button = MainButton(_("Set this day"), "calendar-check")
        self.set_button.large()
        self.set_button.setObjectName("set_day_button")
        self.setLayout(column(self.words, more, 8, self.look_again, self.set_button, gap=12))
        self.look_again.day_edit.textChanged.connect(self._follow)
        self.look_again.edited.connect(self.edited)
        self.set_button.clicked.connect(self.day_wanted)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return () if self.isHidden() else (*self.look_again.stops, self.set_button)

    def day(self) -> date | None:
        """The day that was chosen, or None while there is none or it is the one agreed before."""
        day = self.look_again.day_edit.day_or_none()
        return day if day != self._before else None

    @property
    def unfinished(self) -> dict[str, str]:
        """The day that is typed and not set yet, by the field's name."""
        return {} if self.isHidden() or self.day() is None else typed(self.look_again)

    def show_plan(self, plan: Plan) -> None:
        """Show the day that was agreed."""
        self._before = plan.agreed.content.review_on if plan.agreed is not None else None
        self.look_again.day_edit.set_day(self._before)
        self._follow()
        self.show()

    def _follow(self) -> None:
        self.set_button.setEnabled(self.day() is not None)
