"""Words on paper that a practice may put in its own way."""

from enum import StrEnum


class PaperText(StrEnum):
    """Which part of which sheet: why saying it helps, how to bring something up, where the therapist's limits are."""

    WHY_SAY_IT = "why say it"
    HOW_TO_SAY_IT = "how to say it"
    LIMITS = "limits"
