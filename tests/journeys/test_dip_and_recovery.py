"""A dip is seen, spoken of and mended; the next checks show the recovery, and the paper says what was done about it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.domain.plan import HowSigned, Signer
from alliance_desktop.domain.repair import RepairOutcome
from alliance_desktop.services import closing_checks, plans, promises, repairs, sessions
from alliance_desktop.ui.progress.chart_view import ChartView
from alliance_desktop.ui.widgets.strand_line import StrandLine
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.words import day_words
from tests.documents.looking import lines_of
from tests.journeys.conftest import Hands

ALERT = "alert_a2_touch"
ASKED, DONE = "Please not so deep", "Ask before each deep stroke"


def note_visit(hands: Hands, tension: Qt.Key) -> None:
    """Write and sign a short note with one number."""
    number = len(sessions.lines(1))
    hands.workspace.open_client(1, "sessions")
    hands.workspace.sessions_tab.start_note()
    hands.type("did_edit", "Long strokes")
    if number == 0:
        hands.type("measure_1_edit", "Tension")
    hands.qtbot.keyClick(hands.find(QWidget, "rating_1_before"), tension)
    hands.click("finish_button")
    hands.until(lambda: len(sessions.lines(1)) == number + 1 and sessions.lines(1)[0].signed)


def check(hands: Hands, touch: int, change: str = "") -> None:
    """Type in what the client marked on a slip."""
    number = len(closing_checks.of(1))
    hands.workspace.open_client(1, "progress")
    hands.click("slip_button")
    for strand, answer in (("bond", 5), ("touch", touch), ("goals", 4), ("tasks", 4)):
        hands.click(f"slip_{strand}_{answer + 1}")
    if change:
        hands.type("slip_change_edit", change)
    hands.click("accept_button")
    hands.until(lambda: len(closing_checks.of(1)) == number + 1)


def agree(hands: Hands) -> None:
    """Sign the version that waits, aloud."""
    plan = plans.current(1)
    assert plan is not None
    assert plan.waiting is not None
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(plan.waiting.id, signer, HowSigned.ALOUD, hands.workspace.desk.now(), reason="oil on the hands")


def first_plan(hands: Hands) -> None:
    hands.workspace.open_client(1, "plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "To garden again")
    hands.click("ready_button")
    hands.click("later_button")
    agree(hands)


def alerted(hands: Hands) -> bool:
    hands.workspace.open_client(1, "brief")
    page = hands.workspace.client_page.stack.currentWidget()
    assert page is not None
    # What is read anew comes into sight a moment later.
    hands.until(lambda: [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()])
    return any(w.isVisible() for w in hands.window.findChildren(QWidget, ALERT))


def promise(hands: Hands) -> None:
    """Make a promise of what the client asked for in the newest check."""
    hands.workspace.open_client(1, "progress")
    hands.click(f"promise_{closing_checks.of(1)[-1].id}_button")
    hands.type("check_promise_edit", DONE)
    hands.click("accept_button")
    hands.until(lambda: promises.of(1))


def note_strain(hands: Hands) -> None:
    """Note from the alert what strained and what is changed."""
    hands.workspace.open_client(1, "brief")
    hands.click("repair_a2_touch_button")
    hands.type("repair_said_edit", "It was too deep")
    hands.type("repair_changed_edit", DONE)
    hands.click("accept_button")
    hands.until(lambda: repairs.of(1))
    assert repairs.of(1)[0].draft.we_changed == DONE


def next_plan_on_paper(hands: Hands, target: Path) -> str:
    hands.workspace.open_client(1, "plan")
    hands.click("change_button")
    hands.type("visits_edit", "4")
    hands.workspace.plan_tab.editor.flush()
    hands.type("reason_0_edit", "It goes well again")
    hands.click("ready_button")
    hands.click("later_button")
    hands.workspace.open_client(1, "documents")
    tab = hands.workspace.documents_tab
    hands.until(lambda: tab.isVisible() and tab.view.pages and tab.drawn)
    tab.save_to(target)
    return " ".join(line.strip() for page in lines_of(target.read_bytes()) for line in page)


def test_a_dip_is_seen_mended_and_shown_as_recovered_and_the_paper_says_what_was_done(
    hands: Hands, tmp_path: Path
) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    first_plan(hands)
    for tension in (Qt.Key.Key_7, Qt.Key.Key_6, Qt.Key.Key_6):
        note_visit(hands, tension)
        check(hands, 5)
        assert not alerted(hands)
        hands.weeks_later()

    note_visit(hands, Qt.Key.Key_6)
    check(hands, 2, ASKED)
    assert alerted(hands)
    said = hands.find(QWidget, ALERT).findChildren(VoiceBlock)
    assert "Touch: something changed since" in said[0].accessibleName()
    strained_on = hands.workspace.desk.today()
    promise(hands)
    note_strain(hands)

    hands.weeks_later()
    note_visit(hands, Qt.Key.Key_4)
    hands.workspace.open_client(1, "progress")
    hands.qtbot.keyClick(hands.find(QWidget, "repair_1_outcome_3"), Qt.Key.Key_Space)
    hands.until(lambda: repairs.of(1)[0].draft.outcome is RepairOutcome.BETTER)
    hands.workspace.open_client(1, "brief")
    hands.click("promise_1_button")
    hands.until(lambda: promises.of(1)[0].done_on is not None)
    check(hands, 5)
    assert not alerted(hands)

    hands.workspace.open_client(1, "progress")
    assert hands.find(StrandLine, "touch_line").spoken() == "10; 10; 10; 2.5; 10 (steady)"
    spoken = hands.find(ChartView, "numbers_chart").spoken()
    assert spoken.startswith("Tension: 7 on ")
    assert spoken.endswith(f"{day_words(strained_on, hands.workspace.desk.today())}: repair")
    assert f"Since then you asked “{ASKED}” We did: {DONE}" in next_plan_on_paper(hands, tmp_path / "plan.pdf")
