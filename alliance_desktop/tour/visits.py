"""A visit to come and a strain that is talked about, on the sample."""

from alliance_desktop.services import appointments, change_answers, repairs
from alliance_desktop.tour.walk import Act, Walk
from alliance_desktop.words import _


class VisitsToCome:
    """Steps on Maria of the sample practice."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def coming(self) -> list[tuple[str, Act]]:
        """A visit is added on the first page of the day."""
        return [("add-visit", self._type_visit), ("visit-added", self._add_visit)]

    def repairing(self) -> list[tuple[str, Act]]:
        """In Maria\u2019s record: asked what changed, and a strain noted."""
        return [("nothing-changed", self._ask), ("what-strained", self._type_strain), ("repair-notebook", self._keep)]

    @property
    def _client(self) -> int:
        return self._walk.workspace.client_page.client_id

    def _type_visit(self) -> tuple[bool, str]:
        self._walk.person.click("add_visit_button")
        self._walk.person.type("appointment_who_edit", "Oslander")
        self._walk.person.type("appointment_time_edit", "2055")
        self._walk.person.type("appointment_note_edit", "Ask about the stairs")
        return self._walk.person.find("appointment_told").isVisible(), _("Who comes, when, and what that day holds.")

    def _add_visit(self) -> tuple[bool, str]:
        before = len(appointments.on(self._walk.workspace.desk.today()))
        self._walk.person.click("accept_button")
        booked = appointments.on(self._walk.workspace.desk.today())
        held = len(booked) == before + 1 and any(each.note == "Ask about the stairs" for each in booked)
        return held, _("The visit stands in its day.")

    def _ask(self) -> tuple[bool, str]:
        self._walk.workspace.client_page.show_tab("brief")
        self._walk.person.click("nothing_changed_button")
        given = change_answers.of(self._client, self._walk.workspace.desk.today())
        return given is not None and not given.changed, _("Asked, and kept with its day.")

    def _type_strain(self) -> tuple[bool, str]:
        self._walk.workspace.client_page.show_tab("progress")
        self._walk.person.click("repair_button")
        self._walk.person.click("repair_kind_2")
        self._walk.person.click("marker_fine_twice_box")
        self._walk.person.type("repair_said_edit", "It was too much on the right")
        self._walk.person.type("repair_changed_edit", "Ask before going deeper")
        return self._walk.person.find("repair_dialog").isVisible(), _("A strain in a few words and ticks.")

    def _keep(self) -> tuple[bool, str]:
        self._walk.person.click("accept_button")
        (entry,) = repairs.of(self._client)
        self._walk.person.find(f"repair_{entry.id}_outcome")
        return entry.draft.we_changed == "Ask before going deeper", _("It is looked at again at a later visit.")
