"""Every window and dialog of the program, opened one after the other on a real sample practice."""

from alliance_desktop.services import clients
from tests.ui.window_walk import until
from tests.ui.windows_empty import EMPTY, EmptyWindows
from tests.ui.windows_in_the_talk import TALK, TalkWindows
from tests.ui.windows_inside import INSIDE, InsideWindows
from tests.ui.windows_limits import LIMITS, LimitWindows
from tests.ui.windows_of_scales import SCALES, ScaleWindows
from tests.ui.windows_outside import OUTSIDE

NAMES = OUTSIDE + TALK + INSIDE + LIMITS + SCALES + EMPTY


class EveryWindow(EmptyWindows, InsideWindows, LimitWindows, ScaleWindows, TalkWindows):
    """``show`` brings one of the ``NAMES`` on screen and returns its window; windows it changes come last."""

    def place_of(self, name: str) -> str:
        """The practice that a window belongs to."""
        return "outside" if name in OUTSIDE else "inside" if name in INSIDE + LIMITS + SCALES + TALK else "empty"

    def _enter(self, place: str) -> None:
        if place == "inside":
            self.click("unlock_button")
            until(lambda: self.window.workspace is not None, "the workspace")
            # A second look finds what the first one left: nothing of the sample is changed twice.
            self.maria = clients.lines("Maria Feldner")[0].id
        elif place == "empty":
            self._set_up()
