"""A plan that comes to its end says who ended it and why, and asks for nothing any more."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from alliance_desktop.domain.plan import EndedBy, HowSigned, PlanContent, Signer
from alliance_desktop.domain.voice import Said
from alliance_desktop.services import plans
from tests.journeys.conftest import Hands


@pytest.fixture
def agreed(hands: Hands) -> Hands:
    """At the plan that Maria and Ana agreed on, to be looked at again today."""
    hands.found()
    hands.welcome("Maria Feldner")
    now = hands.workspace.desk.now()
    plan = plans.begin(1, now)
    plans.keep_draft(plan.id, PlanContent(Said("My garden"), review_on=hands.workspace.desk.today()), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="oil on the hands")
    hands.workspace.open_client(1, "plan")
    return hands


def told(hands: Hands) -> str:
    return " ".join(label.text() for label in hands.window.findChildren(QLabel) if label.isVisible())


def end(hands: Hands, by: EndedBy) -> None:
    hands.click("end_button")
    choice = hands.find(QComboBox, "by_choice")
    choice.setCurrentIndex(choice.findData(by))
    hands.click("accept_button")


def test_who_ends_a_plan_early_and_why_stands_beside_it(agreed: Hands) -> None:
    assert "Next look together" in told(agreed)
    end(agreed, EndedBy.CLIENT)
    assert agreed.find(QWidget, "end_dialog").isVisible(), "why is asked for"
    agreed.type("reason_edit", "Moves to another town")
    agreed.click("accept_button")
    agreed.until(lambda: "Maria ended it early, " in told(agreed))
    assert "Next look together" not in told(agreed)
    (plan,) = plans.of(1)
    assert plan.ending is not None
    assert (plan.ending.by, plan.ending.reason) == (EndedBy.CLIENT, "Moves to another town")


def test_what_was_reached_needs_no_reason(agreed: Hands) -> None:
    end(agreed, EndedBy.COMPLETED)
    agreed.until(lambda: "Reached and ended, " in told(agreed))
