"""The tour walks through the whole main job and keeps its papers."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from alliance_desktop.tour import drive

WINDOWS = {
    *("first-run-look", "first-run-begin", "first-run-names", "first-run-password", "first-run-sheet"),
    *("first-run-backups", "quit", "forgotten", "opened-by-code", "restore", "restored-here", "rescue", "rescued"),
    *("together", "together-matters", "together-where", "together-goal", "together-ways", "together-agree"),
    *("together-words", "together-sign", "together-signed", "taking-back", "taken-back"),
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
# Checked by other processes, with no window open.
UNSEEN = {"stored", "restored"}
SHEETS = (
    "plan", "plan-large-print", "pocket-card", "home-care", "think-before", "guide", "blank-plan", "closing-slips",
    "recovery-sheet", "progress", "referral-letter", "ending-letter",
)  # fmt: skip


def test_every_step_of_the_tour_holds(tmp_path: Path, qtbot: QtBot) -> None:
    steps = drive.tour(tmp_path / "tour")
    assert [step for step in steps if not step.held] == []
    assert {step.name for step in steps} >= WINDOWS
    for look in ("dark", "light"):
        seen = {path.stem[3:].removesuffix(f"-{look}") for path in (tmp_path / "tour").glob(f"*-{look}.png")}
        assert seen >= WINDOWS - UNSEEN
    for sheet in SHEETS:
        assert (tmp_path / "tour" / f"{sheet}.pdf").read_bytes().startswith(b"%PDF"), sheet
    pictures = drive.keep_pictures(tmp_path / "tour", tmp_path / "pictures")
    assert {path.name for path in pictures} == {"today.png", "brief.png", "plan.png", "paper.png"}
