"""The data key and the two slots that wrap it: the password's and the recovery code's."""

import hashlib
import hmac
import json
import os
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic
from alliance_desktop.words import _

FORMAT = 1
LARGEST_FILE = 64 * 1024
MOST_SLOTS = 8
PASSWORD, RECOVERY, FORMER = "password", "recovery", "former"
SAMPLE_PASSWORD = "sample"  # the sample's, shown on screen; a real practice cannot be made with it


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs: Argon2id memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def reasonable(self) -> bool:
        """False beyond 1 GiB, 10 passes or 16 lanes, which no honest file asks for."""
        return 8 * self.lanes <= self.memory_kib <= 1 << 20 and 1 <= self.passes <= 10 and 1 <= self.lanes <= 16


PRODUCTION = Cost(256 * 1024, 3, 4)
SMALL_MEMORY = Cost(64 * 1024, 3, 4)
CHEAP = Cost(1024, 1, 1)  # for tests and for the sample practice, whose password is no secret


class WrongPassword(AllianceError):
    """The password does not open its slot."""


class WrongCode(AllianceError):
    """The recovery code is well typed and belongs to something else."""


class KeysDamaged(AllianceError):
    """The keys cannot be read."""


class KeysNewer(AllianceError):
    """The keys were written by a newer program."""


class KeysMissing(AllianceError):
    """There are no keys in this folder."""


class TooLittleMemory(AllianceError):
    """The computer cannot set aside the memory that the password asks for."""


class DataKey:
    """The one key of a practice; what it is used for is derived from it, each use with its own name."""

    def __init__(self, secret: bytes, vault_id: str) -> None:
        self._secret = bytearray(secret)
        self.vault_id = vault_id

    @property
    def sqlcipher(self) -> str:
        """The raw key as SQLCipher wants it: ``x'<64 hex>'``."""
        return f"x'{self._derived('sqlcipher').hex()}'"

    @property
    def backup_mac(self) -> bytes:
        """What backups are sealed with."""
        return self._derived("backup-mac")

    @property
    def audit(self) -> bytes:
        """What links of the audit trail are sealed with."""
        return self._derived("audit")

    @property
    def keys_check(self) -> bytes:
        """What the keys file is sealed with."""
        return self._derived("keys-check")

    def copy(self) -> "DataKey":
        """Another handle on the same key, for a job that outlives a lock."""
        return DataKey(self.secret, self.vault_id)

    @property
    def secret(self) -> bytes:
        """The key itself, only ever wrapped; raises ``KeysMissing`` once forgotten."""
        if not self._secret:
            raise KeysMissing(_("The practice is locked."))
        return bytes(self._secret)

    def forget(self) -> None:
        """Overwrite the key; it opens nothing any more."""
        self._secret[:] = bytes(len(self._secret))
        self._secret.clear()

    def _derived(self, use: str) -> bytes:
        # HKDF-SHA256 (RFC 5869) with no salt and one block of output.
        pseudorandom = hmac.digest(bytes(32), self.secret, hashlib.sha256)
        return hmac.digest(pseudorandom, f"alliance {use}".encode() + b"\x01", hashlib.sha256)


@dataclass(frozen=True, slots=True)
class KeysFile:
    """What ``practice.keys`` holds; ``slots`` is the part that goes into every backup's header."""

    vault_id: str
    sample: bool
    slots: Mapping[str, Mapping[str, Any]]
    seal: str

    def plain(self) -> dict[str, Any]:
        """The file's content without its seal."""
        slots = {name: dict(slot) for name, slot in self.slots.items()}
        return {"format": FORMAT, "vault": self.vault_id, "sample": self.sample, "slots": slots}


