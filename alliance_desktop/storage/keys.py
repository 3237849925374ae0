"""The keys file: the data key in two slots, the password's and the recovery code's, made, opened and changed."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic, wrapping
from alliance_desktop.storage.atomic import FileNotWritten
from alliance_desktop.storage.data_key import DataKey
from alliance_desktop.storage.wrapping import (
    CHEAP,
    FORMER,
    PASSWORD,
    PRODUCTION,
    RECOVERY,
    SMALL_MEMORY,
    Cost,
    KeysDamaged,
    Slots,
    TooLittleMemory,
    UnreasonableCost,
    WrongCode,
    WrongPassword,
)
from alliance_desktop.words import _

# What this module takes, returns and raises is named where it is asked for.
__all__ = [
    "CHEAP", "FORMER", "PRODUCTION", "RECOVERY", "SMALL_MEMORY", "Cost", "DataKey", "KeysDamaged", "Slots",
    "TooLittleMemory", "UnreasonableCost", "WrongCode", "WrongPassword",
]  # fmt: skip

FORMAT = 1
LARGEST_FILE = 64 * 1024
SAMPLE_PASSWORD = "sample"  # the sample's, shown on screen; a real practice cannot be made with it


class KeysExist(AllianceError):
    """A practice is in the folder already."""


class KeysNewer(AllianceError):
    """The keys were written by a newer program."""


class KeysMissing(AllianceError):
    """There are no keys in this folder."""


class SampleStays(AllianceError):
    """The keys of a sample are cheap and known to everybody: whatever is changed in them, they are good for nothing."""


@dataclass(frozen=True, slots=True)
class KeysFile:
    """What ``practice.keys`` holds; ``slots`` is the part that goes into every backup's header."""

    vault_id: str
    sample: bool
    slots: Slots
    seal: str

    def plain(self) -> dict[str, Any]:
        """The file's content without its seal."""
        slots = {name: dict(slot) for name, slot in self.slots.items()}
        return {"format": FORMAT, "vault": self.vault_id, "sample": self.sample, "slots": slots}


def new_vault_id() -> str:
    """Return a name for a practice's vault, 32 random hexadecimal digits: it is no secret."""
    return os.urandom(16).hex()


def create(
    folder: PracticeFolder,
    password: str,
    code: str | None,
    *,
    cost: Cost = PRODUCTION,
    sample: bool = False,
    vault_id: str | None = None,
) -> DataKey:
    """Make the keys of a new practice and store them; ``code`` is None where a recovery code was declined.

    ``vault_id`` is the one that a recovery sheet bears already; without it the practice gets a new one. Falls back
    to ``SMALL_MEMORY`` where the memory of ``PRODUCTION`` cannot be had. Raises ``KeysExist`` for a folder with a
    practice, ``MistypedCode``, ``TooLittleMemory`` and ``FileNotWritten``.
    """
    if folder.exists:
        raise KeysExist(_("There is a practice in this folder already. It was left as it is."))
    if not cost.reasonable:
        raise wrapping.unreasonable()
    secrets = {PASSWORD: password} | ({} if code is None else {RECOVERY: recovery_code.read(code)})
    key = DataKey(os.urandom(32), vault_id or new_vault_id())
    try:
        slots = {kind: wrapping.wrap(key, kind, secret, cost) for kind, secret in secrets.items()}
    except TooLittleMemory:
        if cost.memory_kib <= SMALL_MEMORY.memory_kib:
            raise
        slots = {kind: wrapping.wrap(key, kind, secret, SMALL_MEMORY) for kind, secret in secrets.items()}
    place(folder, key, slots, sample=sample)
    return key


def place(folder: PracticeFolder, key: DataKey, slots: Slots, *, sample: bool = False) -> None:
    """Store slots, new ones or a backup's, under the key's seal as both keys files; raises ``FileNotWritten``."""
    _store(folder.keys, key, slots, sample)
    _store(folder.keys_copy, key, slots, sample)


