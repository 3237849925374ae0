"""The package and its tests pass the linter, keep the layout, and have honest types."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "alliance_desktop", "tests"),
        ("ruff", "format", "--check", "alliance_desktop", "tests"),
        ("mypy",),
    ],
)
def test_the_tools_have_nothing_to_say(command: tuple[str, ...]) -> None:
    told = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
