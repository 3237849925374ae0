"""Backups that prove themselves: copied in one step, written, read back, opened and counted."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain import backup
from alliance_desktop.domain.backup import BackupRun, Drive, Proven
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, backup_drives, practice, rehearsals, restores
from alliance_desktop.services.backup_drives import DriveFull, DriveNotThere
from alliance_desktop.storage import atomic, cipher, container, keys, snapshot
from alliance_desktop.storage.container import Header
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.drives import found
from alliance_desktop.storage.keys import DataKey
from alliance_desktop.storage.models import AuditRow, BackupRunRow
from alliance_desktop.words import _

STEPS = 4

Report = Callable[[int, int, int], None]


class SourceDamaged(AllianceError):
    """The practice itself is damaged, so no backup was made of it."""


class AsksFirst(AllianceError):
    """Something does not look as it did at the last backup; with an order that is ``sure`` it is made all the same."""


@dataclass(frozen=True, slots=True)
class Order:
    """Everything a backup job needs, taken on the GUI thread.

    ``sequence`` is its number unless the drive knows a higher one; when ``frozen`` older backups all stay. ``last``
    is the newest backup so far and ``been`` the folders that backups went to. ``sure`` asks nothing.
    """

    folder: PracticeFolder
    key: DataKey
    sequence: int
    now: datetime
    sample: bool
    frozen: bool = False
    last: BackupRun | None = None
    been: frozenset[str] = frozenset()
    sure: bool = False


def drives() -> tuple[Drive, ...]:
    """The drives that are there now, removable ones first."""
    return found.drives()


def cautions(target: Path, folder: PracticeFolder) -> tuple[str, ...]:
    """What to know before backups go to a folder; nothing stands in the way."""
    told = []
    if found.on_the_same_disk(target, folder.root):
        told.append(_("This folder is on the same disk as the practice: it does not help if the computer is lost."))
    if found.is_in_a_cloud(target):
        told.append(
            _("This folder seems to be copied to a service. The backup is encrypted, but it leaves your hands.")
        )
    return tuple(told)


def order(folder: PracticeFolder, now: datetime, sure: bool = False) -> Order:
    """Take what a backup job needs while the practice is open; ``sure`` after a question was answered."""
    last = BackupRunRow.select().order_by(BackupRunRow.sequence.desc()).first()
    # What was restored knows nothing of the backups made after it, not even of the one that it came from.
    restored = restores.highest_number(last.audit_seq if last is not None else 0)
    numbers = (last.sequence if last is not None else 0, restored or 0)
    return Order(
        folder,
        database.key.copy(),
        max(numbers) + 1,
        now,
        practice.current().sample,
        restored is not None,
        next(iter(lines(1)), None),
        frozenset(row.target for row in BackupRunRow.select(BackupRunRow.target).distinct()),
        sure,
    )


def make(order: Order, target: Path, report: Report) -> Proven:
    """Make one backup and prove it (in a job); ``report(step, done, total)`` may raise to stop it, leaving nothing.

    An order is good for one backup: however that ends, its key is forgotten.
    Steps: 1 copy, 2 write, 3 read back, 4 open and count. Raises ``AsksFirst``, ``SourceDamaged``,
    ``DriveNotThere``, ``DriveFull``, ``DriveTooOld``, ``BackupUnproven`` and what the container raises.
    """
    copy, again = order.folder.aside / "backup.db", order.folder.aside / "rehearsal.db"
    part = None
    try:
        order.folder.aside.mkdir(mode=0o700, exist_ok=True)
        report(1, 0, 1)
        backup_drives.look_at(target)
        _ask_about_drive(order, target)
        backup_drives.sweep(target, order.key.vault_id)
        there = backup_drives.ours(target, order.key.vault_id)
        order = replace(order, sequence=backup.next_sequence(there, order.sequence))
        part = target / (backup.file_name(order.key.vault_id, order.now, order.sequence) + ".part")
        manifest = _copy(order, copy)
        shrunk = _has_shrunk(order, manifest)
        backup_drives.has_room(target, copy.stat().st_size)
        return _write_and_prove(order, copy, again, part, manifest, report, order.frozen or shrunk)
    except OSError as trouble:
        raise DriveNotThere(
            _("The drive did not take the backup, or was unplugged. What was on it before is untouched.")
        ) from trouble
    finally:
        order.key.forget()
        for path in (copy, again, part):
            if path is not None:
                snapshot.discard(path)


def _write_and_prove(
    order: Order,
    copy: Path,
    again: Path,
    part: Path,
    manifest: dict[str, object],
    report: Report,
    frozen: bool,
) -> Proven:
    file = keys.read(order.folder)
    header = Header(order.key.vault_id, order.now, order.sequence, file.sample, file.slots, copy.stat().st_size)
    mac_key = order.key.backup_mac
    container.write(copy, part, header, mac_key, lambda done, total: report(2, done, total))
    snapshot.discard(copy)
    container.unpack(part, mac_key, again, lambda done, total: report(3, done, total))
    report(4, 0, 1)
    counts = rehearsals.rehearse(again, order.key.sqlcipher, manifest)
    trail = rehearsals.trail(again, order.key)
    final = part.with_name(part.name.removesuffix(".part"))
    size = part.stat().st_size
    # The last moment to stop: from here on it is a backup.
    report(4, 1, 1)
    atomic.replace(part, final)
    backup_drives.mark(final.parent, order.key.vault_id)
    # What was put out of order is not let go of where older backups may still have it whole.
    removed = () if frozen or not trail.held else _thinned_out(final, order.key.vault_id)
    seq, head = manifest["audit_seq"], manifest["audit_head"]
    return Proven(
        str(final.parent),
        final.name,
        size,
        counts,
        int(str(seq)),
        str(head),
        order.sequence,
        order.now,
        removed,
        "" if trail.held else trail.words,
    )


def _copy(order: Order, target: Path) -> dict[str, object]:
    """Copy the live file in one step, put the manifest into the copy, and close it as one plain file."""
    # The check takes as long as the copy, and the machine has a second core for it.
    with ThreadPoolExecutor(1) as other:
        whole = other.submit(_is_whole, order)
        copied = _copied(order, target)
        if not whole.result() or not copied:
            raise SourceDamaged(_("The practice's file is damaged. No backup was made; older ones are untouched."))
    with cipher.opened(target, order.key.sqlcipher) as copy:
        manifest = rehearsals.manifest(copy)
        copy.execute("DELETE FROM backup_manifest")
        copy.execute("INSERT INTO backup_manifest VALUES (1, ?)", (json.dumps(manifest),))
        copy.execute("PRAGMA journal_mode=DELETE")
    return manifest


def _copied(order: Order, target: Path) -> bool:
    """Copy the live file in one step; False when it cannot be read to its end."""
    try:
        snapshot.copy(order.folder.database, target, order.key.sqlcipher)
    except sqlcipher.DatabaseError as trouble:
        if trouble.sqlite_errorcode & 0xFF in (sqlcipher.SQLITE_FULL, sqlcipher.SQLITE_IOERR):
            raise DriveFull(
                _("There is not enough room on this computer to make a copy first. Nothing was changed.")
            ) from trouble
        return False
    return True


def _is_whole(order: Order) -> bool:
    """Look through the live file; called on a thread of its own."""
    try:
        with snapshot.reading(order.folder.database, order.key.sqlcipher) as source:
            return bool(source.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlcipher.DatabaseError:
        return False


def _ask_about_drive(order: Order, target: Path) -> None:
    """An empty mount point, or another drive in the place of the last one, is not taken in silence."""
    if order.sure or str(target) not in order.been or backup_drives.is_known(target, order.key.vault_id):
        return
    raise AsksFirst(_("This does not look like the drive of the last backup: there is nothing of this practice on it."))


def _has_shrunk(order: Order, manifest: dict[str, object]) -> bool:
    """True when less than half is left of what the last backup held; asks about it first."""
    counts, last = manifest["counts"], order.last
    if last is None or not isinstance(counts, dict):
        return False
    if 2 * counts["client"] >= last.clients and 2 * counts["signed_note"] >= last.notes:
        return False
    if not order.sure:
        raise AsksFirst(
            _(
                "There is much less in the practice than at the last backup: {clients} clients and {notes} signed "
                "notes, where there were {clients_then} and {notes_then}. Older backups all stay, whatever you choose."
            ).format(
                clients=counts["client"], notes=counts["signed_note"], clients_then=last.clients, notes_then=last.notes
            )
        )
    return True


def _thinned_out(made: Path, vault_id: str) -> tuple[str, ...]:
    """Thin out the older backups; the new one is good, whatever becomes of them."""
    try:
        return backup_drives.thin_out(made.parent, vault_id, made.name)
    except OSError:
        return ()


def unnoted(order: Order, target: Path, report: Callable[[int, int], None]) -> Proven | None:
    """Prove the newest backup in a folder when it was made but never noted (in a job); None when there is none.

    So is one that was done just before the program ended. The order is good for one look. A folder that cannot be
    read, and what is not whole, is none; ``report`` may raise to stop it.
    """
    apart = order.folder.aside / "unnoted.db"
    try:
        newest = max(backup_drives.ours(target, order.key.vault_id), key=lambda file: file.sequence, default=None)
        if newest is None or newest.sequence < order.sequence:
            return None
        path = target / newest.name
        order.folder.aside.mkdir(mode=0o700, exist_ok=True)
        snapshot.discard(apart)
        header = container.unpack(path, order.key.backup_mac, apart, report)
        manifest = rehearsals.stored_manifest(apart, order.key.sqlcipher)
        counts = rehearsals.rehearse(apart, order.key.sqlcipher, manifest)
        seq, head = int(str(manifest["audit_seq"])), str(manifest["audit_head"])
        size = path.stat().st_size
    except (OSError, AllianceError):
        return None
    finally:
        order.key.forget()
        snapshot.discard(apart)
    return Proven(str(target), newest.name, size, counts, seq, head, header.sequence, header.created_at)


@transaction
def note_late(proven: Proven, now: datetime) -> BackupRun | None:
    """Write down a backup that was made but never noted, as of its own time; None for one of another course of things.

    A practice that was restored finds backups on its drive that it never made: their trail is not its own.
    """
    same_trail = (AuditRow.seq == proven.audit_seq) & (AuditRow.hash == proven.audit_head)
    known = BackupRunRow.sequence == proven.sequence
    if not AuditRow.select().where(same_trail).exists() or BackupRunRow.select().where(known).exists():
        return None
    return _note(proven, proven.started_at, now)


@transaction
def note(proven: Proven, now: datetime) -> BackupRun:
    """Write down a proven backup and remember where it went."""
    return _note(proven, now, now)


def _note(proven: Proven, finished: datetime, now: datetime) -> BackupRun:
    row_id = BackupRunRow.insert(
        sequence=proven.sequence,
        started_at=proven.started_at,
        finished_at=finished,
        target=proven.target,
        file_name=proven.file_name,
        size=proven.size,
        clients=proven.clients,
        notes=proven.notes,
        audit_seq=proven.audit_seq,
        audit_head=proven.audit_head,
    ).execute()
    practice.choose_backup_folder(Path(proven.target), now)
    audit.record("backed up", "backup", row_id, now, str(proven.sequence))
    return lines(1)[0]


def lines(limit: int = 50) -> tuple[BackupRun, ...]:
    """The proven backups, newest first."""
    rows = BackupRunRow.select().order_by(BackupRunRow.sequence.desc()).limit(limit)
    return tuple(
        BackupRun(r.id, r.sequence, r.finished_at, r.target, r.file_name, r.size, r.clients, r.notes) for r in rows
    )
