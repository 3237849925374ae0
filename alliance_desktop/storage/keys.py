"""The data key and the two slots that wrap it: the password's and the recovery code's."""

import hashlib
import hmac
import json
import os
import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic
from alliance_desktop.storage.atomic import FileNotWritten
from alliance_desktop.storage.data_key import (
    DataKey as DataKey,
)  # what this module returns, named where it is asked for
from alliance_desktop.words import _

FORMAT = 1
LARGEST_FILE = 64 * 1024
MOST_SLOTS = 8
PASSWORD, RECOVERY, FORMER = "password", "recovery", "former"
Slots = Mapping[str, Mapping[str, Any]]

_VAULT_ID = re.compile("[0-9a-f]{32}")
_NUMBERS = ("memory_kib", "passes", "lanes")
# The data key's 32 bytes and GCM's tag of 16.
_BYTES = {"salt": 16, "nonce": 12, "wrapped": 48}
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


class UnreasonableCost(KeysDamaged):
    """The keys ask for more work than any honest keys do."""


class KeysExist(AllianceError):
    """A practice is in the folder already."""


class KeysNewer(AllianceError):
    """The keys were written by a newer program."""


class KeysMissing(AllianceError):
    """There are no keys in this folder."""


class SampleStays(AllianceError):
    """The keys of a sample are cheap and known to everybody: whatever is changed in them, they are good for nothing."""


class TooLittleMemory(AllianceError):
    """The computer cannot set aside the memory that the password asks for."""


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
        raise _unreasonable()
    secrets = {PASSWORD: password} | ({} if code is None else {RECOVERY: recovery_code.read(code)})
    key = DataKey(os.urandom(32), vault_id or new_vault_id())
    try:
        slots = {kind: _wrapped(key, kind, secret, cost) for kind, secret in secrets.items()}
    except TooLittleMemory:
        if cost.memory_kib <= SMALL_MEMORY.memory_kib:
            raise
        slots = {kind: _wrapped(key, kind, secret, SMALL_MEMORY) for kind, secret in secrets.items()}
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
    _check(vault_id, slots)
    if password is not None:
        return _by_password(vault_id, slots, password)
    return _unwrapped(vault_id, slots, RECOVERY, recovery_code.read(code or ""))


def change_password(folder: PracticeFolder, key: DataKey, new: str, *, cost: Cost | None = None) -> None:
    """Make ``new`` the password; killed anywhere, the former or the new one opens. The database is not touched.

    A guess costs what it did before unless ``cost`` says otherwise. Raises ``SampleStays``, ``TooLittleMemory``,
    ``FileNotWritten`` and what ``read`` raises; the former password then still opens.
    """
    file = _real(folder)
    # What an earlier change that was cut short left behind goes with this one.
    kept = {kind: slot for kind, slot in file.slots.items() if kind != FORMER}
    after = kept | {PASSWORD: _wrapped(key, PASSWORD, new, cost or _cost(kept[PASSWORD]))}
    _store(folder.keys, key, after | {FORMER: kept[PASSWORD]}, file.sample)
    _prove(folder, key, PASSWORD, new)
    place(folder, key, after, sample=file.sample)


def replace_recovery(folder: PracticeFolder, key: DataKey, code: str, *, cost: Cost | None = None) -> None:
    """Make ``code`` the recovery code; older backups still open with the older one.

    Raises ``MistypedCode`` and what a change of password raises; the password opens all the same.
    """
    file, plain = _real(folder), recovery_code.read(code)
    slot = _wrapped(key, RECOVERY, plain, cost or _cost(file.slots[PASSWORD]))
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
        _unwrapped(file.vault_id, file.slots, PASSWORD, password).forget()
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
        key = _unwrapped(file.vault_id, file.slots, kind, secret)
    if not _sealed(key, file):
        raise KeysDamaged(_("The keys of this practice were changed from outside. A backup opens everything again."))
    return key


def _by_password(vault_id: str, slots: Slots, password: str) -> DataKey:
    try:
        return _unwrapped(vault_id, slots, PASSWORD, password)
    except WrongPassword:
        # A change that was cut short leaves the former one beside the new one, until the new one was used.
        if FORMER not in slots:
            raise
    return _unwrapped(vault_id, {PASSWORD: slots[FORMER]}, PASSWORD, password)


