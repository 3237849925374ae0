"""What was told to the program lies nowhere but in its encrypted file, and nothing reaches for a network."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import canaries

HERE = Path(__file__).resolve()


@dataclass(frozen=True)
class Lived:
    """One day in the program: where it left its files, and what was seen."""

    home: Path
    pictures: Path
    seen: dict[str, list[str]]

    @property
    def pattern(self) -> "re.Pattern[bytes]":
        words = [*canaries.WORDS, *self.seen["secrets"]]
        keys = [bytes.fromhex(each) for each in self.seen["secrets"] if re.fullmatch("[0-9a-f]{64}", each)]
        return canaries.needles([each.encode() for each in words] + keys)


def lived(place: Path, *more: str) -> Lived:
    """Live a day in a home of its own, with everything that programs use to keep things set to lie in it."""
    home, pictures = place / "home", place / "pictures"
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONPATH=str(HERE.parents[2]))
    environment["ALLIANCE_DRIVES"] = str(home / "BLUE STICK")
    for name, folder in (
        ("HOME", "user"), ("TMPDIR", "temporary"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "runtime"),
    ):  # fmt: skip
        (home / folder).mkdir(parents=True, mode=0o700)
        environment[name] = str(home / folder)
    (home / "BLUE STICK").mkdir()
    pictures.mkdir()
    command = [sys.executable, "-W", "ignore", str(HERE.with_name("leak_day.py")), str(home), str(pictures), *more]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=600)
    assert told.returncode == 0, told.stderr
    lines = told.stdout.splitlines()
    assert lines, told.stderr
    return Lived(home, pictures, json.loads(lines[-1]))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """A whole day: set up, write, sign, print, back up, break, lock, mistype, change keys."""
    return lived(tmp_path_factory.mktemp("day"))


def test_the_day_was_lived_to_its_end(day: Lived) -> None:
    assert len(list((day.home / "BLUE STICK").glob("*.alliance"))) == 1
    assert {path.name for path in day.pictures.iterdir()} == {"while it is open", "while it is locked"}
    assert len(day.seen["secrets"]) == 2 * 4 + 5
    log = (day.home / "practice" / "log" / "alliance.log").read_text(encoding="utf-8")
    assert "a fault of ours" in log
    assert "builtins.ValueError" in log


def test_no_word_and_no_key_lies_in_any_file(day: Lived) -> None:
    assert (day.pictures / "while it is open" / "practice" / "practice.db-wal").stat().st_size > 0
    assert canaries.hits((day.home, day.pictures), day.pattern) == []


@pytest.mark.parametrize("way", canaries.WAYS)
@pytest.mark.parametrize("what", ["name", "note", "code", "key"])
def test_a_planted_word_is_found_however_it_is_hidden(day: Lived, tmp_path: Path, way: str, what: str) -> None:
    hidden = {"name": canaries.CLIENT, "note": canaries.NOTE, "code": day.seen["secrets"][1], "key": ""}[what].encode()
    if what == "key":
        hidden = next(each for each in day.seen["secrets"] if re.fullmatch("[0-9a-f]{64}", each)).encode()
    (tmp_path / "page").write_bytes(os.urandom(999) + canaries.WAYS[way](hidden) + os.urandom(999))
    assert canaries.hits([tmp_path], day.pattern)


def test_a_planted_key_is_found_as_bare_bytes_and_a_word_in_a_files_name(day: Lived, tmp_path: Path) -> None:
    key = next(each for each in day.seen["secrets"] if re.fullmatch("[0-9a-f]{64}", each))
    (tmp_path / "core").write_bytes(os.urandom(500) + bytes.fromhex(key) + os.urandom(500))
    (tmp_path / f"{canaries.CLIENT}.pdf").touch()
    assert len(canaries.hits([tmp_path], day.pattern)) == 2


def test_nothing_was_written_outside_the_practice_and_the_drive(day: Lived) -> None:
    ours = (str(day.home / "practice"), str(day.home / "BLUE STICK"), str(day.pictures), "/dev/", "/proc/")
    assert [path for path in day.seen["written"] if not path.startswith(ours)] == []
    assert day.seen["written"], "the watch saw nothing at all"
    left = [path for path in day.home.rglob("*") if path.is_file() and not str(path).startswith(ours)]
    # Fontconfig's index of the computer's own fonts is no work of this program.
    assert [path for path in left if "fontconfig" not in path.parts] == []


def test_whatever_was_written_is_for_this_user_alone(day: Lived) -> None:
    practice = [day.home / "practice", *(day.home / "practice").rglob("*")]
    assert [path for path in practice if path.stat().st_mode & 0o077] == []


def test_no_title_tells_a_name(day: Lived) -> None:
    assert "Alliance Desktop" in day.seen["titles"]
    parts = {part for words in canaries.WORDS for part in words.split() if len(part) > 5}
    assert [title for title in day.seen["titles"] if any(part in title for part in parts)] == []


def test_no_network_is_reached_for(day: Lived) -> None:
    assert day.seen["reached"] == []


def test_a_reach_for_the_network_would_have_been_seen(tmp_path: Path) -> None:
    reached = lived(tmp_path, "--reach-out").seen["reached"]
    assert any(each.startswith("socket.__new__") for each in reached)
    if Path("/proc/self/net/udp").exists():
        assert any(each.startswith("udp ") for each in reached)
