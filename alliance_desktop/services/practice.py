"""The practice's own names and paper."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from alliance_desktop.domain.practice import Practice
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import PracticeRow


@transaction
def found(practice: Practice, now: datetime) -> Practice:
    """Write the one row of a new practice."""
    PracticeRow.insert(id=1, backup_folder="", created_at=now, **asdict(practice)).execute()
    audit.record("founded", "practice", 1, now)
    return practice


def is_founded() -> bool:
    """True once the practice has its one row."""
    return PracticeRow.select().where(PracticeRow.id == 1).exists()


def current() -> Practice:
    """The practice as stored."""
    row = PracticeRow.get_by_id(1)
    return Practice(
        row.therapist,
        row.title,
        row.name,
        row.phone,
        row.email,
        row.address,
        row.paper,
        row.large_print,
        row.sample,
    )


@transaction
def keep(practice: Practice, now: datetime) -> Practice:
    """Store the practice's names and paper; a sample stays a sample and a real practice real."""
    before, after = asdict(current()), asdict(practice)
    changed = sorted(name for name in after if after[name] != before[name] and name != "sample")
    if changed:
        PracticeRow.update({name: after[name] for name in changed}).execute()
        audit.record("changed", "practice", 1, now, " ".join(changed))
    return current()


def backup_folder() -> Path | None:
    """The folder chosen for backups, or None."""
    folder = PracticeRow.get_by_id(1).backup_folder
    return Path(folder) if folder else None


@transaction
def choose_backup_folder(folder: Path, now: datetime) -> None:
    """Remember where backups go."""
    PracticeRow.update(backup_folder=str(folder)).execute()
    audit.record("changed", "practice", 1, now, "backup_folder")
