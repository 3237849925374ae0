"""Keys that are damaged, greedy or not ours are refused in words, and what can be healed is healed."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alliance_desktop.domain import recovery_code
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic, keys, wrapping
from alliance_desktop.storage.atomic import FileNotWritten
from alliance_desktop.storage.keys import (
    CHEAP,
    Cost,
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    UnreasonableCost,
    WrongPassword,
)

CODE = recovery_code.make(123456789 << 64)


GOLDEN = Path(__file__).parent.parent / "data" / "practice.keys"


@pytest.fixture
def made(folder: PracticeFolder) -> PracticeFolder:
    keys.create(folder, "moss lantern quiet", CODE, cost=CHEAP)
    return folder


def _opens(folder: PracticeFolder, password: str) -> bool:
    try:
        return bool(keys.open_with_password(folder, password).secret)
    except WrongPassword:
        return False


def test_a_torn_keys_file_is_healed_from_its_copy(made: PracticeFolder) -> None:
    made.keys.write_bytes(made.keys.read_bytes()[:100])
    assert keys.open_with_password(made, "moss lantern quiet").secret
    assert made.keys.read_bytes() == made.keys_copy.read_bytes()


def test_keys_that_are_gone_damaged_newer_or_greedy_are_each_refused_in_words(made: PracticeFolder) -> None:
    stored = json.loads(made.keys.read_bytes())
    greedy = json.loads(json.dumps(stored))
    greedy["slots"]["password"]["memory_kib"] = 1 << 30
    tampered = json.loads(json.dumps(stored))
    tampered["sample"] = True
    for content, refusal in (
        (b"{}", KeysDamaged),
        (b"x" * 70_000, KeysDamaged),
        (json.dumps(stored | {"format": 2}).encode(), KeysNewer),
        (json.dumps(greedy).encode(), KeysDamaged),
        (json.dumps(tampered).encode(), KeysDamaged),
    ):
        made.keys.write_bytes(content)
        made.keys_copy.write_bytes(content)
        with pytest.raises(refusal):
            keys.open_with_password(made, "moss lantern quiet")
    made.keys.unlink()
    made.keys_copy.unlink()
    with pytest.raises(KeysMissing):
        keys.open_with_password(made, "moss lantern quiet")


@pytest.mark.parametrize("slot", ["password", "recovery"])
@pytest.mark.parametrize("part", ["wrapped", "salt", "nonce"])
def test_a_slot_that_rotted_on_the_disk_is_read_from_the_copy_and_healed(
    made: PracticeFolder, slot: str, part: str
) -> None:
    whole = made.keys.read_bytes()
    stored = json.loads(whole)
    value = stored["slots"][slot][part]
    stored["slots"][slot][part] = ("B" if value[0] == "A" else "A") + value[1:]
    made.keys.write_bytes(json.dumps(stored).encode())
    opened = (
        keys.open_with_password(made, "moss lantern quiet") if slot == "password" else keys.open_with_code(made, CODE)
    )
    assert opened.secret
    assert made.keys.read_bytes() == whole


def test_a_wrong_password_does_not_heal_anything(made: PracticeFolder) -> None:
    stored = json.loads(made.keys.read_bytes())
    stored["slots"]["password"]["salt"] = stored["slots"]["recovery"]["salt"]
    before = json.dumps(stored).encode()
    made.keys.write_bytes(before)
    assert not _opens(made, "something else")
    assert made.keys.read_bytes() == before


@pytest.mark.parametrize("damaged", ["first", "copy"])
def test_keys_in_a_folder_that_can_only_be_read_still_open(
    made: PracticeFolder, monkeypatch: pytest.MonkeyPatch, damaged: str
) -> None:
    (made.keys if damaged == "first" else made.keys_copy).write_bytes(b"{")

    def refuse(_path: Path, _content: bytes) -> None:
        raise FileNotWritten("read-only")

    monkeypatch.setattr(atomic, "write", refuse)
    assert _opens(made, "moss lantern quiet")


shapes = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


PLACES = [
    *((name,) for name in ("format", "sample", "seal", "slots", "vault")),
    *(("slots", name) for name in ("password", "recovery", "former")),
    *(("slots", "password", n) for n in ("kdf", "memory_kib", "passes", "lanes", "salt", "nonce", "wrapped", "more")),
]


@given(st.sampled_from(PLACES), shapes)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_stands_in_the_keys_they_open_or_are_refused_in_words(
    folder: PracticeFolder, place: tuple[str, ...], value: object
) -> None:
    stored = inside = json.loads(GOLDEN.read_bytes())
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = value
    for path in (folder.keys, folder.keys_copy):
        path.write_text(json.dumps(stored))
    with contextlib.suppress(AllianceError):
        assert keys.open_with_password(folder, "moss lantern quiet").secret


@pytest.mark.parametrize("content", [b"", b"[" * 60_000, b"\xff\xfe", b"9" * 60_000, b'"\\ud800"', b"null"])
def test_bytes_that_are_no_keys_are_called_damaged(made: PracticeFolder, content: bytes) -> None:
    for path in (made.keys, made.keys_copy):
        path.write_bytes(content)
    with pytest.raises(KeysDamaged):
        keys.read(made)


@pytest.mark.parametrize(("name", "value"), [("memory_kib", 1 << 21), ("passes", 11), ("lanes", 17), ("memory_kib", 7)])
def test_unreasonable_work_is_refused_before_any_of_it_is_done(
    made: PracticeFolder, monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    stored = json.loads(made.keys.read_bytes())
    stored["slots"]["recovery"][name] = value
    for path in (made.keys, made.keys_copy):
        path.write_bytes(json.dumps(stored).encode())
    monkeypatch.setattr(wrapping, "stretch", _never)
    with pytest.raises(UnreasonableCost):
        keys.open_with_password(made, "moss lantern quiet")
    with pytest.raises(UnreasonableCost):
        keys.unwrap(stored["vault"], stored["slots"], code=CODE)
    with pytest.raises(UnreasonableCost):
        keys.create(PracticeFolder(made.root / "other"), "moss", CODE, cost=Cost(1 << 21, 1, 1))


def _never(_secret: str, _slot: Mapping[str, object]) -> bytes:
    raise AssertionError("the work was begun")


def test_too_many_slots_are_refused(made: PracticeFolder) -> None:
    stored = json.loads(made.keys.read_bytes())
    stored["slots"] |= {f"more {n}": stored["slots"]["password"] for n in range(7)}
    for path in (made.keys, made.keys_copy):
        path.write_bytes(json.dumps(stored).encode())
    with pytest.raises(KeysDamaged):
        keys.read(made)
