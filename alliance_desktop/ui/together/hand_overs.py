"""The occasions on which a client is given the screen, each with its page."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from alliance_desktop.domain.appearance import Settings
from alliance_desktop.domain.consent import ConsentDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, plans, practice
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.together.hand_over import HandOver, Room
from alliance_desktop.ui.together.handed_page import HandedPage
from alliance_desktop.words import _

if TYPE_CHECKING:
    from alliance_desktop.ui.together.together_page import TogetherPage


# The pages of a client are brought when the screen is given away: until then they would only take memory.


class HandOvers(QObject):
    """``begun`` carries the window that a client is to see, not shown yet.

    ``agreed`` carries the version that all signed in a talk, once the therapist has the screen again.
    """

    begun = Signal(object)
    agreed = Signal(int)

    def __init__(self, desk: Desk, folder: PracticeFolder, settings: Callable[[], Settings]) -> None:
        super().__init__(desk)
        self._desk, self._folder, self._settings = desk, folder, settings
        # How long each client's talk has been going on that was given back unfinished.
        self._talked: dict[int, timedelta] = {}

    def talk(self, client_id: int) -> None:
        """Both write the plan, or look it over."""
        from alliance_desktop.ui.together.together_page import TogetherPage

        page = TogetherPage(self._desk, client_id, self._talked.pop(client_id, timedelta()))
        self._give(client_id, page).returned.connect(partial(self._end_talk, client_id, page))

    def _end_talk(self, client_id: int, page: "TogetherPage") -> None:
        if page.signed_version:
            self.agreed.emit(page.signed_version)
        else:
            self._talked[client_id] = page.clock.gone

    def ask_about_health(self, client_id: int) -> None:
        """The client answers the health questions alone."""
        from alliance_desktop.ui.together.health_task import HealthTask

        self._give(client_id, HealthTask(self._desk, client_id))

    def ask_for_consent(self, client_id: int, draft: ConsentDraft) -> None:
        """The client reads a consent and signs it, or not."""
        from alliance_desktop.ui.together.consent_task import ConsentTask

        self._give(client_id, ConsentTask(self._desk, client_id, draft))

    def ask_about_note(self, client_id: int, session_id: int) -> None:
        """The client says something to a signed note, and signs it, or not."""
        from alliance_desktop.ui.together.statement_task import StatementTask

        self._give(client_id, StatementTask(self._desk, client_id, session_id))

    def ask_how_it_was(self, client_id: int) -> None:
        """The client says at the end of a visit how it was."""
        from alliance_desktop.ui.together.closing_task import ClosingTask

        self._give(client_id, ClosingTask(self._desk, client_id))

    def ask_scale(self, client_id: int, scale_id: int) -> None:
        """The client answers a scale of the therapist's own alone."""
        from alliance_desktop.ui.together.scale_task import ScaleTask

        self._give(client_id, ScaleTask(self._desk, client_id, scale_id))

    def ask_where(self, client_id: int) -> None:
        """The client marks the body figure of the plan; a plan that waits for signatures stays as it is."""
        plan = plans.current(client_id)
        if plan is not None and plan.waiting is not None:
            self._desk.say(_("The plan waits for signatures. Change it first; then the figure is open again."))
        else:
            from alliance_desktop.ui.together.body_task import BodyTask

            self._give(client_id, BodyTask(self._desk, client_id))

    def _give(self, client_id: int, page: HandedPage) -> HandOver:
        called, therapist = clients.one(client_id).called, practice.current().first_name
        self._desk.end_undo()
        room = Room(self._folder, self._settings(), client_id, called, therapist)
        handed = HandOver(self._desk, room, page)
        self.begun.emit(handed)
        return handed
