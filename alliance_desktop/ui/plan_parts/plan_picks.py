"""What the fields of a plan under work offer: phrases that stood in the same place of earlier plans."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.ui.widgets.fields import MultiText, TextField
from alliance_desktop.ui.widgets.picks import Picks

# What was used in a place, and where asked for only by one of the two.
Used = Callable[..., Sequence[str]]


class PlanPicks(QObject):
    """One list for each place of a plan, whoever has fields for it."""

    def __init__(self, parent: QObject, used: Used) -> None:
        super().__init__(parent)
        self._lists = {phrase: Picks(self, partial(used, phrase)) for phrase in Phrase}

    def offer(self, phrase: Phrase, *fields: TextField | MultiText) -> None:
        """Offer in these fields what stood in their place before."""
        for field in fields:
            self._lists[phrase].offer_in(field)

    def read_anew(self) -> None:
        """Another plan is under work: what was used may be more now."""
        for picks in self._lists.values():
            picks.read_anew()
