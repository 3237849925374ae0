"""Puts a restored practice in the place of the one that is here: after a cut anywhere it can be finished.

Light, because it is asked for whenever a folder is taken, before anything else of it is read.
"""

import json
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import RESTORING, PracticeFolder
from alliance_desktop.storage import atomic
from alliance_desktop.words import _

_LARGEST_PLAN = 4096
_BEYOND = 10**9
_REPLACED = re.compile(r"replaced-[0-9TZ-]{1,40}")


class ExchangeUnfinished(AllianceError):
    """The computer kept a restore from being finished; the next start goes on with it."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What took the practice's place: the number of its backup, and the folder in which the former one is kept.

    ``source`` is where it lay before: the folder for restoring, or one that a restore had put aside.
    """

    sequence: int
    aside: str
    source: str

    @property
    def back(self) -> bool:
        """True when what had been put aside came back."""
        return _REPLACED.fullmatch(self.source) is not None


def begin(folder: PracticeFolder, now: datetime, sequence: int = 0, source: Path | None = None) -> None:
    """Decide that what lies in ``folder.restoring`` is the practice from now on; ``finish`` then makes it so.

    ``sequence`` is the number of the backup that it came from; ``source`` a folder ``replaced-<time>`` that comes back
    instead. Raises ``FileNotWritten``; nothing was decided then.
    """
    aside = folder.replaced(now).name if folder.exists else ""
    plan = {"from": (source or folder.restoring).name, "aside": aside, "sequence": sequence}
    atomic.write(folder.restore_plan, json.dumps(plan).encode())


def finish(folder: PracticeFolder) -> bool:
    """Finish an exchange that was begun; True when there was one. Safe to call again and again.

    What was here is kept in its folder ``replaced-<time>``. Raises ``ExchangeUnfinished``.
    """
    try:
        if not folder.restore_plan.exists():
            return False
        plan = _read(folder.restore_plan)
        _exchange(folder, PracticeFolder(folder.root / plan.source), plan.aside)
    except OSError as trouble:
        raise ExchangeUnfinished(
            _(
                "A backup is being put in place here, and the disk or the folder does not let it be finished just "
                "now. Both practices are kept; close the program, start it again, and it goes on."
            )
        ) from trouble
    return True


def _exchange(folder: PracticeFolder, fresh: PracticeFolder, aside: str) -> None:
    moves = ((fresh.keys, folder.keys), (fresh.keys_copy, folder.keys_copy), (fresh.database, folder.database))
    if aside:
        old = folder.root / aside
        old.mkdir(mode=0o700, exist_ok=True)
        for source, here in moves:
            # What is here is still the old one as long as the new one waits in its folder.
            if source.exists():
                for name in (here.name, here.name + "-wal", here.name + "-shm"):
                    _move(folder.root / name, old / name)
    for source, here in moves:
        _move(source, here)
    # What was put aside after a crash has its newest changes here; nobody opens the file before the plan is gone.
    _move(_log(fresh.database), _log(folder.database))
    # The plan stays as what was done, for the practice that came back to note.
    atomic.replace(folder.restore_plan, folder.restored)
    shutil.rmtree(fresh.root, ignore_errors=True)
    atomic.sync_folder(folder.root)


def last(folder: PracticeFolder) -> Exchange | None:
    """The exchange that was finished and not forgotten yet; None when there was none."""
    try:
        return _read(folder.restored)
    except OSError:
        return None


def forget(folder: PracticeFolder) -> None:
    """Take the note of a finished exchange away; where the folder does not let it, it is noted once more."""
    with suppress(OSError):
        folder.restored.unlink(missing_ok=True)


def _read(plan: Path) -> Exchange:
    """Read a plan; one that rotted still keeps what is here."""
    with plan.open("rb") as file:
        raw = file.read(_LARGEST_PLAN)
    try:
        told = json.loads(raw)
        aside, sequence, source = told["aside"], told.get("sequence", 0), told.get("from")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        aside = sequence = source = None
    known = aside == "" or (isinstance(aside, str) and _REPLACED.fullmatch(aside) is not None)
    number = sequence if type(sequence) is int and 0 <= sequence < _BEYOND else 0
    back = isinstance(source, str) and _REPLACED.fullmatch(source) is not None
    return Exchange(number, aside if known else "replaced-unknown", source if back else RESTORING)


def _log(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def _move(source: Path, target: Path) -> None:
    if source.exists():
        atomic.replace(source, target)
