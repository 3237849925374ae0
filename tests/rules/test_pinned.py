"""What is installed is what pyproject.toml asks for, by hash; and never the Qt that kills Python 3.11."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN = PROJECT["dependencies"]
TEST = [*RUN, *PROJECT["optional-dependencies"]["test"]]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(("lock", "wanted"), [("requirements.lock", RUN), ("requirements-test.lock", TEST)])
def test_every_dependency_is_locked_by_hash(lock: str, wanted: list[str]) -> None:
    text = (ROOT / "installer" / lock).read_text(encoding="utf-8")
    locked = {plain(found) for found in re.findall(r"^([\w.-]+)==.* \\\n    --hash=sha256:", text, re.MULTILINE)}
    assert {plain(re.split(r"[<>=~!]", line)[0]) for line in wanted} <= locked


def test_every_dependency_has_a_range_with_an_end() -> None:
    assert [line for line in TEST if ">=" not in line or "<" not in line] == []


def test_qt_is_the_one_that_python_3_11_survives() -> None:
    assert version("PySide6_Essentials").startswith("6.11.")
