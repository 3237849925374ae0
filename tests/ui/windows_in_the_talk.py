"""The screen in a client's hands."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import ConsentDraft, ConsentKind, usual_text
from alliance_desktop.services import pins, plans
from alliance_desktop.storage import pin_hash
from alliance_desktop.storage.wrapping import CHEAP
from alliance_desktop.ui.together.closing_task import ClosingTask
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.ui.widgets.fields import NumberField
from tests.ui.window_walk import WindowWalk, pause, type_into, until

TALK = (
    "talk_matters", "talk_where", "talk_goal", "talk_ways", "talk_agree", "talk_words", "talk_nothing_new",
    "talk_sign", "talk_write_ways", "take_back", "take_back_pin", "health_task", "consent_task", "body_task",
    "closing_task", "closing_task_end", "talk_signed",
)  # fmt: skip


# Steps between which two people go without giving the screen back, which takes some seconds each time.
STEPS = TALK[:6]


class TalkWindows(WindowWalk):
    """The steps of the talk, the tasks that a client does alone, and taking the screen back."""

    def _reopen_plan(self) -> None:
        """A look before this one may have left the plan half signed; then nothing in it can be changed."""
        plan = plans.current(self.maria)
        if plan is not None and plan.waiting is not None:
            plans.begin(self.maria, self.workspace.desk.now())

    def _goes_on_to(self, name: str) -> bool:
        return self._shown in STEPS and name in STEPS

    def _talk(self, place: int) -> HandOver:
        if self.window.handed is None:
            self._reopen_plan()
            self.workspace.talk(self.maria)
        handed = self._handed()
        page = handed.page
        assert isinstance(page, TogetherPage)
        page.go(place)
        pause(60)
        return handed

    def _talk_matters(self) -> HandOver:
        return self._talk(0)

    def _talk_where(self) -> HandOver:
        return self._talk(1)

    def _talk_goal(self) -> HandOver:
        return self._talk(2)

    def _talk_ways(self) -> HandOver:
        return self._talk(3)

    def _talk_agree(self) -> HandOver:
        return self._talk(4)

    def _talk_words(self) -> HandOver:
        return self._talk(5)

    def _talk_sign(self) -> HandOver:
        """At a review with one change."""
        plan = plans.current(self.maria)
        agreed = plan.shown.agreement.visits if plan is not None else None
        return self._sign_with((agreed or 0) + 1)

    def _sign_with(self, visits: int | None) -> HandOver:
        handed = self._talk(4)
        page, field = handed.page, self.find(NumberField, "visits_edit")
        field.set_number(visits)
        field.textEdited.emit(field.text())
        assert isinstance(page, TogetherPage)
        page.go(6)
        until(lambda: page.sign_step.is_shown, "the page")
        pause(100)
        return handed

    def _talk_nothing_new(self) -> HandOver:
        plan = plans.current(self.maria)
        assert plan is not None
        return self._sign_with(plan.shown.agreement.visits)

    def _talk_signed(self) -> HandOver:
        handed = self._talk_sign()
        for who in ("client", "therapist"):
            self.click(f"{who}_how_choice_2")
            type_into(self.find(QWidget, f"{who}_reason_edit"), "no pen at hand")
            self.click(f"{who}_sign_button")
        self.find(QWidget, "thanked_words")
        return handed

    def _talk_write_ways(self) -> HandOver:
        handed = self._talk(3)
        self.click("write_ways_button")
        return handed

    def _handed(self) -> HandOver:
        until(lambda: self.window.handed is not None, "the hand-over")
        handed = self.window.handed
        assert handed is not None
        handed.showNormal()
        handed.resize(*self._size)
        pause(60)
        return handed

    def _health_task(self) -> HandOver:
        self.workspace.hand_overs.ask_about_health(self.maria)
        return self._handed()

    def _consent_task(self) -> HandOver:
        text = usual_text(ConsentKind.TREATMENT, "Ana")
        draft = ConsentDraft(ConsentKind.TREATMENT, text, "", self.workspace.desk.today())
        self.workspace.hand_overs.ask_for_consent(self.maria, draft)
        return self._handed()

    def _body_task(self) -> HandOver:
        self._reopen_plan()
        self.workspace.hand_overs.ask_where(self.maria)
        return self._handed()

    def _closing_task(self) -> HandOver:
        self.workspace.hand_overs.ask_how_it_was(self.maria)
        handed = self._handed()
        assert isinstance(handed.page, ClosingTask)
        handed.page.asked[1].opened.emit()
        return handed

    def _closing_task_end(self) -> HandOver:
        handed = self._closing_task()
        assert isinstance(handed.page, ClosingTask)
        for _question in range(len(handed.page.asked) - 1):
            handed.page.go_on()
        return handed

    def _take_back(self) -> HandOver:
        handed = self._talk(0)
        self.click("take_back_lock_button")
        return handed

    def _take_back_pin(self) -> HandOver:
        if pins.seal() is None:
            pins.choose(pin_hash.sealed("2580", CHEAP), self.workspace.desk.now())
        handed = self._take_back()
        self.find(QWidget, "digit_pad")
        return handed
