"""The numbers that visits are mostly rated by, 0 to 10, and which way is good for a number by its name."""

from enum import StrEnum

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.pain_words import is_pain
from alliance_desktop.words import _

# Parts of names in all our languages, folded as the search folds them.
_LESS = (
    *("tension", "tense", "stiff", "spannung", "steif", "rigidez"),
    *("stress", "worry", "estres"),
)
_MORE = (
    *("calm", "ease", "relax", "ruhe", "ruhig", "entspann", "calma", "relaj", "tranquil"),
    *("sleep", "schlaf", "sueno", "dormir", "energy", "energie", "energia"),
)


class Better(StrEnum):
    """Which way is good."""

    LESS = "less"
    MORE = "more"
    UNKNOWN = "unknown"


def usual() -> tuple[str, ...]:
    """What is offered to be rated: pain, tension, stress, calm, sleep, energy."""
    return _("Pain"), _("Tension"), _("Stress"), _("Calm"), _("Sleep"), _("Energy")


def better_of(name: str) -> Better:
    """Which way is good for a number of this name; unknown where the name does not tell, or tells both."""
    plain = folded(name)
    # Letting go of tension is named by it in German.
    more = any(part in plain for part in _MORE)
    less = is_pain(name) or (any(part in plain for part in _LESS) and "entspann" not in plain)
    if more == less:
        return Better.UNKNOWN
    return Better.MORE if more else Better.LESS
