"""Two secrets open one key; a wrong one, a damaged file and a newer file are told apart."""

import contextlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from alliance_desktop.domain import recovery_code
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic, keys
from alliance_desktop.storage.keys import CHEAP, KeysDamaged, KeysMissing, KeysNewer, WrongCode, WrongPassword

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
    asked = []
    monkeypatch.setattr(keys, "_stretched", lambda secret, slot: asked.append(slot) or bytes(32))
    keys.create(folder, "moss lantern quiet", CODE)
    assert {(slot["memory_kib"], slot["passes"], slot["lanes"]) for slot in asked} == {(262144, 3, 4)}


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


def test_a_new_recovery_code_opens_and_the_old_one_does_not(made: PracticeFolder) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    keys.replace_recovery(made, key, OTHER_CODE, cost=CHEAP)
    assert keys.open_with_code(made, OTHER_CODE).secret == key.secret
    with pytest.raises(WrongCode):
        keys.open_with_code(made, CODE)


def test_a_forgotten_key_opens_nothing(made: PracticeFolder) -> None:
    key = keys.open_with_password(made, "moss lantern quiet")
    key.forget()
    with pytest.raises(KeysMissing):
        _ = key.sqlcipher


def test_keys_written_by_the_first_program_open_for_ever(folder: PracticeFolder) -> None:
    shutil.copy(GOLDEN, folder.keys)
    assert keys.open_with_password(folder, "moss lantern quiet").vault_id == keys.open_with_code(folder, CODE).vault_id
