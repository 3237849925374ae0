"""The therapist's PIN: chosen, taken away, and tried when the screen comes back from a client."""

from datetime import datetime

from alliance_desktop.domain import pin
from alliance_desktop.services import audit
from alliance_desktop.storage import pin_hash
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import PinRow

# What one guess costs; tests set a cheap one here.
COST = pin_hash.PRODUCTION


def sealed(typed: str) -> str:
    """Return what is kept of a PIN (a fraction of a second: in a job); raises ``PinTooShort``."""
    return pin_hash.sealed(pin.checked(typed), COST)


@transaction
def choose(seal: str, now: datetime) -> None:
    """Make this the PIN from now on."""
    PinRow.delete().execute()
    PinRow.insert(id=1, hash=seal, wrong=0, chosen_at=now).execute()
    audit.record("chosen", "pin", 1, now)


@transaction
def remove(now: datetime) -> str:
    """Have no PIN any more: the password alone takes the screen back; returns what was kept of it, or nothing."""
    kept = seal()
    PinRow.delete().execute()
    audit.record("removed", "pin", 1, now)
    return kept or ""


def seal() -> str | None:
    """What is kept of the PIN, or None without one."""
    row = PinRow.get_or_none()
    return None if row is None else str(row.hash)


def tries_left() -> int:
    """How often the PIN may still be tried: 0 without one, and after five wrong ones until the password was given."""
    row = PinRow.get_or_none()
    return 0 if row is None else max(0, pin.TRIES - row.wrong)


def fits(kept: str, typed: str) -> bool:
    """True when the PIN was typed that made the seal (in a job: no table is touched)."""
    try:
        return pin_hash.fits(kept, pin.checked(typed))
    except pin.PinTooShort:
        return False


@transaction
def hand_over(client_id: int, now: datetime) -> None:
    """Note that a client has the screen."""
    audit.record("handed over", "client", client_id, now)


@transaction
def take_back(client_id: int, by_pin: bool, now: datetime) -> None:
    """Note that the therapist has the screen again; the PIN may be tried anew."""
    PinRow.update(wrong=0).execute()
    audit.record("taken back", "client", client_id, now, "pin" if by_pin else "password")


@transaction
def count_wrong(client_id: int, now: datetime) -> int:
    """Note a wrong PIN, and say how many tries are left."""
    PinRow.update(wrong=PinRow.wrong + 1).execute()
    audit.record("wrong pin", "client", client_id, now)
    return tries_left()
