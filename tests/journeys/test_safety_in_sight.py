"""What says not to treat stays in sight on every tab, and while a plan or a note is written."""

from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.services import health
from alliance_desktop.ui.widgets.strip import SafetyStrip
from tests.journeys.conftest import Hands


def strip(hands: Hands) -> str:
    return hands.find(SafetyStrip, "safety_strip").accessibleName()


def test_a_stop_is_in_sight_on_every_tab_and_while_a_note_and_a_plan_are_written(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    stop = HealthDraft(HealthKind.CONDITION, "Blood clot", Caution.STOP, "left leg", "until her doctor says so")
    hands.workspace.desk.perform(health.note, 1, stop)
    for tab in ("brief", "profile", "plan", "sessions", "progress", "documents"):
        hands.tab(tab)
        hands.until(lambda: "Do not treat · Blood clot: until her doctor says so (left leg)" in strip(hands))
    hands.tab("plan")
    hands.click("begin_plan_button")
    assert hands.find(QWidget, "matters_edit").isVisible()
    assert "Do not treat" in strip(hands)
    hands.workspace.client_page.start_note()
    assert hands.find(QWidget, "did_edit").isVisible()
    assert "Do not treat" in strip(hands)
    hands.tab("brief")
    hands.until(lambda: [w for w in hands.front.findChildren(QLabel) if w.isVisible() and w.text() == "Blood clot"])
    hands.click(f"decide_{1000 + health.of(1)[0].id}_button")
    assert hands.find(QWidget, "red_flag_dialog").isVisible()
