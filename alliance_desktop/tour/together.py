"""The talk on the sample: every step that two people see."""

from functools import partial

from alliance_desktop.services import plans
from alliance_desktop.storage.keys import SAMPLE_PASSWORD
from alliance_desktop.tour.person import NotInSight, pause
from alliance_desktop.tour.walk import Act, Walk
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.words import _

_NAMES = ("matters", "where", "goal", "ways", "agree", "words", "sign")


class Together:
    """Steps on Maria of the sample practice, whose plan is signed: nothing of it is changed."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def acts(self) -> list[tuple[str, Act]]:
        """The steps in their order."""
        talk: list[tuple[str, Act]] = [(f"together-{name}", partial(self._show, n)) for n, name in enumerate(_NAMES)]
        return [("together", self._begin), *talk, ("taking-back", self._ask), ("taken-back", self._take_back)]

    @property
    def _handed(self) -> HandOver:
        handed = self._walk.window.handed
        if handed is None:
            raise NotInSight(_("The screen was not handed over."))
        return handed

    @property
    def _page(self) -> TogetherPage:
        page = self._handed.page
        if not isinstance(page, TogetherPage):
            raise NotInSight(_("The screen was not handed over."))
        return page

    def _begin(self) -> tuple[bool, str]:
        self._walk.person.click("together_button")
        self._walk.person.until(_("The talk"), lambda: self._walk.window.handed is not None)
        self._handed.showNormal()
        self._handed.resize(self._walk.window.size())
        pause(100)
        return not self._walk.window.isVisible(), _("The screen is the client’s.")

    def _show(self, place: int) -> tuple[bool, str]:
        self._page.go(place)
        pause(300)
        return self._page.question.isVisible(), self._page.question.text()

    def _ask(self) -> tuple[bool, str]:
        self._walk.person.click("take_back_lock_button")
        return self._handed.take_back.isVisible(), self._handed.take_back.title.text()

    def _take_back(self) -> tuple[bool, str]:
        self._walk.person.type("take_back_password_field", SAMPLE_PASSWORD)
        self._walk.person.click("take_back_button")
        self._walk.person.until(_("The window"), lambda: self._walk.window.handed is None)
        plan = plans.current(self._walk.workspace.client_page.client_id)
        held = self._walk.window.isVisible() and plan is not None and plan.draft is None
        return held, _("The therapist has the screen again, and the signed plan stands.")
