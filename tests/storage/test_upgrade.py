"""Files of every released schema open for ever; newer, emptied and half-made ones are told, never overwritten."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.plan import PlanState
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, clients, documents, plans, search, sessions, voices
from alliance_desktop.services import practice as practices
from alliance_desktop.storage import cipher, upgrade
from alliance_desktop.storage.cipher import PracticeDamaged
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey
from alliance_desktop.storage.upgrade import FileNotMade, PracticeNewer, UpgradeBroken

OLD_FILES = Path(__file__).resolve().parents[1] / "data" / "old_files"


@pytest.fixture(params=range(1, upgrade.NEWEST + 1))
def old_schema(request: pytest.FixtureRequest, folder: PracticeFolder, data_key: DataKey) -> Iterator[None]:
    """A file that each released program wrote, open in this one."""
    shutil.copyfile(OLD_FILES / f"practice-{request.param}.db", folder.database)
    if upgrade.needed(folder.database, data_key.sqlcipher):
        upgrade.bring_up(folder.database, data_key.sqlcipher)
    database.open(folder.database, data_key.copy())
    yield
    database.shut()


@pytest.mark.usefixtures("old_schema")
def test_a_file_of_every_older_schema_opens_with_everything_in_it() -> None:
    maria = clients.lines("feldner")[0]
    plan = plans.current(maria.id)
    note = sessions.last(maria.id)
    assert practices.current().therapist == "Ana Brandl"
    assert (maria.full_name, maria.visits, maria.caution) == ("María Feldner", 1, "Modify: Blood thinner: light touch")
    assert plan is not None
    assert [version.number for version in plan.versions] == [1, 2]
    assert all(version.agreed and plans.intact(version) for version in plan.versions)
    assert plan.state(date(2026, 5, 19)) is PlanState.AGREED
    assert [line.words for line in plans.change_lines(plan.versions[1])] == ["Visits: 6 → 4: “I feel better sooner”"]
    assert plan.versions[0].signatures[0].strokes
    assert note is not None
    assert sessions.intact(note)
    assert [added.words for added in note.addenda] == ["It was the left one"]
    assert (Whose.CLIENT, "Garden for an hour again.") in [(voice.whose, voice.words) for voice in voices.of(maria.id)]
    assert documents.data(documents.of(maria.id)[0].id) == b"%PDF-1.7 of the first schema"
    assert {hit.client_name for hit in search.find("schulter")} == {"María Feldner"}
    assert audit.check().held


@pytest.mark.usefixtures("old_schema")
def test_a_file_of_every_older_schema_has_the_guards_of_a_new_one(tmp_path: Path, data_key: DataKey) -> None:
    query = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    upgrade.create(tmp_path / "new.db", data_key.sqlcipher)
    with cipher.opened(tmp_path / "new.db", data_key.sqlcipher) as connection:
        assert database.execute_sql(query).fetchall() == connection.execute(query).fetchall()


def test_a_new_file_is_made_once_and_never_over_another(folder: PracticeFolder, data_key: DataKey) -> None:
    upgrade.create(folder.database, data_key.sqlcipher)
    assert [path.name for path in folder.root.iterdir()] == ["practice.db"]
    before = folder.database.read_bytes()
    with pytest.raises(FileExistsError):
        upgrade.create(folder.database, data_key.sqlcipher)
    assert folder.database.read_bytes() == before
    assert not upgrade.needed(folder.database, data_key.sqlcipher)


def test_a_file_that_could_not_be_made_leaves_nothing_and_the_next_try_works(
    folder: PracticeFolder, data_key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(
            upgrade, "MIGRATIONS", (Step(1, "CREATE TABLE one (id INTEGER);\nINSERT INTO nowhere VALUES (1);"),)
        )
        with pytest.raises(FileNotMade):
            upgrade.create(folder.database, data_key.sqlcipher)
    assert list(folder.root.iterdir()) == []
    upgrade.create(folder.database, data_key.sqlcipher)
    with pytest.raises(FileNotMade):
        upgrade.create(folder.root / "gone" / "practice.db", data_key.sqlcipher)


def test_a_file_of_a_newer_program_is_refused_and_untouched(folder: PracticeFolder, data_key: DataKey) -> None:
    upgrade.create(folder.database, data_key.sqlcipher)
    with cipher.opened(folder.database, data_key.sqlcipher) as connection:
        connection.execute(f"PRAGMA user_version={upgrade.NEWEST + 1}")
    before = folder.database.read_bytes()
    with pytest.raises(PracticeNewer, match="newer"):
        upgrade.needed(folder.database, data_key.sqlcipher)
    with pytest.raises(PracticeNewer):
        upgrade.bring_up(folder.database, data_key.sqlcipher)
    assert folder.database.read_bytes() == before


def test_a_file_without_a_number_is_damaged_and_not_filled_anew(folder: PracticeFolder, data_key: DataKey) -> None:
    with cipher.opened(folder.database, data_key.sqlcipher, create=True) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")
    with pytest.raises(PracticeDamaged):
        upgrade.needed(folder.database, data_key.sqlcipher)
    with pytest.raises(PracticeDamaged):
        upgrade.bring_up(folder.database, data_key.sqlcipher)


class Step:
    """A migration of a test."""

    def __init__(self, number: int, statements: str) -> None:
        self.NUMBER = number
        self.STATEMENTS = statements


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TABLE one (id INTEGER);\nINSERT INTO nowhere VALUES (1);",
        "CREATE TABLE one (client_id INTEGER REFERENCES client (id));\nINSERT INTO one VALUES (77);",
    ],
)
def test_a_migration_happens_whole_or_not_at_all(
    folder: PracticeFolder, data_key: DataKey, monkeypatch: pytest.MonkeyPatch, statements: str
) -> None:
    upgrade.create(folder.database, data_key.sqlcipher)
    second = Step(upgrade.NEWEST + 1, statements)
    monkeypatch.setattr(upgrade, "MIGRATIONS", (*upgrade.MIGRATIONS, second))
    monkeypatch.setattr(upgrade, "NEWEST", second.NUMBER)
    with pytest.raises(UpgradeBroken, match="as they were"):
        upgrade.bring_up(folder.database, data_key.sqlcipher)
    assert upgrade.needed(folder.database, data_key.sqlcipher)
    with (
        cipher.opened(folder.database, data_key.sqlcipher) as connection,
        pytest.raises(sqlcipher.OperationalError, match="no such table"),
    ):
        connection.execute("SELECT * FROM one")