def create(
    folder: PracticeFolder, password: str, code: str, *, cost: Cost = PRODUCTION, sample: bool = False
) -> DataKey:
    """Make the keys of a new practice and store them; raises ``FileExistsError`` where keys are already.

    Falls back to ``SMALL_MEMORY`` where the memory of ``PRODUCTION`` cannot be had.
    """
    if folder.keys.exists():
        raise FileExistsError(folder.keys)
    key = DataKey(os.urandom(32), os.urandom(16).hex())
    try:
        slots = _both_slots(key, password, code, cost)
    except TooLittleMemory:
        slots = _both_slots(key, password, code, SMALL_MEMORY)
    _store(folder, key, sample, slots)
    return key


def _both_slots(key: DataKey, password: str, code: str, cost: Cost) -> dict[str, dict[str, Any]]:
    return {
        PASSWORD: _wrapped(key, PASSWORD, password, cost),
        RECOVERY: _wrapped(key, RECOVERY, recovery_code.read(code), cost),
    }


def open_with_password(folder: PracticeFolder, password: str) -> DataKey:
    """Return the data key; raises ``WrongPassword``, and what ``read`` and ``unwrap`` raise."""
    return _opened(folder, PASSWORD, password)


def open_with_code(folder: PracticeFolder, typed: str) -> DataKey:
    """Return the data key; raises ``MistypedCode``, ``WrongCode``, and what ``read`` and ``unwrap`` raise."""
    return _opened(folder, RECOVERY, recovery_code.read(typed))


def _opened(folder: PracticeFolder, slot: str, secret: str) -> DataKey:
    file = read(folder)
    try:
        key = _unwrapped(file.vault_id, file.slots, slot, secret)
    except WrongPassword:
        # A change of password that was cut short leaves the former one beside the new one: both still open.
        if FORMER not in file.slots:
            raise
        key = _unwrapped(file.vault_id, {PASSWORD: file.slots[FORMER]}, PASSWORD, secret)
    if not hmac.compare_digest(file.seal, _seal(key, file.plain())):
        raise KeysDamaged(_("The keys of this practice were changed from outside. A backup opens everything again."))
    if not _same(folder.keys, folder.keys_copy):
        atomic.write(folder.keys_copy, folder.keys.read_bytes())
    return key


def unwrap(
    vault_id: str, slots: Mapping[str, Mapping[str, Any]], *, password: str | None = None, code: str | None = None
) -> DataKey:
    """Open the slots of a backup's header with its password or recovery code."""
    if password is not None:
        return _unwrapped(vault_id, slots, PASSWORD, password)
    return _unwrapped(vault_id, slots, RECOVERY, recovery_code.read(code or ""))


def change_password(folder: PracticeFolder, key: DataKey, new: str, *, cost: Cost = PRODUCTION) -> None:
    """Make ``new`` the password; killed anywhere, the old or the new one opens. The database is not touched."""
    file = read(folder)
    slots = {name: dict(slot) for name, slot in file.slots.items()}
    fresh = _wrapped(key, PASSWORD, new, cost)
    _store(folder, key, file.sample, slots | {PASSWORD: fresh, FORMER: slots[PASSWORD]}, copy=False)
    _unwrapped(file.vault_id, read(folder).slots, PASSWORD, new).forget()
    _store(folder, key, file.sample, slots | {PASSWORD: fresh})


def replace_recovery(folder: PracticeFolder, key: DataKey, code: str, *, cost: Cost = PRODUCTION) -> None:
    """Make ``code`` the recovery code; older backups still open with the older one."""
    file = read(folder)
    slots = {name: dict(slot) for name, slot in file.slots.items()}
    _store(folder, key, file.sample, slots | {RECOVERY: _wrapped(key, RECOVERY, recovery_code.read(code), cost)})


def read(folder: PracticeFolder) -> KeysFile:
    """Read the keys file, or its copy when the first is missing or torn.

    Raises ``KeysMissing``, ``KeysDamaged`` and ``KeysNewer``.
    """
    paths = [path for path in (folder.keys, folder.keys_copy) if path.exists()]
    if not paths:
        raise KeysMissing(_("The keys of this practice are missing. A backup opens everything again."))
    for path in paths:
        file = _read_one(path)
        if file is not None:
            if path != folder.keys:
                atomic.write(folder.keys, path.read_bytes())
            return file
    raise KeysDamaged(_("The keys of this practice are damaged. The records are whole; a backup opens them again."))


