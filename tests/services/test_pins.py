"""A PIN is kept as a costly hash, five wrong ones end it until the password was given, and all of it is noted."""

import json
from datetime import datetime

import pytest

from alliance_desktop.domain import pin
from alliance_desktop.domain.pin import PinTooShort
from alliance_desktop.services import audit, pins
from alliance_desktop.storage import pin_hash
from alliance_desktop.storage.wrapping import CHEAP

pytestmark = pytest.mark.usefixtures("practice")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "COST", CHEAP)


def actions() -> list[str]:
    return [line.action for line in audit.lines() if line.entity in ("pin", "client")]


def test_a_guess_at_a_pin_costs_64_mebibytes() -> None:
    kept = json.loads(pin_hash.sealed("2580"))
    assert (kept["memory_kib"], kept["passes"], kept["lanes"]) == (64 * 1024, 3, 4)
    assert "2580" not in json.dumps(kept)


def test_the_same_pin_is_kept_differently_each_time() -> None:
    assert pins.sealed("2580") != pins.sealed("2580")


def test_the_right_pin_fits_and_no_other_does(now: datetime) -> None:
    pins.choose(pins.sealed("25 80"), now)
    kept = pins.seal()
    assert kept is not None
    assert pins.fits(kept, "2580")
    assert not any(pins.fits(kept, typed) for typed in ("2581", "258", "", "25800", "zwei", "２５８０"))


def test_five_wrong_ones_end_it_until_the_screen_was_taken_back(now: datetime) -> None:
    pins.choose(pins.sealed("2580"), now)
    assert [pins.count_wrong(7, now) for _ in range(6)] == [4, 3, 2, 1, 0, 0]
    pins.take_back(7, False, now)
    assert pins.tries_left() == 5
    assert actions().count("wrong pin") == 6
    assert "taken back" in actions()


def test_without_a_pin_there_is_nothing_to_try(now: datetime) -> None:
    assert (pins.seal(), pins.tries_left()) == (None, 0)
    pins.choose(pins.sealed("2580"), now)
    kept = pins.remove(now)
    assert pins.fits(kept, "2580")
    assert (pins.seal(), pins.tries_left()) == (None, 0)
    assert {"chosen", "removed"} <= set(actions())


@pytest.mark.parametrize("typed", ["", "123", "12a4", "1234567890123", "１２３４"])
def test_what_is_no_pin_is_said(typed: str) -> None:
    with pytest.raises(PinTooShort):
        pin.checked(typed)


def test_what_anybody_tries_first_is_known() -> None:
    assert [digits for digits in ("0000", "1234", "9876", "8901", "2580", "1357", "1122") if pin.is_easy(digits)] == [
        "0000", "1234", "9876", "8901",
    ]  # fmt: skip
