"""Keeps the look of the program in settings.json, which never stands in the way of the records."""

import json
from dataclasses import asdict

from alliance_desktop.domain.appearance import Settings, settings_from
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic

_LARGEST = 64 * 1024


def load(folder: PracticeFolder) -> Settings:
    """Return the stored settings; a missing file means the defaults, a damaged one is set aside for them."""
    try:
        with folder.settings.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError:
        return Settings()
    try:
        values = json.loads(raw) if len(raw) <= _LARGEST else None
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        _set_aside(folder)
        return Settings()
    return settings_from(values)


def save(folder: PracticeFolder, settings: Settings) -> None:
    """Store the settings, brought into range; raises ``FileNotWritten``."""
    values = asdict(settings_from(asdict(settings)))
    atomic.write(folder.settings, json.dumps(values, indent=2, sort_keys=True).encode() + b"\n")


def _set_aside(folder: PracticeFolder) -> None:
    try:
        folder.settings.replace(folder.settings_aside)
    except OSError:
        # In a folder that can only be read it stays, and is passed over again next time.
        return
