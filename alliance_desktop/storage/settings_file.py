"""Keeps the look of the program in settings.json, which never stands in the way of the records."""

import json
from dataclasses import asdict
from pathlib import Path

from alliance_desktop.domain.appearance import Settings, settings_from
from alliance_desktop.storage import atomic

_LARGEST = 64 * 1024


def load(path: Path) -> Settings:
    """Return the stored settings; a missing file means the defaults, a damaged one is set aside for them."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError:
        return Settings()
    try:
        values = json.loads(raw) if len(raw) <= _LARGEST else None
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        _set_aside(path)
        return Settings()
    return settings_from(values)


def save(path: Path, settings: Settings) -> None:
    """Store the settings, brought into range; raises ``FileNotWritten``."""
    values = asdict(settings_from(asdict(settings)))
    atomic.write(path, json.dumps(values, indent=2, sort_keys=True).encode() + b"\n")


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".set-aside"))
    except OSError:
        # In a folder that can only be read it stays, and is passed over again next time.
        return
