"""We agree: the visits and what each does, by keyboard alone, with what was written before at hand."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import (
    Agreement,
    PlanContent,
)
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, phrases, plans
from alliance_desktop.ui.plan_parts.line_editors import CommitmentEditor
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.agree_step import AgreeStep
from alliance_desktop.ui.widgets.sure_tiles import SureTiles
from tests.ui.together.stage import FULL, TODAY, press, shown, tab_to, typed


def test_all_of_we_agree_is_written_by_keyboard_alone(agree: AgreeStep) -> None:
    agree.rebuilt.connect(lambda: set_tab_order(agree.stops))
    agree.show_content(PlanContent())
    agree.take_focus()
    typed("visits_edit", "4")
    tab_to("take_areas_no_button")
    press(Qt.Key.Key_Space)
    tab_to("add_touch_button")
    press(Qt.Key.Key_Space)
    tab_to("take_stop_signal_button")
    press(Qt.Key.Key_Space)
    tab_to("add_yours_button")
    press(Qt.Key.Key_Space)
    typed("client_1_what_edit", "Walk")
    typed("client_1_confidence_edit", "8")
    tab_to("talk_review_2_button")
    press(Qt.Key.Key_Space)
    given = agree.put_into(PlanContent())
    assert given.agreement == Agreement(4, areas_no="feet", stop_signal="Pause")
    assert [(step.whose, step.what, step.confidence) for step in given.commitments] == [(Whose.CLIENT, "Walk", 8)]
    assert given.review_on == TODAY + timedelta(weeks=4)


def line(agree: AgreeStep, whose: Whose) -> CommitmentEditor:
    editors = agree.will_editor.mine.editors if whose is Whose.THERAPIST else agree.will_editor.yours.editors
    found = editors[0]
    assert isinstance(found, CommitmentEditor)
    return found


def test_how_sure_the_client_is_stands_open_and_too_little_is_said_kindly(agree: AgreeStep) -> None:
    agree.show_content(replace(FULL, commitments=FULL.commitments[1:2]))
    yours = line(agree, Whose.CLIENT)
    assert isinstance(yours.confidence_edit, SureTiles)
    assert yours.confidence_edit.isVisible()
    assert "smaller" in yours.too_big.text()
    assert agree.said(agree.put_into(FULL)) == "What is too much now can be smaller."
    yours.confidence_edit.setFocus()
    QTest.keyClick(yours.confidence_edit, Qt.Key.Key_7)
    assert not yours.too_big.isVisible()
    assert agree.said(agree.put_into(FULL)) == ""


def test_how_sure_the_therapist_is_takes_one_line_until_it_is_wanted(agree: AgreeStep) -> None:
    agree.show_content(replace(FULL, commitments=FULL.commitments[2:]))
    mine = line(agree, Whose.THERAPIST)
    assert not mine.confidence_edit.isVisible()
    mine.more_fold.button.click()
    assert mine.confidence_edit.isVisible()


def test_what_the_profile_knows_is_offered_and_never_copied_by_itself(agree: AgreeStep) -> None:
    agree.show_content(PlanContent())
    editor = agree.agreement_editor
    assert editor.areas_no.edit.placeholderText() == "“feet”"
    assert not editor.areas_yes.take_button.isVisible()
    assert agree.put_into(PlanContent()) == PlanContent()
    editor.areas_no.take_button.click()
    assert agree.put_into(PlanContent()).agreement.areas_no == "feet"


def test_earlier_phrases_are_offered_to_whoever_they_were_for(
    practice: PracticeFolder, now: datetime, qtbot: QtBot
) -> None:
    plan = plans.begin(clients.welcome(ClientDraft("Jonas"), now).id, now)
    plans.keep_draft(plan.id, FULL, now)
    plans.make_ready(plan.id, {}, now)
    agree = shown(AgreeStep("Maria", "Ana", lambda: (), lambda: TODAY, phrases.used), qtbot)
    agree.show_content(PlanContent())
    assert {button.text() for button in agree.my_picks.buttons} == {"Work slowly", "Bring the sheet"}
    assert [button.text() for button in agree.picks_row.buttons] == ["Door-frame stretch"]
    agree.my_picks.buttons[0].click()
    agree.picks_row.buttons[0].click()
    assert {(step.whose, step.what) for step in agree.put_into(PlanContent()).commitments} == {
        (Whose.THERAPIST, agree.my_picks.buttons[0].text()),
        (Whose.CLIENT, "Door-frame stretch"),
    }
