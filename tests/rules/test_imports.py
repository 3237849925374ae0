"""Imports go down only; no floor knows a library that is not its own; nothing reaches for a network."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

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


def contract(beginning: str) -> dict[str, Any]:
    """The one contract whose name begins so."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    (found,) = (one for one in told if one["name"].startswith(beginning))
    return dict(found)


def rooms(under: str) -> set[str]:
    """Every module and package right under a package, with its whole name."""
    folder = ROOT / "alliance_desktop" / under
    found = (path for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists())
    return {f"alliance_desktop.{under}.{path.stem}" for path in found if path.stem != "__init__"}


def test_every_feature_of_the_screen_stands_in_the_contract_that_keeps_features_apart() -> None:
    folders = {room for room in rooms("ui") if (ROOT / Path(*room.split("."))).is_dir()}
    shared = {"alliance_desktop.ui.widgets", "alliance_desktop.ui.plan_parts", "alliance_desktop.ui.consent_parts"}
    assert set(contract("Features")["modules"]) == folders - shared
    assert set(contract("What features share")["source_modules"]) == shared
    assert set(contract("What features share")["forbidden_modules"]) == folders - shared


def test_every_module_of_storage_but_the_lock_and_the_drives_does_without_qt() -> None:
    apart = {"alliance_desktop.storage.lock", "alliance_desktop.storage.drives"}
    assert set(contract("Qt in storage")["source_modules"]) == rooms("storage") - apart
