"""What slips is seen early: the brief says what is worth asking, why, and leaves it in peace with a reason."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.services import alerts, closing_checks
from alliance_desktop.storage.visit_models import AlertSnoozeRow
from tests.journeys.conftest import Hands


def with_a_drop(hands: Hands) -> None:
    """Maria's touch fell from completely to a little over four weeks."""
    hands.found()
    hands.welcome("Maria Feldner")
    desk = hands.workspace.desk
    for weeks, touch in ((3, 5), (2, 5), (1, 5), (0, 2)):
        check = ClosingCheck(desk.today() - timedelta(weeks=weeks), {Strand.TOUCH: touch})
        desk.perform(closing_checks.type_slip, 1, check)
    hands.tab("brief")


def test_a_strand_that_fell_is_worth_asking_and_says_why(hands: Hands) -> None:
    with_a_drop(hands)
    assert hands.find(QWidget, "alert_a2_touch").isVisible()
    hands.click("why_a2_touch_button")
    assert "below this person’s own middle" in hands.find(QLabel, "rule_a2_touch").text()


def test_what_can_wait_is_put_off_with_a_reason_and_brought_back(hands: Hands) -> None:
    with_a_drop(hands)
    hands.click("not_now_a2_touch_button")
    hands.click("accept_button")
    assert hands.find(QWidget, "snooze_dialog").isVisible()
    hands.type("snooze_reason_edit", "We spoke of it today")
    hands.click("accept_button")
    hands.until(lambda: "A2" not in [alert.rule for alert in alerts.of(1, hands.workspace.desk.now())])
    assert [row.reason for row in AlertSnoozeRow.select()] == ["We spoke of it today"]
    hands.click("undo_button")
    assert hands.find(QWidget, "alert_a2_touch").isVisible()
