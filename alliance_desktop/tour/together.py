"""The first talk with somebody who has no plan yet: every step is filled in, both sign, the screen is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from alliance_desktop.services import plans
from alliance_desktop.storage.keys import SAMPLE_PASSWORD
from alliance_desktop.tour.person import NotInSight, pause
from alliance_desktop.tour.walk import Act, Walk
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.words import _

TALKER = "Theo Testmann"
_MATTERS, _GOAL, _ACTIVITY = "I want to sleep through again.", "Six hours without waking", "Sleeping on my side"
_PROMISE, _REASON = "Two pillows under the knee", "I do not want to hold a pen"


class Together:
    """Steps on somebody who came to the sample practice today for the first time."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def acts(self) -> list[tuple[str, Act]]:
        """The steps in their order."""
        return [
            ("together", self._begin),
            ("together-matters", self._say),
            ("together-where", self._mark),
            ("together-goal", self._aim),
            ("together-ways", self._choose),
            ("together-agree", self._promise),
            ("together-words", self._say_back),
            ("together-sign", self._sign),
            ("together-signed", self._agree_aloud),
            ("taking-back", self._ask),
            ("taken-back", self._take_back),
        ]

    def wanted(self) -> dict[str, object]:
        """The version they signed, as the file must hold it."""
        return {
            "number": 1, "intact": True, "what_matters": _MATTERS, "goals": [[_GOAL, "", 2, 7]], "visits": 3,
            "commitments": [["client", _PROMISE, ""]], "asked": True, "changes": [],
            "signatures": [["client", "drawn", True, ""], ["therapist", "aloud", False, _REASON]],
        }  # fmt: skip

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
        self._walk.workspace.new_client()
        self._walk.person.type("name_edit", TALKER)
        self._walk.person.click("accept_button")
        self._walk.person.until(TALKER, lambda: self._walk.workspace.client_page.name.text() == TALKER)
        self._walk.person.click("together_button")
        self._walk.person.until(_("The talk"), lambda: self._walk.window.handed is not None)
        self._handed.showNormal()
        self._handed.resize(self._walk.window.size())
        pause(100)
        return not self._walk.window.isVisible(), _("The screen is the client’s.")

    def _on(self, place: int) -> None:
        self._walk.person.click("talk_next_button")
        self._walk.person.until(self._page.question.text(), self._page.steps[place].isVisible)

    def _say(self) -> tuple[bool, str]:
        self._walk.person.type("talk_matters_edit", _MATTERS)
        self._walk.person.type("talk_reflection_edit", "You want whole nights back")
        self._walk.person.click("understood_1_button")
        return True, self._page.question.text()

    def _mark(self) -> tuple[bool, str]:
        self._on(1)
        figure = self._walk.person.find("body_chart_figure")
        QApplication.sendEvent(figure, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier(0)))
        return len(self._page.content().marks) == 1, self._page.question.text()

    def _aim(self) -> tuple[bool, str]:
        self._on(2)
        self._walk.person.type("goal_1_said_edit", _GOAL)
        self._walk.person.type("goal_1_activity_edit", _ACTIVITY)
        self._walk.person.digit("goal_1_now", 2)
        self._walk.person.digit("goal_1_hoped", 7)
        return True, self._page.question.text()

    def _choose(self) -> tuple[bool, str]:
        self._on(3)
        for number in (1, 2, 3):
            self._walk.person.click(f"talk_starter_{number}_button")
        self._walk.person.click("way_2_card")
        self._walk.person.type("talk_reason_edit", "I want to do something myself")
        return self._page.content().chosen_way is not None, self._page.question.text()

    def _promise(self) -> tuple[bool, str]:
        self._on(4)
        self._walk.person.type("visits_edit", "3")
        self._walk.person.click("add_yours_button")
        self._walk.person.type("client_1_what_edit", _PROMISE)
        return True, self._page.question.text()

    def _say_back(self) -> tuple[bool, str]:
        self._on(5)
        self._walk.person.type("talk_teach_back_edit", "We try three times and look at my nights")
        self._walk.person.click("asked_1_button")
        return True, self._page.question.text()

    def _sign(self) -> tuple[bool, str]:
        self._on(6)
        self._walk.person.until(_("The page"), lambda: self._page.sign_step.is_shown)
        self._walk.person.sign("client_pad")
        self._walk.person.click("client_sign_button")
        return self._page.sign_step.is_half_signed, _("The client draws a signature.")

    def _agree_aloud(self) -> tuple[bool, str]:
        self._walk.person.click("therapist_how_choice_2")
        self._walk.person.type("therapist_reason_edit", _REASON)
        self._walk.person.click("therapist_sign_button")
        self._walk.person.until(_("The signed plan"), lambda: self._page.sign_step.is_over)
        pause(100)
        return True, _("The client signed on the pad, the therapist agreed aloud.")

    def _ask(self) -> tuple[bool, str]:
        self._walk.person.click("take_back_lock_button")
        return self._handed.take_back.isVisible(), self._handed.take_back.title.text()

    def _take_back(self) -> tuple[bool, str]:
        self._walk.person.type("take_back_password_field", SAMPLE_PASSWORD)
        self._walk.person.click("take_back_button")
        self._walk.person.until(_("The window"), lambda: self._walk.window.handed is None)
        plan = plans.current(self._walk.workspace.client_page.client_id)
        held = self._walk.window.isVisible() and plan is not None and plan.agreed is not None
        return held, _("The therapist has the screen again, and the signed plan stands.")
