"""The file of the practice: founded, opened with its key, checked, and shut with the key forgotten."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from alliance_desktop.domain.history import Check
from alliance_desktop.domain.practice import Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, integrity, practice, restores
from alliance_desktop.storage import attempts, exchange, upgrade
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.keys import DataKey

# How many links of the trail are looked at whenever the practice opens.
AT_START = 200


def found(folder: PracticeFolder, key: DataKey, named: Practice, now: datetime) -> None:
    """Make the file of a new practice and leave it open; after a refusal it can be tried again, and goes on.

    Raises ``FileNotMade``, ``StorageTrouble`` and what ``cipher.connect`` raises; the key is then forgotten.
    """
    with _forgotten_when_refused(key):
        if not folder.database.exists():
            upgrade.create(folder.database, key.sqlcipher)
        database.open(folder.database, key)
        if not practice.is_founded():
            practice.found(named, now)


def open_with(folder: PracticeFolder, key: DataKey, now: datetime) -> Check:
    """Open the practice, note it in the trail and look at the trail's newest links.

    An older file is brought to this program's schema, after a proven copy of it was put beside. Raises
    ``PracticeMissing``, ``PracticeDamaged``, ``PracticeNewer``, ``CopyUnproven`` and ``UpgradeBroken``: the practice
    is then shut and the key forgotten. The folder's leftovers are swept.
    """
    with _forgotten_when_refused(key):
        _sweep(folder)
        if upgrade.needed(folder.database, key.sqlcipher):
            upgrade.keep_copy(folder, key.sqlcipher)
            upgrade.bring_up(folder.database, key.sqlcipher)
        database.open(folder.database, key)
        _note_opening(folder, now)
        attempts.take(folder)
        exchange.forget(folder)
        return audit.check(AT_START)


@contextmanager
def _forgotten_when_refused(key: DataKey) -> Iterator[None]:
    """A practice that does not open leaves neither a connection nor a key behind."""
    try:
        yield
    except BaseException:
        database.shut()
        key.forget()
        raise


@transaction
def _note_opening(folder: PracticeFolder, now: datetime) -> None:
    restores.note(folder, now)
    failed = len(attempts.times(folder))
    if failed:
        audit.record("unlock failed", "practice", 1, now, str(failed))
    audit.record("opened", "practice", 1, now)


def shut() -> None:
    """Close the file and forget the key."""
    database.shut()


def is_open() -> bool:
    """True between opening and shutting."""
    return not database.is_closed()


def check() -> tuple[Check, ...]:
    """All integrity checks of the open practice."""
    return integrity.check()


def _sweep(folder: PracticeFolder) -> None:
    """Take away ciphertext that interrupted work left behind."""
    if folder.aside.is_dir():
        shutil.rmtree(folder.aside, ignore_errors=True)
