"""What a client is shown of how their words are kept is what is so, and nothing that is only hoped."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.privacy import PrivacyFacts
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import practice_file, privacy, vault
from alliance_desktop.storage import keys
from alliance_desktop.storage.database import database, transaction
from tests.conftest import PASSWORD


def founded(folder: PracticeFolder, code: str | None, now: datetime) -> None:
    folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = keys.create(folder, PASSWORD, code, cost=keys.CHEAP)
    practice_file.found(folder, key, Practice("Ana Brandl", "Bodywork", "", ""), now)


@transaction
def backed_up(now: datetime) -> None:
    database.execute_sql(
        "INSERT INTO backup_run VALUES (1, 1, ?, ?, 'stick', 'f', 1, 1, 1, 1, 'h')", (now.isoformat(), now.isoformat())
    )


@pytest.mark.parametrize("with_code", [True, False])
@pytest.mark.parametrize("place", ["practice", "Dropbox/practice"])
def test_the_page_says_how_it_is_here_today(tmp_path: Path, now: datetime, with_code: bool, place: str) -> None:
    founded(PracticeFolder(tmp_path / place), vault.new_code() if with_code else None, now)
    try:
        in_a_cloud = place.startswith("Dropbox")
        assert privacy.facts(now.date()) == PrivacyFacts(now.date(), in_a_cloud, None, with_code)
        backed_up(now - timedelta(days=2))
        assert privacy.facts(now.date()).backup_on == now.date() - timedelta(days=2)
    finally:
        practice_file.shut()


def test_each_fact_is_told_in_words_for_a_client() -> None:
    def told(facts: PrivacyFacts) -> str:
        return " ".join(text for _heading, text in facts.parts("Ana"))

    today = date(2026, 11, 26)
    plain = told(PrivacyFacts(today))
    assert "There is no copy of it yet." in plain
    assert "recovery code" not in plain
    assert "service" not in plain
    whole = told(PrivacyFacts(today, True, date(2026, 11, 24), True))
    assert "There is a copy of 24 November, encrypted as well." in whole
    assert "the recovery code that was printed for Ana" in whole
    assert "A service copies the folder it lies in, unreadable." in whole