def _read_one(path: Path) -> KeysFile:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
        stored = json.loads(raw) if len(raw) <= LARGEST_FILE else {}
        newer = int(stored["format"]) > FORMAT
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as trouble:
        raise _damaged() from trouble
    if newer:
        raise KeysNewer(_("These keys were written by a newer version of the program. Please update it."))
    vault_id: Any = stored.get("vault")
    sample, seal = stored.get("sample"), stored.get("seal")
    if not isinstance(sample, bool) or not isinstance(seal, str) or not seal.isascii():
        raise _damaged()
    _check(vault_id, stored.get("slots"))
    return KeysFile(vault_id, sample, stored["slots"], seal)


def _check(vault_id: object, slots: object) -> None:
    """Refuse slots that are damaged or ask for too much, before anything is computed from any of them."""
    if not isinstance(vault_id, str) or not _VAULT_ID.fullmatch(vault_id):
        raise _damaged()
    if not isinstance(slots, Mapping) or PASSWORD not in slots or len(slots) > MOST_SLOTS:
        raise _damaged()
    for slot in slots.values():
        if not _whole(slot):
            raise _damaged()
        if not _cost(slot).reasonable:
            raise _unreasonable()


def _whole(slot: object) -> bool:
    if not isinstance(slot, Mapping) or set(slot) != {"kdf", *_NUMBERS, *_BYTES} or slot["kdf"] != "argon2id":
        return False
    try:
        lengths = {name: len(b64decode(slot[name], validate=True)) for name in _BYTES}
    except (ValueError, TypeError):
        return False
    return lengths == _BYTES and all(type(slot[name]) is int for name in _NUMBERS)


def _cost(slot: Mapping[str, Any]) -> Cost:
    return Cost(slot["memory_kib"], slot["passes"], slot["lanes"])


def _damaged() -> KeysDamaged:
    return KeysDamaged(_("The keys of this practice are damaged. The records are whole; a backup opens them again."))


def _unreasonable() -> UnreasonableCost:
    return UnreasonableCost(_("These keys ask for more than any honest keys do. They were not opened."))


def _mend(whole: Path, other: Path) -> None:
    """Make two keys files the same where the folder lets it; where it does not, opening goes on all the same."""
    with suppress(FileNotWritten, OSError):
        content = whole.read_bytes()
        if not other.exists() or other.read_bytes() != content:
            atomic.write(other, content)


def _prove(folder: PracticeFolder, key: DataKey, kind: str, secret: str) -> None:
    """Read back what was just stored and open it, before anything that still opens is taken away."""
    try:
        found = _unwrapped(key.vault_id, _read_one(folder.keys).slots, kind, secret)
    except (WrongPassword, WrongCode, KeysDamaged) as trouble:
        raise KeysDamaged(
            _("The disk gave back something else than was saved. The former password still opens.")
        ) from trouble
    found.forget()


def _store(path: Path, key: DataKey, slots: Slots, sample: bool) -> None:
    file = KeysFile(key.vault_id, sample, slots, "")
    atomic.write(path, canonical(file.plain() | {"seal": _seal(key, file)}))


def _seal(key: DataKey, file: KeysFile) -> str:
    return hmac.digest(key.keys_check, canonical(file.plain()), hashlib.sha256).hex()


def _sealed(key: DataKey, file: KeysFile) -> bool:
    return hmac.compare_digest(file.seal, _seal(key, file))


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


def _unwrapped(vault_id: str, slots: Slots, kind: str, secret: str) -> DataKey:
    from cryptography.exceptions import InvalidTag  # heavy: never before the unlock window shows
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if kind not in slots:
        raise WrongCode(_("This practice has no recovery code; its password opens it."))
    slot = dict(slots[kind])
    wrapped = b64decode(slot.pop("wrapped"))
    stretched = _stretched(secret, slot)
    try:
        secret_key = AESGCM(stretched).decrypt(b64decode(slot["nonce"]), wrapped, _bound(vault_id, kind, slot))
    except InvalidTag as trouble:
        raise _wrong(kind) from trouble
    return DataKey(secret_key, vault_id)


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
        return stretch.derive(unicodedata.normalize("NFKC", secret).encode(errors="surrogatepass"))
    except MemoryError as trouble:
        raise TooLittleMemory(_("There is not enough free memory just now. Please close other programs.")) from trouble
