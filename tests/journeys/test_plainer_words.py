"""While a plan is written, words that a client may not know are named with a plainer one beside the draft."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from alliance_desktop.services import clients, plans, word_swaps
from tests.journeys.conftest import Hands


def begun(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())


def heading(hands: Hands) -> str:
    return hands.find(QLabel, "coach_heading").text()


def test_a_hard_word_is_said_otherwise_with_one_press_and_an_undo(hands: Hands) -> None:
    begun(hands)
    hands.type("goal_1_professional_edit", "The trapezius is on guard")
    hands.workspace.plan_tab.editor.flush()
    assert heading(hands) == "In plainer words: 1 place"
    hands.click("coach_use_1_button")
    edit = hands.find(QPlainTextEdit, "goal_1_professional_edit")
    assert edit.toPlainText() == "The muscle from neck to shoulder is on guard"
    plan = plans.current(1)
    assert plan is not None
    assert plan.draft is not None
    assert plan.draft.goals[0].professional == "The muscle from neck to shoulder is on guard"
    assert not hands.workspace.plan_tab.editor.side.coach.isVisible()
    hands.click("undo_button")
    assert edit.toPlainText() == "The trapezius is on guard"


PLAIN = "Put the warm pack on your low back each evening. Stop if the skin gets sore. Call me if it hurts for days. "
HARD = "Bilateral hypertonicity of the paravertebral musculature necessitates comprehensive rehabilitation. "


def test_how_hard_it_reads_is_seen_beside_the_draft_and_changes_with_every_key(hands: Hands) -> None:
    begun(hands)
    coach = hands.workspace.plan_tab.editor.side.coach
    hands.type("goal_1_professional_edit", PLAIN)
    assert not coach.isVisible(), "too little to measure"
    hands.type("goal_1_professional_edit", PLAIN * 2)
    assert coach.reading.isVisible()
    assert coach.reading.text() == "It reads at school grade 1."
    assert heading(hands) == "In plain words"
    hands.type("goal_1_professional_edit", HARD * 4)
    assert coach.reading.text().endswith("Shorter words and sentences bring it to 8 or lower.")
    hands.type("goal_1_professional_edit", "Short")
    assert not coach.reading.isVisible()
    hands.type("matters_edit", HARD * 4)
    assert not coach.reading.isVisible(), "the client's own words are theirs"


def test_a_plan_for_a_german_speaking_client_is_read_as_german_and_spoken_of_in_english(hands: Hands) -> None:
    hands.found()
    hands.welcome("Jonas Wehrling")
    hands.workspace.desk.perform(clients.keep, 1, ClientDraft("Jonas Wehrling", language="de"))
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
    hands.type(
        "goal_1_professional_edit",
        "Die Palpation zeigt, dass chronic und acute hier niemand sagt. Die Schulter wird warm und darf ruhen. Am "
        "Abend gehen Sie eine halbe Stunde spazieren, und wenn es wehtut, hören Sie auf.",
    )
    hands.workspace.plan_tab.editor.flush()
    coach = hands.workspace.plan_tab.editor.side.coach
    assert coach.heading.text() == "In plainer words: 1 place"
    assert coach.reading.text() == "11 words in a sentence on average; 16 of 100 words have 7 letters or more."
    hands.click("coach_use_1_button")
    edit = hands.find(QPlainTextEdit, "goal_1_professional_edit")
    assert edit.toPlainText().startswith("Die Tasten zeigt")
    hands.workspace.desk.perform(clients.keep, 1, ClientDraft("Jonas Wehrling"))
    hands.until(lambda: "school grade" in coach.reading.text())
    assert coach.heading.text() == "In plainer words: 2 places", "chronic and acute"


def test_what_is_left_alone_is_not_asked_about_again_while_the_plan_is_open(hands: Hands) -> None:
    begun(hands)
    hands.type("goal_1_professional_edit", "The trapezius is on guard")
    hands.workspace.plan_tab.editor.flush()
    hands.click("coach_leave_1_button")
    hands.type("goal_1_professional_edit", "The trapezius is on guard again")
    hands.workspace.plan_tab.editor.flush()
    assert not hands.workspace.plan_tab.editor.side.coach.isVisible()


def test_the_client_s_own_words_are_never_asked_about(hands: Hands) -> None:
    begun(hands)
    hands.type("matters_edit", "My trapezius complains of the garden")
    hands.type("goal_1_said_edit", "A calm trapezius")
    hands.workspace.plan_tab.editor.flush()
    assert not hands.workspace.plan_tab.editor.side.coach.isVisible()


def test_saying_it_otherwise_never_touches_the_client_s_steps(hands: Hands) -> None:
    begun(hands)
    hands.click("add_ladder_1_button")
    hands.type("goal_1_step_1_edit", "My trapezius aches all day")
    hands.type("goal_1_professional_edit", "The trapezius is on guard")
    hands.workspace.plan_tab.editor.flush()
    hands.click("coach_use_1_button")
    assert hands.find(QLineEdit, "goal_1_step_1_edit").text() == "My trapezius aches all day"
    edit = hands.find(QPlainTextEdit, "goal_1_professional_edit")
    assert edit.toPlainText() == "The muscle from neck to shoulder is on guard"


def test_before_printing_hard_words_are_named_and_one_press_leads_to_the_draft(hands: Hands) -> None:
    begun(hands)
    # The practice's own word counts as those that came with the program do.
    hands.workspace.desk.perform(word_swaps.keep, WordSwap(SwapKind.KINDER, "en", "stiff as a board", "tight"))
    hands.type("goal_1_professional_edit", "A trapezius stiff as a board")
    hands.click("ready_button")
    hands.click("later_button")
    papers = hands.workspace.documents_tab
    hands.workspace.open_client(1, "documents")
    hands.until(lambda: papers.drawn)
    told = papers.amber.text().split("\n")
    assert "Kinder: tight for stiff as a board, in: A trapezius stiff as a board" in told
    plainer = "Plainer: muscle from neck to shoulder for trapezius, in: A trapezius stiff as a board"
    assert plainer in told
    assert told[-1].startswith("Version 1 is ready to sign and keeps its words.")
    # It counts and never stands in the way.
    assert papers.print_button.isEnabled()
    assert not papers.draft_button.isVisible()

    hands.tab("plan")
    hands.click("change_button")
    hands.workspace.open_client(1, "documents")
    hands.until(lambda: papers.drawn)
    hands.click("draft_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
