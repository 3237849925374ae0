"""Imports go down only; no floor knows a library that is not its own; nothing reaches for a network."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_reaches_for_qts_network() -> None:
    for path in (ROOT / "alliance_desktop").rglob("*.py"):
        assert "QtNetwork" not in path.read_text(encoding="utf-8"), path


def test_the_contracts_of_the_floors_are_kept() -> None:
    told = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
