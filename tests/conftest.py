"""What every test shares: a quiet Qt, a fixed moment, and a real encrypted practice."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

# Machines are shared and noisy: no test may depend on how long it takes.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")

_runtime = Path(tempfile.mkdtemp(prefix="alliance-runtime-"))
_runtime.chmod(0o700)
os.environ["XDG_RUNTIME_DIR"] = str(_runtime)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from alliance_desktop.domain.practice import Practice  # noqa: E402  # after Qt was told where it runs
from alliance_desktop.paths import PracticeFolder  # noqa: E402
from alliance_desktop.services import practice as practices  # noqa: E402
from alliance_desktop.services import practice_file, vault  # noqa: E402
from alliance_desktop.storage import keys, upgrade  # noqa: E402
from alliance_desktop.storage.database import database  # noqa: E402
from alliance_desktop.storage.keys import DataKey  # noqa: E402

KEY = DataKey(bytes(range(32)), "0123456789abcdef0123456789abcdef")
PASSWORD = "moss lantern quiet harbour"
NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """A fixed moment."""
    return NOW


@pytest.fixture
def folder(tmp_path: Path) -> PracticeFolder:
    """An empty practice folder."""
    root = tmp_path / "practice"
    root.mkdir(mode=0o700)
    return PracticeFolder(root)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a new encrypted practice of Ana's, made once: making it anew for each test takes minutes in all."""
    path = tmp_path_factory.mktemp("founded") / "practice.db"
    upgrade.create(path, KEY.sqlcipher)
    database.open(path, KEY.copy())
    practices.found(Practice("Ana Brandl", "Bodywork", "", "0664 55 01 23"), NOW)
    database.shut()
    return path


@pytest.fixture
def data_key() -> DataKey:
    """A data key that is the same every time."""
    return KEY.copy()


@pytest.fixture
def practice(folder: PracticeFolder, founded: Path, data_key: DataKey) -> Iterator[PracticeFolder]:
    """A real encrypted practice of Ana's, open."""
    shutil.copy(founded, folder.database)
    database.open(folder.database, data_key.copy())
    yield folder
    database.shut()


@pytest.fixture(scope="session")
def first_run_done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a practice as the first run leaves it, made once."""
    folder = PracticeFolder(tmp_path_factory.mktemp("first-run-done"))
    key = keys.create(folder, PASSWORD, vault.new_code(), cost=keys.CHEAP)
    practice_file.found(folder, key, Practice("Ana Brandl", "Bodywork", "", ""), datetime.now(UTC))
    practice_file.shut()
    return folder.root
