"""A disk rots one byte at a time: whichever page it is, no verb shows where it broke, and no check calls it whole."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alliance_desktop import cli
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.storage import cipher, keys

PAGE = 4096
# Pages that are looked at in one run: evenly spread over the file, first and last among them.
LOOKED_AT = 60


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> PracticeFolder:
    """A sample practice without a page that is not in use."""
    folder = PracticeFolder(tmp_path_factory.mktemp("rot") / "practice")
    folder.root.mkdir(mode=0o700)
    stage.write(folder, now=datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC), clients=6, sessions=30)
    key = keys.open_with_password(folder, keys.SAMPLE_PASSWORD)
    with cipher.opened(folder.database, key.sqlcipher) as connection:
        connection.execute("VACUUM")
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] == 0
    return folder


def rotten(whole: PracticeFolder, root: Path) -> Iterator[Path]:
    """The practice over and over again, each time with another page that rotted."""
    content = whole.database.read_bytes()
    pages = len(content) // PAGE
    for nth in range(LOOKED_AT):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(whole.root, root)
        damaged = bytearray(content)
        damaged[nth * (pages - 1) // (LOOKED_AT - 1) * PAGE + 997] ^= 0x10
        PracticeFolder(root).database.write_bytes(damaged)
        yield root


def test_the_whole_practice_is_called_whole(whole: PracticeFolder) -> None:
    assert cli.run(["check", str(whole.root)]) == 0


def test_a_check_never_calls_a_practice_whole_that_rotted_anywhere(
    whole: PracticeFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for root in rotten(whole, tmp_path / "practice"):
        assert cli.run(["check", str(root)]) in (cli.FAILED, cli.REFUSED)
        told = capsys.readouterr()
        assert "damaged" in told.out + told.err


@pytest.mark.parametrize("verb", ["backup", "print-plan"])
def test_no_verb_shows_where_it_broke(
    whole: PracticeFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    asked = [str(drive)] if verb == "backup" else ["--client", "Feldner", "-o", str(tmp_path / "plan.pdf"), "--replace"]
    for root in rotten(whole, tmp_path / "practice"):
        answer = cli.run([verb, str(root), *asked])
        told = capsys.readouterr()
        assert (answer, told.out) == (cli.REFUSED, "") if answer else told.out
        assert verb != "backup" or answer == cli.REFUSED
        assert len(told.err.splitlines()) <= 1
    assert list(drive.iterdir()) == []
