"""How the program looks on this computer: nothing about anyone."""

from dataclasses import dataclass
from enum import StrEnum

TEXT_PERCENT = (90, 200)
LOCK_MINUTES = (1, 120)


class Look(StrEnum):
    """The three looks, and the one the computer has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers of its look and its lock; ``text_percent`` 90–200, ``lock_minutes`` 1–120."""

    look: Look = Look.SYSTEM
    text_percent: int = 100
    system_font: bool = False
    language: str = "en"
    lock_minutes: int = 10
    width: int = 1280
    height: int = 800
