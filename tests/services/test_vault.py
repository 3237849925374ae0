"""Keys are changed only by who holds the present one, and a refusal changes nothing."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.storage.keys import CHEAP, WrongCode, WrongPassword

PASSWORD, OTHER = "moss lantern quiet harbour", "copper willow seven tides"


@pytest.fixture
def made(folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch) -> PracticeFolder:
    """A practice with a password and a spare key."""
    monkeypatch.setattr(vault, "COST", CHEAP)
    vault.make(folder, PASSWORD, vault.new_code()).forget()
    return folder


def test_the_vault_bears_the_name_that_stands_on_its_sheet(
    folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "COST", CHEAP)
    name = vault.new_vault_id()
    vault.make(folder, PASSWORD, None, name)
    assert vault.vault_id(folder) == name != vault.new_vault_id()


def test_a_new_password_is_taken_from_who_knows_the_present_one(made: PracticeFolder, now: datetime) -> None:
    key = vault.open_with_password(made, PASSWORD, now)
    vault.change_password(made, PASSWORD, OTHER, now)
    assert vault.open_with_password(made, OTHER, now).secret == key.secret
    with pytest.raises(WrongPassword):
        vault.open_with_password(made, PASSWORD, now)


@pytest.mark.parametrize(
    ("present", "new", "words"), [("not it at all", OTHER, "not the password"), (PASSWORD, "abc", "uess")]
)
def test_a_wrong_present_or_a_weak_new_password_changes_nothing(
    made: PracticeFolder, now: datetime, present: str, new: str, words: str
) -> None:
    before = made.keys.read_bytes()
    with pytest.raises(AllianceError) as refusal:
        vault.change_password(made, present, new, now)
    assert words in str(refusal.value)
    assert (made.keys.read_bytes(), made.keys_copy.read_bytes()) == (before, before)


def test_a_new_spare_key_is_taken_from_who_knows_the_password(made: PracticeFolder, now: datetime) -> None:
    first, second, before = vault.new_code(), vault.new_code(), made.keys.read_bytes()
    with pytest.raises(WrongPassword):
        vault.replace_code(made, "not it at all", first, now)
    assert made.keys.read_bytes() == before
    vault.replace_code(made, PASSWORD, first, now)
    vault.replace_code(made, PASSWORD, second, now)
    assert vault.open_with_code(made, second, now).secret
    with pytest.raises(WrongCode):
        vault.open_with_code(made, first, now)


def test_guessing_at_an_open_desk_gets_slower_too(made: PracticeFolder, now: datetime) -> None:
    for _try in range(3):
        with pytest.raises(WrongPassword):
            vault.change_password(made, "not it at all", OTHER, now)
    with pytest.raises(vault.TryLater):
        vault.change_password(made, PASSWORD, OTHER, now)
    vault.change_password(made, PASSWORD, OTHER, now + timedelta(minutes=1))


def test_a_password_is_told_from_a_recovery_code() -> None:
    assert not vault.looks_like_code(PASSWORD)
    assert vault.looks_like_code(vault.new_code())