def open_with_password(folder: PracticeFolder, password: str) -> DataKey:
    """Return the data key; raises ``WrongPassword``, ``TooLittleMemory`` and what ``read`` raises."""
    return _opened(folder, PASSWORD, password)


def open_with_code(folder: PracticeFolder, typed: str) -> DataKey:
    """Return the data key; raises ``MistypedCode``, ``WrongCode``, ``TooLittleMemory`` and what ``read`` raises."""
    return _opened(folder, RECOVERY, recovery_code.read(typed))


def unwrap(vault_id: str, slots: Slots, *, password: str | None = None, code: str | None = None) -> DataKey:
    """Open the slots of a backup's header with its password or recovery code; raises as the two above do."""
    wrapping.check(vault_id, slots)
    if password is not None:
        return _by_password(vault_id, slots, password)
    return wrapping.unwrap(vault_id, slots, RECOVERY, recovery_code.read(code or ""))


def change_password(folder: PracticeFolder, key: DataKey, new: str, *, cost: Cost | None = None) -> None:
    """Make ``new`` the password; killed anywhere, the former or the new one opens. The database is not touched.

    A guess costs what it did before unless ``cost`` says otherwise. Raises ``SampleStays``, ``TooLittleMemory``,
    ``FileNotWritten`` and what ``read`` raises; the former password then still opens.
    """
    file = _real(folder)
    # What an earlier change that was cut short left behind goes with this one.
    kept = {kind: slot for kind, slot in file.slots.items() if kind != FORMER}
    after = kept | {PASSWORD: wrapping.wrap(key, PASSWORD, new, cost or wrapping.cost_of(kept[PASSWORD]))}
    _store(folder.keys, key, after | {FORMER: kept[PASSWORD]}, file.sample)
    _prove(folder, key, PASSWORD, new)
    place(folder, key, after, sample=file.sample)


def replace_recovery(folder: PracticeFolder, key: DataKey, code: str, *, cost: Cost | None = None) -> None:
    """Make ``code`` the recovery code; older backups still open with the older one.

    Raises ``MistypedCode`` and what a change of password raises; the password opens all the same.
    """
    file, plain = _real(folder), recovery_code.read(code)
    slot = wrapping.wrap(key, RECOVERY, plain, cost or wrapping.cost_of(file.slots[PASSWORD]))
    _store(folder.keys, key, {**file.slots, RECOVERY: slot}, file.sample)
    _prove(folder, key, RECOVERY, plain)
    place(folder, key, {**file.slots, RECOVERY: slot}, sample=file.sample)


def read(folder: PracticeFolder) -> KeysFile:
    """Read the keys file, or its copy when the first is missing or damaged, which it then mends.

    Raises ``KeysMissing``, ``KeysDamaged`` (with ``UnreasonableCost``) and ``KeysNewer``.
    """
    if not folder.keys.exists() and not folder.keys_copy.exists():
        raise KeysMissing(_("The keys of this practice are missing. A backup opens everything again."))
    try:
        return _read_one(folder.keys)
    except KeysDamaged as damage:
        try:
            file = _read_one(folder.keys_copy)
        except KeysDamaged:
            raise damage from None
    _mend(folder.keys_copy, folder.keys)
    return file


def _real(folder: PracticeFolder) -> KeysFile:
    file = read(folder)
    if file.sample:
        raise SampleStays(
            _("This is a sample, so its password and its sheet stay as they are. In a practice of your own you choose.")
        )
    return file


def _opened(folder: PracticeFolder, kind: str, secret: str) -> DataKey:
    file = read(folder)
    try:
        key = _unlocked(file, kind, secret)
    except (WrongPassword, WrongCode, KeysDamaged):
        found = _from_copy(folder, file, kind, secret)
        if found is None:
            raise
        return found
    _mend(folder.keys, folder.keys_copy)
    if kind == PASSWORD and FORMER in file.slots:
        _end_change(folder, key, file, secret)
    return key


