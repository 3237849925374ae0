"""Two secrets open one key; a wrong one, a damaged file and a newer file are told apart."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from alliance_desktop.domain import recovery_code
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic, keys, wrapping
from alliance_desktop.storage.atomic import FileNotWritten
from alliance_desktop.storage.data_key import DataKey, KeyForgotten
from alliance_desktop.storage.keys import (
    CHEAP,
    PRODUCTION,
    SMALL_MEMORY,
    Cost,
    KeysDamaged,
    KeysExist,
    SampleStays,
    TooLittleMemory,
    WrongCode,
    WrongPassword,
)

CODE = recovery_code.make(123456789 << 64)
OTHER_CODE = recovery_code.make(42)
GOLDEN = Path(__file__).parent.parent / "data" / "practice.keys"


@pytest.fixture
def made(folder: PracticeFolder) -> PracticeFolder:
    keys.create(folder, "moss lantern quiet", CODE, cost=CHEAP)
    return folder


def test_password_and_recovery_code_open_the_same_key(made: PracticeFolder) -> None:
    by_password = keys.open_with_password(made, "moss lantern quiet")
    by_code = keys.open_with_code(made, CODE.lower())
    assert by_password.secret == by_code.secret
    assert len({by_password.sqlcipher, by_password.audit.hex(), by_password.backup_mac.hex()}) == 3


def test_a_wrong_password_is_refused_and_so_is_the_code_of_another_practice(made: PracticeFolder) -> None:
    with pytest.raises(WrongPassword):
        keys.open_with_password(made, "moss lantern quit")
    with pytest.raises(WrongCode):
        keys.open_with_code(made, OTHER_CODE)


def test_letters_composed_in_another_way_are_the_same_password(folder: PracticeFolder) -> None:
    keys.create(folder, "caf\u00e9 am see", CODE, cost=CHEAP)
    assert keys.open_with_password(folder, "cafe\u0301 am see").secret


def test_the_program_asks_256_mebibytes_for_each_guess(folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int, int]] = []

    def cheaply(_secret: str, slot: Mapping[str, int]) -> bytes:
        asked.append((slot["memory_kib"], slot["passes"], slot["lanes"]))
        return bytes(32)

    monkeypatch.setattr(wrapping, "stretch", cheaply)
    keys.create(folder, "moss lantern quiet", CODE)
    assert set(asked) == {(262144, 3, 4)}


def test_a_changed_password_opens_and_the_old_one_does_not(made: PracticeFolder) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    keys.change_password(made, key, "river stone amber", cost=CHEAP)
    assert keys.open_with_password(made, "river stone amber").secret == key.secret
    assert keys.open_with_code(made, CODE).secret == key.secret
    with pytest.raises(WrongPassword):
        keys.open_with_password(made, "moss lantern quiet")
    assert made.keys.read_bytes() == made.keys_copy.read_bytes()


@pytest.mark.parametrize("step", range(8))
def test_a_password_change_cut_short_anywhere_leaves_a_password_that_opens(
    made: PracticeFolder, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    _break_at(monkeypatch, step)
    with contextlib.suppress(PowerCut):
        keys.change_password(made, key, "river stone amber", cost=CHEAP)
    monkeypatch.undo()
    opened = [word for word in ("moss lantern quiet", "river stone amber") if _opens(made, word)]
    assert opened
    assert keys.open_with_code(made, CODE).secret == key.secret


class PowerCut(Exception):
    pass


def _break_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Fail at the n-th of two things done to each file: writing beside it, putting it in place."""
    count = iter(range(100))

    def breaking(act: Callable[..., None]) -> Callable[..., None]:
        def broken(*args: object) -> None:
            if next(count) == step:
                raise PowerCut
            act(*args)

        return broken

    monkeypatch.setattr(atomic, "write", breaking(atomic.write))
    monkeypatch.setattr(atomic, "replace", breaking(atomic.replace))


def _opens(folder: PracticeFolder, password: str) -> bool:
    try:
        return bool(keys.open_with_password(folder, password).secret)
    except WrongPassword:
        return False


def test_a_new_recovery_code_opens_and_the_old_one_does_not(made: PracticeFolder) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    keys.replace_recovery(made, key, OTHER_CODE, cost=CHEAP)
    assert keys.open_with_code(made, OTHER_CODE).secret == key.secret
    with pytest.raises(WrongCode):
        keys.open_with_code(made, CODE)


