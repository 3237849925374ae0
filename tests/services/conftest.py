"""A practice with a client and a drive to back it up to."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.practice import Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, practice_file
from alliance_desktop.storage import keys
from alliance_desktop.storage.keys import CHEAP
from tests.services.backing_up import CODE, PASSWORD


@pytest.fixture
def opened(folder: PracticeFolder, now: datetime) -> Iterator[PracticeFolder]:
    practice_file.found(folder, keys.create(folder, PASSWORD, CODE, cost=CHEAP), Practice("Ana Brandl"), now)
    clients.welcome(ClientDraft("Maria Feldner"), now)
    yield folder
    if practice_file.is_open():
        practice_file.shut()


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    target = tmp_path / "STICK"
    target.mkdir()
    return target
