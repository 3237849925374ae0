"""The two commands of README set up what is missing once, say what they cannot do, and work from any folder."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "installer" / "from_source.py"


@pytest.fixture
def from_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, looking at an empty checkout of its own."""
    spec = importlib.util.spec_from_file_location("from_source", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    (tmp_path / "installer").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    for lock in ("requirements.lock", "requirements-test.lock"):
        (tmp_path / "installer" / lock).write_text(f"# {lock}\n")
    return module


@pytest.fixture
def ran(from_source: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command that would have been run; making the environment leaves a Python in it."""
    commands: list[list[str]] = []

    def run(command: list[str], **_how: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        if "venv" in command:
            python = from_source.python_of(Path(command[-1]), sys.platform)
            python.parent.mkdir(parents=True)
            python.touch()
        return subprocess.CompletedProcess(command, 0, "pip 24.0 from here")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(from_source, "missing_packages", list)
    return commands


def test_the_environment_is_made_once_and_afterwards_nothing_is_installed(
    from_source: ModuleType, ran: list[list[str]]
) -> None:
    first = from_source.prepared("requirements.lock")
    assert any("--require-hashes" in command for command in ran)
    assert all("ensurepip" not in command for command in ran)
    ran.clear()
    assert from_source.prepared("requirements.lock") == first
    assert ran == []


def test_the_test_extras_are_added_to_an_environment_that_is_there(
    from_source: ModuleType, ran: list[list[str]]
) -> None:
    from_source.prepared("requirements.lock")
    ran.clear()
    from_source.prepared("requirements-test.lock")
    assert not any("venv" in command for command in ran)
    assert any(str(command[-1]).endswith("requirements-test.lock") for command in ran)
    ran.clear()
    from_source.prepared("requirements.lock")
    assert ran == []


def test_a_changed_lock_is_installed_again(from_source: ModuleType, ran: list[list[str]]) -> None:
    from_source.prepared("requirements.lock")
    ran.clear()
    (from_source.ROOT / "installer" / "requirements.lock").write_text("# another\n")
    from_source.prepared("requirements.lock")
    assert ran


@pytest.mark.parametrize(
    ("platform", "place"),
    [("win32", "Scripts/python.exe"), ("darwin", "bin/python"), ("linux", "bin/python")],
)
def test_every_platform_finds_its_python(from_source: ModuleType, platform: str, place: str) -> None:
    assert from_source.python_of(Path("home"), platform).as_posix() == f"home/{place}"


@pytest.mark.parametrize(
    ("platform", "names", "shown"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_where_no_display_is_the_tour_is_walked_instead(
    from_source: ModuleType, platform: str, names: dict[str, str], shown: bool
) -> None:
    assert from_source.has_display(platform, names) is shown


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries are those of Linux")
def test_who_is_not_root_is_told_the_exact_line(
    from_source: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(from_source, "missing_packages", lambda: ["libegl1", "libxcb-cursor0"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert from_source.main(["test"]) == 2
    assert "sudo apt-get install -y libegl1 libxcb-cursor0" in capsys.readouterr().err


def test_a_missing_pip_is_told_and_nothing_half_made_is_taken_for_done(
    from_source: ModuleType, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], **_how: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "")

    monkeypatch.setattr(subprocess, "run", run)
    assert from_source.main(["run"]) == 2
    assert "python3-pip" in capsys.readouterr().err
    assert not (from_source.ROOT / ".venv" / from_source.STAMP).exists()


@pytest.mark.parametrize(("ends", "told"), [((0, 0), 0), ((1, 0), 1), ((0, 1), 1)])
def test_the_whole_suite_has_the_proportions_last_and_one_failure_in_either_part_counts(
    from_source: ModuleType, monkeypatch: pytest.MonkeyPatch, ends: tuple[int, int], told: int
) -> None:
    parts: list[list[str]] = []

    def call(command: list[str], **_how: object) -> int:
        parts.append(command[3:])
        return ends[len(parts) - 1]

    monkeypatch.setattr(from_source, "prepared", lambda _lock: Path("python"))
    monkeypatch.setattr(subprocess, "call", call)
    assert from_source.main(["test"]) == told
    assert ["tests/benchmarks" in part for part in parts] == [False, True]
    assert "--ignore=tests/benchmarks" in parts[0]


def test_further_arguments_run_what_they_name_and_nothing_else(
    from_source: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts: list[list[str]] = []
    monkeypatch.setattr(from_source, "prepared", lambda _lock: Path("python"))

    def call(command: list[str], **_how: object) -> int:
        parts.append(command[3:])
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    assert from_source.main(["test", "tests/domain"]) == 0
    assert parts == [["tests/domain"]]


def test_no_verb_is_answered_with_the_two_there_are(
    from_source: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert from_source.main([]) == 2
    assert "run | test" in capsys.readouterr().err
