"""What the open practice can show of how it keeps what clients tell: read from the real state, never promised."""

from datetime import date
from pathlib import Path

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.privacy import PrivacyFacts
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import backups, vault
from alliance_desktop.storage.database import database
from alliance_desktop.storage.drives import found


def facts(today: date) -> PrivacyFacts:
    """How it stands today."""
    folder = PracticeFolder(Path(database.database).parent)
    newest = next(iter(backups.lines(1)), None)
    return PrivacyFacts(
        today,
        found.is_in_a_cloud(folder.root),
        local_day(newest.finished_at) if newest is not None else None,
        vault.has_code(folder),
    )
