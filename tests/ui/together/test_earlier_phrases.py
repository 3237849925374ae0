"""Each field of the talk that asks for the practice's own words offers what stood in the same place before."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.plan import Commitment, Goal, PlanContent, Way
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui.together.agree_step import AgreeStep
from alliance_desktop.ui.together.goal_step import GoalStep
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.together.ways_step import WaysStep
from tests.ui.together.stage import TODAY, shown

FIELDS = (
    ("goal_1_activity_edit", Phrase.ACTIVITY),
    ("goal_1_professional_edit", Phrase.PROFESSIONAL),
    ("goal_1_step_3_edit", Phrase.STEP),
    ("way_1_what_edit", Phrase.WAY),
    ("way_1_good_edit", Phrase.GOOD),
    ("way_1_less_good_edit", Phrase.LESS_GOOD),
    ("way_1_effort_edit", Phrase.EFFORT),
    ("rhythm_edit", Phrase.RHYTHM),
    ("client_1_what_edit", Phrase.PROMISE),
    ("client_1_how_edit", Phrase.HOW),
    ("client_1_stop_if_edit", Phrase.STOP_IF),
    ("it_works_edit", Phrase.IT_WORKS),
    ("we_stop_edit", Phrase.WE_STOP),
    ("call_me_edit", Phrase.CALL_ME),
    ("call_doctor_edit", Phrase.CALL_DOCTOR),
)
EMPTY = PlanContent(goals=(Goal("g"),), commitments=(Commitment("c", Whose.CLIENT),), ways=(Way("w"),))


def used(phrase: Phrase, _whose: Whose | None = None) -> Sequence[str]:
    """Words that tell the place they stood in."""
    return (f"stood in {phrase}",)


def step_with(name: str) -> Step:
    if name.startswith("goal"):
        return GoalStep("Maria", "Ana", lambda: TODAY, tuple, used)
    if name.startswith("way"):
        return WaysStep("Maria", used)
    return AgreeStep("Maria", "Ana", tuple, lambda: TODAY, used)


@pytest.mark.parametrize(("name", "phrase"), FIELDS)
def test_a_field_offers_what_stood_in_its_place_before(
    practice: PracticeFolder, qtbot: QtBot, name: str, phrase: Phrase
) -> None:
    step = shown(step_with(name), qtbot)
    step.show_content(EMPTY)
    if isinstance(step, WaysStep):
        step.write_button.click()
    (field,) = step.findChildren(QWidget, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    hidden: QWidget | None = field
    while hidden is not None and hidden is not step:
        hidden.show()
        hidden = hidden.parentWidget()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    listed = QApplication.activePopupWidget()
    assert isinstance(listed, QAbstractItemView)
    assert listed.model().index(0, 0).data() == f"stood in {phrase}"
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert f"stood in {phrase}" in str(step.put_into(PlanContent()))
