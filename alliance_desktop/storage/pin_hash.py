"""How a PIN is kept: as an Argon2id hash of its own, made costly although it guards no key."""

import hmac
import json
import os
from base64 import b64decode, b64encode
from typing import Any

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.storage import wrapping
from alliance_desktop.storage.wrapping import SMALL_MEMORY, Cost

PRODUCTION = SMALL_MEMORY


def sealed(digits: str, cost: Cost = PRODUCTION) -> str:
    """Return the hash with its salt and cost as text (a fraction of a second: in a job); raises ``TooLittleMemory``."""
    slot: dict[str, Any] = {
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": b64encode(os.urandom(16)).decode(),
    }
    return canonical(slot | {"hash": b64encode(wrapping.stretch(digits, slot)).decode()}).decode()


def fits(text: str, digits: str) -> bool:
    """True when these digits made the hash (in a job); raises ``TooLittleMemory``."""
    slot = json.loads(text)
    return hmac.compare_digest(b64decode(slot.pop("hash")), wrapping.stretch(digits, slot))
