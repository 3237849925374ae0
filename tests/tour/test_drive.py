"""The tour walks through the whole main job and keeps its papers."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from alliance_desktop.tour import drive


def test_every_step_of_the_tour_holds(tmp_path: Path, qtbot: QtBot) -> None:
    steps = drive.tour(tmp_path / "tour")
    assert [step for step in steps if not step.held] == []
    assert {"unlock", "plan-signed", "plan-revised", "paper", "note", "backup", "stored", "restored"} <= {
        step.name for step in steps
    }
    assert len(list((tmp_path / "tour").glob("*-dark.png"))) == len(list((tmp_path / "tour").glob("*-light.png")))
    assert (tmp_path / "tour" / "plan.pdf").read_bytes().startswith(b"%PDF")
