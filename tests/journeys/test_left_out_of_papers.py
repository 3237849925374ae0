"""What the therapist leaves out of a client's paper stays left out for this client, and for nobody else."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.domain.plan import Choice, Goal, PlanContent, Reservation, Signs, Way
from alliance_desktop.domain.voice import Said
from alliance_desktop.services import documents, plans
from alliance_desktop.ui import printing
from alliance_desktop.ui.documents.documents_tab import DocumentsTab
from alliance_desktop.ui.widgets.buttons import TickBox
from tests.documents.looking import lines_of
from tests.journeys.conftest import Hands


def plan_of(hands: Hands, name: str) -> None:
    hands.welcome(name)
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "To garden again")
    hands.click("add_strengths_button")
    hands.type("strengths_edit", "A hot bath at night")
    hands.click("add_yours_button")
    hands.type("client_1_what_edit", "Door-frame stretch")
    hands.click("ready_button")
    hands.click("later_button")


def papers(hands: Hands, client_id: int) -> DocumentsTab:
    """The papers of a client, drawn."""
    hands.workspace.open_client(client_id, "documents")
    tab = hands.workspace.documents_tab
    drawn(hands, tab)
    return tab


def drawn(hands: Hands, tab: DocumentsTab) -> None:
    hands.until(lambda: tab.view.pages and tab.drawn)


def ticked(hands: Hands, name: str) -> bool:
    return hands.find(TickBox, name).isChecked()


def words_on(data: bytes) -> str:
    return " ".join(line for page in lines_of(data) for line in page)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A printer that keeps what was sent to it."""
    sent: list[bytes] = []

    def send(_parent: QWidget, pdf: bytes) -> bool:
        sent.append(pdf)
        return True

    monkeypatch.setattr(printing, "print_pdf", send)
    return sent


def test_a_part_is_unticked_printed_and_found_unticked_later_and_only_there(hands: Hands, printed: list[bytes]) -> None:
    hands.found()
    plan_of(hands, "Maria Feldner")
    plan_of(hands, "Jonas Wehrling")
    tab = papers(hands, 1)
    hands.click("print_helps_box")
    drawn(hands, tab)
    hands.click("print_paper_button")
    assert "hot bath" not in words_on(printed[0])
    assert "garden again" in words_on(printed[0])
    line = documents.of(1)[0]
    assert (line.kind, line.given, documents.data(line.id)) == (DocumentKind.PLAN, Given.PRINTED, printed[0])

    papers(hands, 2)
    assert ticked(hands, "print_helps_box")
    hands.click("print_paper_button")
    assert "hot bath" in words_on(printed[1])

    hands.window.lock()
    hands.unlock()
    papers(hands, 1)
    assert not ticked(hands, "print_helps_box")
    assert ticked(hands, "print_matters_box")
    hands.click("print_paper_button")
    assert printed[2] == printed[0]


def test_ticks_are_reached_and_turned_by_key_and_each_paper_has_its_own(hands: Hands) -> None:
    hands.found()
    plan_of(hands, "Maria Feldner")
    tab = papers(hands, 1)
    first = hands.find(TickBox, "print_matters_box")
    hands.window.activateWindow()
    tab.print_button.setFocus()
    passed: list[QWidget] = []
    while hands.window.focusWidget() is not first and len(passed) < 30:
        passed.append(hands.window.focusWidget() or tab)
        hands.qtbot.keyClick(passed[-1], Qt.Key.Key_Tab)
    assert hands.window.focusWidget() is first, [widget.objectName() for widget in passed]
    hands.qtbot.keyClick(first, Qt.Key.Key_Space)
    drawn(hands, tab)
    assert not first.isChecked()
    assert hands.window.focusWidget() is first, "the next one is one key away"

    choice = hands.find(QWidget, "paper_choice")
    choice.setFocus()
    hands.qtbot.keyClicks(choice, "Home care")
    drawn(hands, tab)
    assert ticked(hands, "print_matters_box")
    assert ticked(hands, "print_days_box")
    hands.qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert tab.kind is DocumentKind.POCKET_CARD
    drawn(hands, tab)
    assert list(tab.ticks.boxes.values()) == [hands.find(TickBox, "print_matters_box")]


def test_a_client_without_a_plan_gets_papers_that_need_none(hands: Hands, printed: list[bytes]) -> None:
    hands.found()
    hands.welcome("Tom Ackerlund")
    tab = papers(hands, 1)
    hands.click("print_paper_button")
    assert "Before you come, Tom" in words_on(printed[0])
    choice = hands.find(QWidget, "paper_choice")
    choice.setFocus()
    hands.qtbot.keyClicks(choice, "Blank")
    drawn(hands, tab)
    hands.click("print_body_box")
    drawn(hands, tab)
    hands.click("print_paper_button")
    assert "Where it is" not in words_on(printed[1])
    kept = documents.of(1)
    assert [(line.kind, line.version) for line in kept] == [
        (DocumentKind.BLANK_PLAN, 0),
        (DocumentKind.THINK_BEFORE, 0),
    ]


def test_what_gives_way_to_two_sides_is_unticked_and_comes_back_for_good_when_it_is_ticked(
    hands: Hands, printed: list[bytes]
) -> None:
    hands.found()
    plan_of(hands, "Maria Feldner")
    hands.until(lambda: plans.current(1))
    full_plan(1)
    tab = papers(hands, 1)
    assert not ticked(hands, "print_said_back_box")
    assert ticked(hands, "print_ways_box")
    assert "Two pages hold it without:" in tab.amber.text()
    assert "Said back in own words" in tab.amber.text()
    hands.click("print_paper_button")
    assert "Slowly, and I do my bit" not in words_on(printed[0])
    hands.click("large_print_box")
    drawn(hands, tab)
    assert ticked(hands, "print_said_back_box"), "large print takes the pages it needs"
    hands.click("large_print_box")
    drawn(hands, tab)
    assert not ticked(hands, "print_said_back_box")

    hands.click("print_said_back_box")
    drawn(hands, tab)
    assert ticked(hands, "print_said_back_box")
    hands.window.lock()
    hands.unlock()
    papers(hands, 1)
    assert ticked(hands, "print_said_back_box")
    hands.click("print_paper_button")
    assert "Slowly, and I do my bit" in words_on(printed[1])


def full_plan(client_id: int) -> None:
    """A next version that two sides do not hold, ready to sign."""
    long = "Something we talked about for a while and put into words that both of us can keep. " * 2
    content = PlanContent(
        goals=(Goal("g", Said("To garden again"), now=3, hoped=8),),
        ways=tuple(Way(f"w{n}", f"Way {n}", long, long, "Six visits") for n in range(3)),
        choice=Choice("w1", Said("I trust it."), Said("No cracking.")),
        strengths=Said("A hot bath at night."),
        understanding="Your shoulder is tired.",
        signs=Signs("You garden for an hour.", "After three visits we look again."),
        reservations=(Reservation("r", Said("Will I keep it up? "), "We begin with little."),),
        teach_back=Said("Slowly, and I do my bit."),
    )
    now = datetime.now(UTC)
    plan = plans.begin(client_id, now)
    plans.keep_draft(plan.id, content, now)
    plans.make_ready(plan.id, {}, now)
