"""How the program looks on this computer, and when it locks: nothing about anyone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

TEXT_PERCENT = (90, 200)
LOCK_MINUTES = (1, 120)
WINDOW_WIDTH = (640, 16_000)
WINDOW_HEIGHT = (480, 16_000)

_LANGUAGE = r"[a-z]{2,3}(_[A-Z]{2})?"


class Theme(StrEnum):
    """The colours of the screen; ``SYSTEM`` follows the computer between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is kept outside the encrypted file, because it is needed before the password."""

    theme: Theme = Theme.SYSTEM
    text_percent: int = 100
    language: str = "en"
    system_font: bool = False
    lock_minutes: int = 10
    window_width: int = 1280
    window_height: int = 800
    window_maximised: bool = False


def settings_from(values: Mapping[str, object]) -> Settings:
    """Return the settings for stored values: numbers are brought into range, what makes no sense is the default."""
    usual = Settings()
    theme, language = values.get("theme"), values.get("language")
    return Settings(
        theme=Theme(theme) if isinstance(theme, str) and theme in set(Theme) else usual.theme,
        text_percent=_number(values.get("text_percent"), TEXT_PERCENT, usual.text_percent),
        language=language if isinstance(language, str) and re.fullmatch(_LANGUAGE, language) else usual.language,
        system_font=_choice(values.get("system_font"), usual.system_font),
        lock_minutes=_number(values.get("lock_minutes"), LOCK_MINUTES, usual.lock_minutes),
        window_width=_number(values.get("window_width"), WINDOW_WIDTH, usual.window_width),
        window_height=_number(values.get("window_height"), WINDOW_HEIGHT, usual.window_height),
        window_maximised=_choice(values.get("window_maximised"), usual.window_maximised),
    )


def _number(value: object, limits: tuple[int, int], usual: int) -> int:
    # True is an int to Python, and no size of anything.
    if not isinstance(value, int) or isinstance(value, bool):
        return usual
    return min(max(value, limits[0]), limits[1])


def _choice(value: object, usual: bool) -> bool:
    return value if isinstance(value, bool) else usual
