"""How a slot wraps the data key: a secret, made costly to guess by Argon2id, and AES-256-GCM; no file is known here."""

import os
import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.errors import AllianceError
from alliance_desktop.storage.data_key import DataKey
from alliance_desktop.words import _

MOST_SLOTS = 8
PASSWORD, RECOVERY, FORMER = "password", "recovery", "former"
Slots = Mapping[str, Mapping[str, Any]]

_VAULT_ID = re.compile("[0-9a-f]{32}")
_NUMBERS = ("memory_kib", "passes", "lanes")
# The data key's 32 bytes and GCM's tag of 16.
_BYTES = {"salt": 16, "nonce": 12, "wrapped": 48}


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


class TooLittleMemory(AllianceError):
    """The computer cannot set aside the memory that the password asks for."""


def check(vault_id: object, slots: object) -> None:
    """Refuse slots that are damaged or ask for too much, before anything is computed from any of them."""
    if not isinstance(vault_id, str) or not _VAULT_ID.fullmatch(vault_id):
        raise damaged()
    if not isinstance(slots, Mapping) or PASSWORD not in slots or len(slots) > MOST_SLOTS:
        raise damaged()
    for slot in slots.values():
        if not _whole(slot):
            raise damaged()
        if not cost_of(slot).reasonable:
            raise unreasonable()


def _whole(slot: object) -> bool:
    if not isinstance(slot, Mapping) or set(slot) != {"kdf", *_NUMBERS, *_BYTES} or slot["kdf"] != "argon2id":
        return False
    try:
        lengths = {name: len(b64decode(slot[name], validate=True)) for name in _BYTES}
    except (ValueError, TypeError):
        return False
    return lengths == _BYTES and all(type(slot[name]) is int for name in _NUMBERS)


def cost_of(slot: Mapping[str, Any]) -> Cost:
    """What one guess at a slot costs."""
    return Cost(slot["memory_kib"], slot["passes"], slot["lanes"])


def damaged() -> KeysDamaged:
    """The refusal of keys that cannot be read."""
    return KeysDamaged(_("The keys of this practice are damaged. The records are whole; a backup opens them again."))


def unreasonable() -> UnreasonableCost:
    """The refusal of keys that ask for too much."""
    return UnreasonableCost(_("These keys ask for more than any honest keys do. They were not opened."))


def wrap(key: DataKey, kind: str, secret: str, cost: Cost) -> dict[str, Any]:
    """Return a slot in which the secret wraps the key; raises ``TooLittleMemory``."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # heavy: never before the unlock window shows

    slot: dict[str, Any] = {
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": b64encode(os.urandom(16)).decode(),
        "nonce": b64encode(os.urandom(12)).decode(),
    }
    wrapped = AESGCM(stretch(secret, slot)).encrypt(
        b64decode(slot["nonce"]), key.secret, _bound(key.vault_id, kind, slot)
    )
    return slot | {"wrapped": b64encode(wrapped).decode()}


def unwrap(vault_id: str, slots: Slots, kind: str, secret: str) -> DataKey:
    """Return the key that a checked slot wraps; raises ``WrongPassword``, ``WrongCode`` and ``TooLittleMemory``."""
    from cryptography.exceptions import InvalidTag  # heavy: never before the unlock window shows
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if kind not in slots:
        raise WrongCode(_("This practice has no recovery code; its password opens it."))
    slot = dict(slots[kind])
    wrapped = b64decode(slot.pop("wrapped"))
    stretched = stretch(secret, slot)
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


def stretch(secret: str, slot: Mapping[str, Any]) -> bytes:
    """Return the 32 bytes that a slot's secret becomes, at the slot's cost; raises ``TooLittleMemory``."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # heavy: never before the unlock window shows

    argon = Argon2id(
        salt=b64decode(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    )
    try:
        return argon.derive(unicodedata.normalize("NFKC", secret).encode(errors="surrogatepass"))
    except MemoryError as trouble:
        raise TooLittleMemory(_("There is not enough free memory just now. Please close other programs.")) from trouble
