"""Keeps the look and the lock of this computer in settings.json."""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from alliance_desktop.domain.appearance import LOCK_MINUTES, TEXT_PERCENT, Look, Settings
from alliance_desktop.storage import atomic


def load(path: Path) -> Settings:
    """Read the settings; what cannot be read is set aside and the defaults hold."""
    try:
        stored = json.loads(path.read_bytes())
        return _settings({str(name): value for name, value in stored.items()})
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, AttributeError):
        _set_aside(path)
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Write the settings; may raise OSError."""
    atomic.write(path, json.dumps(asdict(settings), indent=1).encode())


def _settings(stored: dict[str, Any]) -> Settings:
    known = {field.name: stored[field.name] for field in fields(Settings) if field.name in stored}
    told = Settings(**known)
    return Settings(
        Look(told.look),
        _within(TEXT_PERCENT, told.text_percent),
        bool(told.system_font),
        str(told.language),
        _within(LOCK_MINUTES, told.lock_minutes),
        _within((640, 16_000), told.width),
        _within((480, 16_000), told.height),
    )


def _within(bounds: tuple[int, int], value: int) -> int:
    return max(bounds[0], min(bounds[1], int(value)))


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".set-aside"))
    except OSError:
        return
