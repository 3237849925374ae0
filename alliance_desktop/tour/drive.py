"""Leads the real windows through the first run, the doors and the main job, and checks each result in what was stored.

Pictures of each step in light and dark, the plan as a PDF; the stored values are read by a second process.
"""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.storage.drives import found
from alliance_desktop.tour.doors import Doors
from alliance_desktop.tour.main_job import MainJob
from alliance_desktop.tour.walk import Step, Walk
from alliance_desktop.words import _

# The steps that README shows, and the names that it knows them by.
PICTURES = {"today": "today", "brief": "brief", "agreed-plan": "plan", "paper": "paper"}


class TourFolderInUse(AllianceError):
    """The folder for the tour holds something that is not a tour's."""


def tour(target: Path) -> list[Step]:
    """Write the sample practice, walk through the windows, and return every step with its result."""
    folder, drive = PracticeFolder(target / "practice"), target / "DRIVE"
    if folder.root.exists() or drive.exists():
        raise TourFolderInUse(_("{folder} holds a tour already. Please name an empty folder.").format(folder=target))
    for made in (folder.root, drive):
        made.mkdir(mode=0o700, parents=True)
    stage.write(folder, now=datetime.now(UTC))
    plugged_in = os.environ.get(found.STAND_INS)
    os.environ[found.STAND_INS] = str(drive)
    try:
        walk = Walk(target)
        return walk.go([*Doors(walk).acts(), *MainJob(walk, folder).acts()])
    finally:
        os.environ.pop(found.STAND_INS)
        if plugged_in is not None:
            os.environ[found.STAND_INS] = plugged_in


def keep_pictures(target: Path, pictures: Path) -> list[Path]:
    """Put the pictures that README shows into a folder, from a tour that held; returns them."""
    pictures.mkdir(parents=True, exist_ok=True)
    return [
        shutil.copyfile(next(target.glob(f"[0-9]*-{step}-light.png")), pictures / f"{name}.png")
        for step, name in PICTURES.items()
    ]
