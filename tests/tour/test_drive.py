"""The tour walks through the whole main job and keeps its papers."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from alliance_desktop.tour import drive

WINDOWS = {
    *("first-run-look", "first-run-begin", "first-run-names", "first-run-password", "first-run-sheet"),
    *("first-run-backups", "quit", "forgotten", "opened-by-code", "restore", "restored-here", "rescue", "rescued"),
    *("closing-check", "closing-check-done", "closing-check-guess", "progress", "worth-asking", "not-now"),
    *("add-visit", "visit-added", "nothing-changed", "what-strained", "repair-notebook"),
    *("unlock", "today", "clients", "brief", "profile", "health", "consent", "plan-draft", "signing", "plan-signed"),
    *(
        "plan-revised",
        "paper",
        "other-papers",
        "note-typing",
        "note",
        "search",
        "backup",
        "settings",
        "help",
        "stored",
        "restored",
    ),
}


def test_every_step_of_the_tour_holds(tmp_path: Path, qtbot: QtBot) -> None:
    steps = drive.tour(tmp_path / "tour")
    assert [step for step in steps if not step.held] == []
    assert {step.name for step in steps} >= WINDOWS
    assert len(list((tmp_path / "tour").glob("*-dark.png"))) == len(list((tmp_path / "tour").glob("*-light.png")))
    assert (tmp_path / "tour" / "recovery-sheet.pdf").read_bytes().startswith(b"%PDF")
    pictures = drive.keep_pictures(tmp_path / "tour", tmp_path / "pictures")
    assert {path.name for path in pictures} == {"today.png", "brief.png", "plan.png", "paper.png"}
    assert (tmp_path / "tour" / "plan.pdf").read_bytes().startswith(b"%PDF")
