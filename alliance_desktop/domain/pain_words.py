"""Which of the client's own numbers is pain: they name their numbers as they like, in any of our languages."""

from collections import Counter
from collections.abc import Iterable

from alliance_desktop.domain.folding import folded

# Parts of words, folded as the search folds them.
_PAIN = ("pain", "ache", "hurt", "sore", "schmerz", "weh", "dolor", "duele", "molestia")


def pain_among(measures: Iterable[str]) -> str:
    """Return the name that speaks of pain and was rated most often; empty when none does."""
    found = Counter(name for name in measures if any(part in folded(name) for part in _PAIN))
    return min(found, key=lambda name: (-found[name], name)) if found else ""