def test_a_forgotten_key_opens_nothing(made: PracticeFolder) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    key.forget()
    for use in (lambda: key.sqlcipher, lambda: key.audit, lambda: key.backup_mac, lambda: key.secret, key.copy):
        with pytest.raises(KeyForgotten):
            use()


def test_keys_written_by_the_first_program_open_for_ever(folder: PracticeFolder) -> None:
    shutil.copy(GOLDEN, folder.keys)
    assert keys.open_with_password(folder, "moss lantern quiet").vault_id == keys.open_with_code(folder, CODE).vault_id


def test_a_change_cut_short_and_then_made_leaves_no_former_password_behind(
    made: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    _break_at(monkeypatch, 2)
    with pytest.raises(PowerCut):
        keys.change_password(made, key, "river stone amber", cost=CHEAP)
    monkeypatch.undo()
    assert _opens(made, "moss lantern quiet")
    keys.change_password(made, key, "willow copper tide", cost=CHEAP)
    opening = [w for w in ("moss lantern quiet", "river stone amber", "willow copper tide") if _opens(made, w)]
    assert opening == ["willow copper tide"]


def test_the_former_password_opens_until_the_new_one_was_used_and_no_longer(
    made: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    _break_at(monkeypatch, 2)
    with pytest.raises(PowerCut):
        keys.change_password(made, key, "river stone amber", cost=CHEAP)
    monkeypatch.undo()
    assert keys.FORMER in keys.read(made).slots
    assert _opens(made, "moss lantern quiet")
    assert keys.open_with_code(made, CODE).secret == key.secret
    assert _opens(made, "moss lantern quiet")
    assert _opens(made, "river stone amber")
    assert not _opens(made, "moss lantern quiet")
    assert _opens(made, "river stone amber")
    assert keys.open_with_code(made, CODE).secret == key.secret
    assert made.keys.read_bytes() == made.keys_copy.read_bytes()


def test_a_folder_that_takes_nothing_opens_after_a_change_cut_short_all_the_same(
    made: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    _break_at(monkeypatch, 2)
    with pytest.raises(PowerCut):
        keys.change_password(made, key, "river stone amber", cost=CHEAP)
    monkeypatch.undo()

    def refuse(*_asked: object) -> None:
        raise FileNotWritten("it can only be read")

    monkeypatch.setattr(atomic, "write", refuse)
    assert _opens(made, "river stone amber")
    assert _opens(made, "moss lantern quiet")


def test_a_password_replaced_just_before_a_power_cut_opens_nothing_through_the_old_copy(made: PracticeFolder) -> None:
    before = made.keys_copy.read_bytes()
    keys.change_password(made, keys.open_with_password(made, "moss lantern quiet"), "river stone amber")
    made.keys_copy.write_bytes(before)
    assert not _opens(made, "moss lantern quiet")
    assert _opens(made, "river stone amber")
    assert made.keys_copy.read_bytes() == made.keys.read_bytes()


def test_keys_are_never_made_over_a_practice_that_is_there(made: PracticeFolder) -> None:
    for gone in (None, made.keys, made.keys_copy):
        if gone is not None:
            gone.unlink()
        made.database.touch()
        with pytest.raises(KeysExist):
            keys.create(made, "river stone amber", OTHER_CODE, cost=CHEAP)
    assert not made.keys.exists()


def test_a_recovery_code_can_be_declined_and_made_later(folder: PracticeFolder) -> None:
    key = keys.create(folder, "moss lantern quiet", None, cost=CHEAP)
    assert keys.RECOVERY not in keys.read(folder).slots
    with pytest.raises(WrongCode, match="no recovery code"):
        keys.open_with_code(folder, CODE)
    keys.replace_recovery(folder, key, CODE, cost=CHEAP)
    assert keys.RECOVERY in keys.read(folder).slots
    assert keys.open_with_code(folder, CODE).secret == key.secret


def test_a_new_password_costs_a_guesser_what_the_former_one_did(made: PracticeFolder) -> None:
    keys.change_password(made, keys.open_with_password(made, "moss lantern quiet"), "river stone amber")
    slot = keys.read(made).slots["password"]
    assert Cost(slot["memory_kib"], slot["passes"], slot["lanes"]) == CHEAP


def test_a_computer_with_little_memory_gets_the_smaller_cost_and_no_less(
    folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    stretched = wrapping.stretch  # memory cannot be taken from a test, so its lack is acted here

    def cramped(secret: str, slot: Mapping[str, Any]) -> bytes:
        if slot["memory_kib"] > SMALL_MEMORY.memory_kib:
            raise TooLittleMemory("close other programs")
        return stretched(secret, slot)

    monkeypatch.setattr(wrapping, "stretch", cramped)
    keys.create(folder, "moss lantern quiet", None)
    assert keys.read(folder).slots["password"]["memory_kib"] == SMALL_MEMORY.memory_kib
    with pytest.raises(TooLittleMemory):
        keys.change_password(folder, keys.open_with_password(folder, "moss lantern quiet"), "river", cost=PRODUCTION)
    assert _opens(folder, "moss lantern quiet")


@pytest.mark.skipif(sys.platform != "linux", reason="only here a process can be given too little memory")
def test_too_little_memory_is_said_in_a_sentence(made: PracticeFolder) -> None:
    hungry = """
import resource, sys
from pathlib import Path
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import keys
keys.create(PracticeFolder(Path(sys.argv[1])), "warm up", None, cost=keys.CHEAP)
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + (24 << 20),) * 2)
try:
    keys.open_with_password(PracticeFolder(Path(sys.argv[2])), "moss lantern quiet")
except keys.TooLittleMemory as refusal:
    print(refusal)
"""
    key = keys.open_with_password(made, "moss lantern quiet")
    keys.change_password(made, key, "moss lantern quiet", cost=SMALL_MEMORY)
    other = made.root / "other"
    other.mkdir()
    told = subprocess.run([sys.executable, "-c", hungry, other, made.root], capture_output=True, text=True, check=True)
    assert "close other programs" in told.stdout


def test_keys_brought_back_from_a_backup_open_in_an_empty_folder(made: PracticeFolder, tmp_path: Path) -> None:
    stored = keys.read(made)
    key = keys.unwrap(stored.vault_id, stored.slots, code=CODE)
    empty = PracticeFolder(tmp_path / "restored")
    empty.root.mkdir()
    keys.place(empty, key, stored.slots)
    assert keys.open_with_password(empty, "moss lantern quiet").secret == key.secret
    assert keys.open_with_code(empty, CODE).vault_id == stored.vault_id
    assert empty.keys.read_bytes() == empty.keys_copy.read_bytes()


def test_a_sample_says_so_and_cannot_be_made_to_pass_for_real(folder: PracticeFolder) -> None:
    keys.create(folder, "sample", None, cost=CHEAP, sample=True)
    assert keys.read(folder).sample
    for path in (folder.keys, folder.keys_copy):
        path.write_bytes(path.read_bytes().replace(b'"sample":true', b'"sample":false'))
    with pytest.raises(KeysDamaged):
        keys.open_with_password(folder, "sample")


def test_a_sample_keeps_its_cheap_keys_and_never_becomes_a_practice(folder: PracticeFolder) -> None:
    key = keys.create(folder, "sample", CODE, cost=CHEAP, sample=True)
    before = folder.keys.read_bytes()
    with pytest.raises(SampleStays, match="sample"):
        keys.change_password(folder, key, "moss lantern quiet")
    with pytest.raises(SampleStays):
        keys.replace_recovery(folder, key, OTHER_CODE)
    assert (folder.keys.read_bytes(), folder.keys_copy.read_bytes()) == (before, before)


def test_uses_are_derived_as_hkdf_says() -> None:
    key = DataKey(bytes(range(32)), "0" * 32)
    for use, found in (("backup-mac", key.backup_mac), ("audit", key.audit), ("keys-check", key.keys_check)):
        told = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"alliance {use}".encode()).derive(bytes(range(32)))
        assert found == told
    assert key.sqlcipher == "x'9d813fdca940c37c04ac2a399e5f7e78afe0a5f65c98380cdf5288695169e1b7'"


def test_a_key_never_shows_itself() -> None:
    assert repr(DataKey(bytes(range(32)), "0" * 32)) == "DataKey(00000000…)"