def _read_one(path: Path) -> KeysFile | None:
    if path.stat().st_size > LARGEST_FILE:
        return None
    try:
        stored = json.loads(path.read_bytes())
        newer = stored["format"] > FORMAT
        file = KeysFile(stored["vault"], stored["sample"], stored["slots"], stored["seal"])
        fits = all(isinstance(text, str) for text in (file.vault_id, file.seal)) and len(file.slots) <= MOST_SLOTS
    except (ValueError, KeyError, TypeError):
        return None
    if newer:
        raise KeysNewer(_("These keys were written by a newer version of the program. Please update it."))
    return file if fits else None


def _same(one: Path, other: Path) -> bool:
    return bool(one.exists() and other.exists() and one.read_bytes() == other.read_bytes())


def _store(
    folder: PracticeFolder, key: DataKey, sample: bool, slots: dict[str, dict[str, Any]], copy: bool = True
) -> None:
    file = KeysFile(key.vault_id, sample, slots, "")
    data = canonical(file.plain() | {"seal": _seal(key, file.plain())})
    atomic.write(folder.keys, data)
    if copy:
        atomic.write(folder.keys_copy, data)


def _seal(key: DataKey, plain: dict[str, Any]) -> str:
    return hmac.digest(key.keys_check, canonical(plain), hashlib.sha256).hex()


def _wrapped(key: DataKey, kind: str, secret: str, cost: Cost) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # heavy: never before the unlock window shows

    slot: dict[str, Any] = {
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": b64encode(os.urandom(16)).decode(),
        "nonce": b64encode(os.urandom(12)).decode(),
    }
    wrapped = AESGCM(_stretched(secret, slot)).encrypt(
        b64decode(slot["nonce"]), key.secret, _bound(key.vault_id, kind, slot)
    )
    return slot | {"wrapped": b64encode(wrapped).decode()}


def _unwrapped(vault_id: str, slots: Mapping[str, Mapping[str, Any]], kind: str, secret: str) -> DataKey:
    from cryptography.exceptions import InvalidTag  # heavy: never before the unlock window shows
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        slot = dict(slots[kind])
        wrapped, nonce = b64decode(slot.pop("wrapped")), b64decode(slot["nonce"])
        cost = Cost(slot["memory_kib"], slot["passes"], slot["lanes"])
        sound = (
            cost.reasonable and slot["kdf"] == "argon2id" and len(nonce) == 12 and len(b64decode(slot["salt"])) == 16
        )
    except (KeyError, ValueError, TypeError) as trouble:
        raise KeysDamaged(_("The keys are damaged.")) from trouble
    if not sound:
        raise KeysDamaged(_("These keys ask for more than any honest keys do. They were not opened."))
    try:
        return DataKey(AESGCM(_stretched(secret, slot)).decrypt(nonce, wrapped, _bound(vault_id, kind, slot)), vault_id)
    except InvalidTag as trouble:
        raise _wrong(kind) from trouble


def _wrong(kind: str) -> AllianceError:
    if kind == PASSWORD:
        return WrongPassword(_("This is not the password. Nothing was changed."))
    return WrongCode(_("This recovery code belongs to another practice, or was replaced by a newer one."))


def _bound(vault_id: str, kind: str, slot: Mapping[str, Any]) -> bytes:
    return canonical({"vault": vault_id, "slot": kind, **slot})


def _stretched(secret: str, slot: Mapping[str, Any]) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # heavy: never before the unlock window shows

    stretch = Argon2id(
        salt=b64decode(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    )
    try:
        return stretch.derive(unicodedata.normalize("NFKC", secret).encode())
    except MemoryError as trouble:
        raise TooLittleMemory(_("There is not enough free memory just now. Please close other programs.")) from trouble
