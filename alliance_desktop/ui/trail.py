"""The way through the pages, so that Back finds the page before, and in a client the tab that was open."""

from dataclasses import dataclass, replace

_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A page; in a client's record whose, and which tab."""

    page: str
    client_id: int = 0
    tab: str = ""


class Trail:
    """Remembers the last places, the present one at its end."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    @property
    def here(self) -> Place | None:
        """Where one is now; None before the first page."""
        return self._places[-1] if self._places else None

    def arrive(self, place: Place) -> None:
        """Be somewhere else from now on."""
        if place != self.here:
            self._places = [*self._places[-_LONGEST:], place]

    def turn_to(self, client_id: int, tab: str) -> None:
        """Be at another tab of the same client."""
        here = self.here
        if here is not None and here.page == "client" and here.client_id == client_id:
            self._places[-1] = replace(here, tab=tab)

    def back(self) -> Place | None:
        """Go one place back and return it; None at the beginning."""
        if len(self._places) < 2:
            return None
        self._places.pop()
        return self._places[-1]
