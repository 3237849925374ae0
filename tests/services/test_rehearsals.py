"""What came out of a backup is looked at by two at once, and neither ever finds the other in its way."""

import json
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import rehearsals
from alliance_desktop.storage import cipher, snapshot
from alliance_desktop.storage.keys import DataKey


@pytest.fixture
def copy(practice: PracticeFolder, data_key: DataKey, tmp_path: Path) -> tuple[Path, dict[str, object]]:
    """A copy of the practice as it lies in a backup, and its manifest."""
    path = tmp_path / "copy.db"
    snapshot.copy(practice.database, path, data_key.sqlcipher)
    with cipher.opened(path, data_key.sqlcipher) as connection:
        manifest = rehearsals.manifest(connection)
        connection.execute("INSERT INTO backup_manifest VALUES (1, ?)", (json.dumps(manifest),))
        connection.execute("PRAGMA journal_mode=DELETE")
    return path, manifest


def test_the_second_look_begins_when_the_log_that_both_share_stands(
    copy: tuple[Path, dict[str, object]], data_key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, manifest = copy
    stood = []

    class AtOnce:
        def __init__(self, _workers: int) -> None: ...
        def __enter__(self) -> "AtOnce":
            return self

        def __exit__(self, *_trouble: object) -> None: ...
        def submit(self, look: Callable[[Path, str], bool], *given: object) -> "Future[bool]":
            stood.append(path.with_name(path.name + "-shm").exists())
            done: Future[bool] = Future()
            done.set_result(look(*given))  # type: ignore[arg-type]
            return done

    monkeypatch.setattr(rehearsals, "ThreadPoolExecutor", AtOnce)
    assert rehearsals.rehearse(path, data_key.sqlcipher, manifest)["client"] == 0
    assert stood == [True]
