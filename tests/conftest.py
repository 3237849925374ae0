"""What every test shares: a quiet Qt, a fixed moment, and a real encrypted practice."""

import os
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
from alliance_desktop.storage import upgrade  # noqa: E402
from alliance_desktop.storage.database import database  # noqa: E402
from alliance_desktop.storage.keys import DataKey  # noqa: E402

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


@pytest.fixture
def data_key() -> DataKey:
    """A data key that is the same every time."""
    return DataKey(bytes(range(32)), "0123456789abcdef0123456789abcdef")


@pytest.fixture
def practice(folder: PracticeFolder, data_key: DataKey, now: datetime) -> Iterator[PracticeFolder]:
    """A real encrypted practice of Ana's, open."""
    upgrade.create(folder.database, data_key.sqlcipher)
    database.open(folder.database, data_key.copy())
    practices.found(Practice("Ana Brandl", "Bodywork", "", "0664 55 01 23"), now)
    yield folder
    database.shut()
