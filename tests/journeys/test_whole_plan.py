"""The whole plan through the windows: what is unfolded is kept, signed by all who are named, told when it changes."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget

from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.plan import Plan, PlanContent, Signer
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import comforts, documents, plans, practice_file, voices
from alliance_desktop.ui.widgets.ladder import Ladder
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from tests.journeys.conftest import Hands

LADDER = ("Ten minutes", "Half an hour", "One hour", "Two hours", "A whole Saturday")


def current() -> Plan:
    plan = plans.current(1)
    assert plan is not None
    return plan


def drafted() -> PlanContent:
    draft = current().draft
    assert draft is not None
    return draft


def begun(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    comforts.keep(1, ComfortKind.STOP_WORD, "Pause", Whose.CLIENT, hands.workspace.desk.now())
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())


def write_it_all(hands: Hands) -> None:
    hands.type("matters_edit", "I want my garden back.")
    hands.click("add_strengths_button")
    hands.type("strengths_edit", "A hot bath")
    hands.click("add_understanding_button")
    hands.type("understanding_edit", "The shoulder is on guard.")
    hands.type("goal_1_said_edit", "An hour of weeding")
    hands.click("add_ladder_1_button")
    for place, words in enumerate(LADDER, 1):
        hands.type(f"goal_1_step_{place}_edit", words)
    hands.qtbot.keyClick(hands.find(QWidget, "goal_1_step"), Qt.Key.Key_2)
    hands.click("goal_1_importance_5")
    write_ways(hands)
    hands.click("add_touch_button")
    hands.click("take_stop_signal_button")
    hands.click("add_yours_button")
    hands.type("client_1_what_edit", "Door-frame stretch")
    hands.click("client_1_more_button")
    hands.type("client_1_confidence_edit", "6")
    hands.type("client_1_stop_if_edit", "it pulls")
    hands.click("add_signs_button")
    hands.type("call_doctor_edit", "Your arm goes numb")
    hands.click("add_teach_back_button")
    hands.type("teach_back_edit", "Slowly, and I do my bit")


def write_ways(hands: Hands) -> None:
    hands.click("add_ways_button")
    hands.click("starter_1_button")
    hands.click("add_way_button")
    hands.type("way_2_what_edit", "Slow and steady")
    hands.type("way_2_good_edit", "Time to see what lasts")
    hands.click("way_2_chosen_box")
    hands.type("choice_reason_edit", "I need to trust it first")
    hands.type("not_wanted_edit", "No cracking")


def check_all(content: PlanContent) -> None:
    goal, step = content.goals[0], content.commitments[0]
    assert (content.strengths.words, content.understanding) == ("A hot bath", "The shoulder is on guard.")
    assert (goal.ladder, goal.step, goal.importance, goal.difficulty) == (LADDER, -1, 3, None)
    assert [way.what for way in content.ways] == ["Wait and see", "Slow and steady"]
    assert content.chosen_way == content.ways[1]
    assert (content.choice.reason.words, content.choice.not_wanted.words) == ("I need to trust it first", "No cracking")
    assert (content.agreement.pressure, content.agreement.stop_signal) == ("", "Pause")
    assert (step.confidence, step.stop_if, step.is_too_big) == (6, "it pulls", True)
    assert content.signs.call_doctor == "Your arm goes numb"
    assert content.teach_back.words == "Slowly, and I do my bit"


def test_all_that_was_unfolded_is_kept_when_the_program_locks_and_stands_open_again(hands: Hands) -> None:
    begun(hands)
    write_it_all(hands)
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    check_all(drafted())
    hands.workspace.open_client(1, "plan")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
    for name in ("strengths_edit", "goal_1_step_3_edit", "way_2_good_edit", "client_1_stop_if_edit", "teach_back_edit"):
        assert hands.find(QWidget, name)
    assert [w for w in hands.window.findChildren(QWidget, "add_ways_button") if w.isVisible()] == []
    assert any("make it smaller" in words for words in shown_words(hands))


def shown_words(hands: Hands) -> list[str]:
    return [words.text() for words in hands.workspace.plan_tab.findChildren(Words) if words.isVisible()]


def sign(hands: Hands, signer: str) -> None:
    hands.sign(f"{signer}_pad")
    hands.click(f"{signer}_sign_button")
    hands.until(lambda: current().versions[-1].signature_of(Signer(signer)))


def test_a_guardian_signs_as_well_and_a_step_further_is_told_as_a_change(hands: Hands) -> None:
    begun(hands)
    write_it_all(hands)
    hands.click("add_signers_button")
    hands.type("guardian_edit", "Karl Feldner")
    hands.click("ready_button")
    hands.until(lambda: hands.window.findChildren(QDialog, "sign_dialog"))
    sign(hands, "client")
    sign(hands, "therapist")
    hands.click("later_button")
    hands.until(lambda: "Karl Feldner, guardian still to sign" in shown_words(hands))
    assert current().agreed is None
    hands.click("sign_button")
    hands.until(lambda: hands.window.findChildren(QDialog, "sign_dialog"))
    sign(hands, "guardian")
    hands.until(lambda: current().agreed)
    check_all(current().shown)
    said = {voice.words: voice.where_said for voice in voices.of(1)}
    assert said["No cracking"] == "not_wanted"
    ladder = hands.find(Ladder, "ladder_1")
    assert ladder.accessibleDescription() == "step 2 of 5, Half an hour, our goal: One hour"
    assert {"A hot bath", "I need to trust it first"} <= {
        block.words for block in hands.workspace.plan_tab.view.findChildren(VoiceBlock)
    }
    hands.click("change_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
    hands.qtbot.keyClick(hands.find(QWidget, "goal_1_step"), Qt.Key.Key_3)
    hands.click("way_1_remove_button")
    hands.workspace.plan_tab.editor.flush()
    told = {line.words for _change, line in plans.draft_change_lines(current())}
    assert told == {"“An hour of weeding”, today: step 2 of 5 → step 3 of 5", "No longer a way to go: Wait and see"}
    assert any("T-score 50.0, up 10.0 since the version agreed first" in words for words in shown_words(hands))


def test_a_way_that_was_removed_comes_back_as_the_one_that_was_chosen(hands: Hands) -> None:
    begun(hands)
    write_ways(hands)
    hands.click("way_2_remove_button")
    hands.workspace.plan_tab.editor.flush()
    assert drafted().choice.way == ""
    hands.click("undo_button")
    hands.workspace.plan_tab.editor.flush()
    assert drafted().chosen_way == drafted().ways[1]
    hands.click("starter_2_button")
    hands.click("starter_3_button")
    assert len(drafted().ways) == 2
    hands.workspace.plan_tab.editor.flush()
    assert [way.what for way in drafted().ways][2:] == ["Self-care only", "See a doctor first"]
    buttons = hands.workspace.plan_tab.editor.findChildren(QAbstractButton, "add_way_button")
    assert not any(button.isVisible() for button in buttons)


def test_earlier_words_are_offered_while_somebody_types_and_one_is_picked(hands: Hands) -> None:
    begun(hands)
    hands.type("matters_edit", "I want my garden back.")
    hands.click("add_mine_button")
    hands.type("therapist_1_what_edit", "Warm the oil first")
    hands.workspace.plan_tab.editor.flush()
    plans.make_ready(current().id, {}, hands.workspace.desk.now())
    hands.welcome("Jonas Wehrling")
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
    hands.click("add_yours_button")
    # Qt offers words only in the window that is in front.
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    hands.find(QLineEdit, "client_1_how_edit").setFocus()
    hands.type("client_1_what_edit", "oil")
    popup = hands.find(QLineEdit, "client_1_what_edit").completer().popup()
    assert popup is not None
    hands.until(popup.isVisible)
    hands.qtbot.keyClick(popup, Qt.Key.Key_Down)
    hands.qtbot.keyClick(popup, Qt.Key.Key_Return)
    hands.workspace.plan_tab.editor.flush()
    jonas = plans.current(2)
    assert jonas is not None
    assert jonas.draft is not None
    assert [step.what for step in jonas.draft.commitments] == ["Warm the oil first"]


def choose_paper(hands: Hands, name: str) -> None:
    """Choose a paper by its first letters, as one does on the keys."""
    choice = hands.find(QWidget, "paper_choice")
    choice.setFocus()
    hands.qtbot.keyClicks(choice, name)
    assert hands.workspace.documents_tab.paper_choice.currentText() == name


def test_the_sheet_for_home_is_chosen_beside_the_plan_and_kept_as_what_it_is(hands: Hands, tmp_path: Path) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "To garden again")
    hands.click("add_yours_button")
    hands.type("client_1_what_edit", "Door-frame stretch")
    hands.click("ready_button")
    hands.click("later_button")
    hands.tab("documents")
    tab = hands.workspace.documents_tab
    hands.until(lambda: tab.view.pages)
    tab.view.pages = []
    choose_paper(hands, "Home care")
    hands.until(lambda: tab.view.pages)
    tab.save_to(tmp_path / "home.pdf")
    kept = documents.of(1)[0]
    assert kept.kind is DocumentKind.HOME_CARE
    assert documents.data(kept.id) == (tmp_path / "home.pdf").read_bytes()
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "home.pdf").pages)
    assert "Door-frame stretch" in text
    assert "We agree" not in text
