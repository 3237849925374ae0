"""Which of the client's own numbers is pain: they name their numbers as they like, in any of our languages."""

from collections import Counter
from collections.abc import Iterable

from alliance_desktop.domain.folding import folded

# Parts of words, folded as the search folds them.
_PAIN = ("pain", "ache", "hurt", "sore", "schmerz", "weh", "dolor", "duele", "molestia")


def pain_among(measures: Iterable[str]) -> str:
    """Return the name that speaks of pain and was rated most often; empty when none does."""
    counted = Counter(measures)
    found = {name: rated for name, rated in counted.items() if is_pain(name)}
    return min(found, key=lambda name: (-found[name], name)) if found else ""


def is_pain(name: str) -> bool:
    """True where a name speaks of pain."""
    plain = folded(name)
    return any(part in plain for part in _PAIN)
