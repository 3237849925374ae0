"""The closing check on the sample: the client says how it was, the therapist guesses, looks, and promises."""

from alliance_desktop.domain.alert import Rule
from alliance_desktop.services import alerts, closing_checks
from alliance_desktop.storage.keys import SAMPLE_PASSWORD
from alliance_desktop.tour.person import NotInSight, pause
from alliance_desktop.tour.walk import Act, Walk
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.words import _, counted

_ANSWERS = (("bond", 5), ("touch", 3), ("goals", 4), ("tasks", 4))


class Closing:
    """Steps on Maria of the sample practice."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def acts(self) -> list[tuple[str, Act]]:
        """The steps in their order."""
        return [
            ("closing-check", self._answer),
            ("closing-check-done", self._finish),
            ("closing-check-guess", self._take_back),
            ("progress", self._look),
            ("worth-asking", self._brief),
            ("not-now", self._not_now),
        ]

    @property
    def _client(self) -> int:
        return self._walk.workspace.client_page.client_id

    @property
    def _handed(self) -> HandOver:
        handed = self._walk.window.handed
        if handed is None:
            raise NotInSight(_("The screen was not handed over."))
        return handed

    def _answer(self) -> tuple[bool, str]:
        self._walk.workspace.client_page.show_tab("progress")
        self._walk.person.click("closing_button")
        self._walk.person.until(_("The closing check"), lambda: self._walk.window.handed is not None)
        self._handed.showNormal()
        self._handed.resize(self._walk.window.size())
        pause(100)
        for strand, answer in _ANSWERS:
            self._walk.person.click(f"asked_{strand}_{answer}_button")
        begun = closing_checks.begun(self._client, self._walk.workspace.desk.today())
        answered = counted("{n} answer is stored.", "{n} answers are stored.", len(begun.answers))
        return len(begun.answers) == len(_ANSWERS), answered

    def _finish(self) -> tuple[bool, str]:
        self._walk.person.type("change_edit", "Warm the table first")
        self._walk.person.click("task_next_button")
        self._walk.person.click("task_done_button")
        return True, _("The client is thanked.")

    def _take_back(self) -> tuple[bool, str]:
        self._walk.person.click("take_back_lock_button")
        self._walk.person.type("take_back_password_field", SAMPLE_PASSWORD)
        self._walk.person.click("take_back_button")
        self._walk.person.until(_("The window"), lambda: self._walk.window.handed is None)
        self._walk.person.find("guess_form")
        unseen = closing_checks.waiting(self._client)
        return unseen is not None and unseen.seen_at is None, _("The answers wait until they are guessed.")

    def _look(self) -> tuple[bool, str]:
        self._walk.person.click("guess_touch_5")
        self._walk.person.click("look_button")
        newest = closing_checks.of(self._client)[-1].check
        held = newest.change == "Warm the table first" and len(newest.guess) == 1
        return held, _("The answers stand beside the guess.")

    def _brief(self) -> tuple[bool, str]:
        self._walk.workspace.client_page.show_tab("brief")
        return self._walk.person.find("alert_a1_touch").isVisible(), _("The brief says what is worth asking.")

    def _not_now(self) -> tuple[bool, str]:
        self._walk.person.click("not_now_a1_touch_button")
        self._walk.person.type("snooze_reason_edit", "We spoke of it today")
        self._walk.person.click("accept_button")
        asked = [alert.rule for alert in alerts.of(self._client, self._walk.workspace.desk.now())]
        return Rule.LOW not in asked, _("What can wait is put off, with its reason.")