def _end_change(folder: PracticeFolder, key: DataKey, file: KeysFile, password: str) -> None:
    """Finish a change of password that was cut short once the new one is known: the former opens no longer."""
    try:
        wrapping.unwrap(file.vault_id, file.slots, PASSWORD, password).forget()
    except WrongPassword:
        return
    slots = {kind: slot for kind, slot in file.slots.items() if kind != FORMER}
    # A folder that takes nothing keeps both for now; opening goes on all the same.
    with suppress(FileNotWritten):
        place(folder, key, slots, sample=file.sample)


def _from_copy(folder: PracticeFolder, first: KeysFile, kind: str, secret: str) -> DataKey | None:
    """Return the key if only the first file rotted; mends that file."""
    try:
        copy = _read_one(folder.keys_copy)
        key = None if copy == first else _unlocked(copy, kind, secret)
    except (WrongPassword, WrongCode, KeysDamaged, KeysNewer):
        return None
    # A first file with a true seal is no rotten one: the copy is older, and so is the password that opened it.
    if key is None or _sealed(key, first):
        return None
    _mend(folder.keys_copy, folder.keys)
    return key


def _unlocked(file: KeysFile, kind: str, secret: str) -> DataKey:
    if kind == PASSWORD:
        key = _by_password(file.vault_id, file.slots, secret)
    else:
        key = wrapping.unwrap(file.vault_id, file.slots, kind, secret)
    if not _sealed(key, file):
        raise KeysDamaged(_("The keys of this practice were changed from outside. A backup opens everything again."))
    return key


def _by_password(vault_id: str, slots: Slots, password: str) -> DataKey:
    try:
        return wrapping.unwrap(vault_id, slots, PASSWORD, password)
    except WrongPassword:
        # A change that was cut short leaves the former one beside the new one, until the new one was used.
        if FORMER not in slots:
            raise
    return wrapping.unwrap(vault_id, {PASSWORD: slots[FORMER]}, PASSWORD, password)


def _read_one(path: Path) -> KeysFile:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
        stored = json.loads(raw) if len(raw) <= LARGEST_FILE else {}
        newer = int(stored["format"]) > FORMAT
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as trouble:
        raise wrapping.damaged() from trouble
    if newer:
        raise KeysNewer(_("These keys were written by a newer version of the program. Please update it."))
    vault_id: Any = stored.get("vault")
    sample, seal = stored.get("sample"), stored.get("seal")
    if not isinstance(sample, bool) or not isinstance(seal, str) or not seal.isascii():
        raise wrapping.damaged()
    wrapping.check(vault_id, stored.get("slots"))
    return KeysFile(vault_id, sample, stored["slots"], seal)


def _mend(whole: Path, other: Path) -> None:
    """Make two keys files the same where the folder lets it; where it does not, opening goes on all the same."""
    with suppress(FileNotWritten, OSError):
        content = whole.read_bytes()
        if not other.exists() or other.read_bytes() != content:
            atomic.write(other, content)


def _prove(folder: PracticeFolder, key: DataKey, kind: str, secret: str) -> None:
    """Read back what was just stored and open it, before anything that still opens is taken away."""
    try:
        found = wrapping.unwrap(key.vault_id, _read_one(folder.keys).slots, kind, secret)
    except (WrongPassword, WrongCode, KeysDamaged) as trouble:
        raise KeysDamaged(
            _("The disk gave back something else than was saved. The former password still opens.")
        ) from trouble
    found.forget()


def _store(path: Path, key: DataKey, slots: Slots, sample: bool) -> None:
    file = KeysFile(key.vault_id, sample, slots, "")
    atomic.write(path, canonical(file.plain() | {"seal": _seal(key, file)}))


def _seal(key: DataKey, file: KeysFile) -> str:
    import hmac  # late: brings OpenSSL, which the door does without

    return hmac.digest(key.keys_check, canonical(file.plain()), "sha256").hex()


def _sealed(key: DataKey, file: KeysFile) -> bool:
    import hmac  # late: brings OpenSSL, which the door does without

    return hmac.compare_digest(file.seal, _seal(key, file))
