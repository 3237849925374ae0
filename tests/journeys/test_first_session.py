"""A therapist's first hour: set up, welcome a client, write the plan together, sign, revise, print, take a note."""

import io
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from alliance_desktop.domain.plan import Plan, Signer
from alliance_desktop.domain.session import NoteKey
from alliance_desktop.services import audit, clients, documents, plans, sessions, voices
from alliance_desktop.ui.widgets.words import Words
from tests.journeys.conftest import Hands


def current() -> Plan:
    plan = plans.current(1)
    assert plan is not None
    return plan


def write_the_plan(hands: Hands) -> None:
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
    hands.type("matters_edit", "I want to garden for an hour again.")
    hands.type("goal_1_said_edit", "Garden for an hour")
    hands.type("goal_1_professional_edit", "Kneeling and reaching for one hour")
    hands.type("goal_1_activity_edit", "Gardening")
    hands.qtbot.keyClick(hands.find(QWidget, "goal_1_now"), Qt.Key.Key_3)
    hands.type("visits_edit", "6")
    hands.click("add_mine_button")
    hands.type("therapist_1_what_edit", "Work slowly")
    hands.click("add_yours_button")
    hands.type("client_1_what_edit", "Door-frame stretch")
    hands.type("client_1_how_edit", "every morning")
    hands.click("add_reservation_button")
    hands.type("reservation_1_said_edit", "Will I keep it up?")


def sign_together(hands: Hands) -> None:
    hands.click("ready_button")
    hands.until(lambda: hands.window.findChildren(QDialog, "sign_dialog"))
    hands.sign("client_pad")
    hands.click("client_sign_button")
    hands.until(lambda: current().versions[-1].signature_of(Signer.CLIENT))
    hands.click("therapist_how_choice_2")
    hands.type("therapist_reason_edit", "oil on my hands")
    hands.click("therapist_sign_button")
    hands.until(lambda: current().agreed is not None)


def test_from_the_first_start_to_a_revised_plan_on_paper_and_a_signed_note(hands: Hands, tmp_path: Path) -> None:
    hands.first_run()
    hands.welcome("Maria Feldner")
    write_the_plan(hands)
    sign_together(hands)
    first = current().agreed
    assert first is not None
    assert first.content.what_matters.words == "I want to garden for an hour again."
    assert first.content.goals[0].now == 3
    assert [line.words for line in voices.of(1)] == [
        "I want to garden for an hour again.",
        "Garden for an hour",
        "Will I keep it up?",
    ]
    revise(hands)
    second = current().agreed
    assert second is not None
    assert second.number == 2
    assert plans.version(first.id) == first
    assert [line.words for line in plans.change_lines(second)] == ["Visits: 6 → 4: “I feel better sooner”"]
    texts = [label.text() for label in hands.workspace.plan_tab.view.findChildren(Words)]
    assert "Visits: 6 → 4: “I feel better sooner”" in texts
    print_it(hands, tmp_path / "plan.pdf")
    take_a_note(hands)
    assert audit.check().held


def revise(hands: Hands) -> None:
    hands.until(lambda: hands.workspace.plan_tab.view.isVisible())
    hands.click("change_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
    hands.type("visits_edit", "4")
    hands.workspace.plan_tab.editor.flush()
    hands.type("reason_0_edit", "I feel better sooner")
    sign_together_again(hands)


def sign_together_again(hands: Hands) -> None:
    hands.click("ready_button")
    hands.until(lambda: current().waiting is not None)
    hands.sign("client_pad")
    hands.click("client_sign_button")
    hands.sign("therapist_pad")
    hands.click("therapist_sign_button")
    hands.until(lambda: (agreed := current().agreed) is not None and agreed.number == 2)


def print_it(hands: Hands, path: Path) -> None:
    hands.click("print_button")
    hands.until(lambda: hands.workspace.documents_tab.view.pages)
    hands.workspace.documents_tab.save_to(path)
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    for words in (
        "Our plan, Maria and Ana",
        "I want to garden for an hour again.”",
        "Ana understands: Kneeling and reaching",
        "Door-frame stretch",
        "Will I keep it up?”",
        "Visits: 6 → 4",
        "version 2",
    ):
        assert words in text, words
    kept = documents.of(1)[0]
    assert documents.data(kept.id) == path.read_bytes()
    assert (kept.version, kept.pages) == (2, 2)
    assert len(PdfReader(io.BytesIO(documents.data(kept.id))).pages) == 2


def take_a_note(hands: Hands) -> None:
    hands.click("note_button")
    hands.until(lambda: hands.workspace.sessions_tab.editor.isVisible())
    hands.type("asked_edit", "The calves were too much.")
    hands.type("did_edit", "Slow strokes on the neck")
    hands.type("promise_edit", "Light strokes only")
    hands.click("finish_button")
    hands.until(lambda: sessions.lines(1)[0].signed)
    note = sessions.one(sessions.lines(1)[0].id)
    assert note.note.words(NoteKey.ASKED) == "The calves were too much."
    assert sessions.intact(note)
    assert clients.lines()[0].visits == 1
