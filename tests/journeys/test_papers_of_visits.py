"""A client takes home how it goes, and what was done in a visit: printed from where the therapist looks at it."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Rating
from alliance_desktop.services import documents, sessions
from alliance_desktop.ui.documents.documents_tab import DocumentsTab
from alliance_desktop.ui.widgets.buttons import TickBox
from tests.documents.looking import lines_of
from tests.journeys.conftest import Hands


def drawn(hands: Hands) -> DocumentsTab:
    tab = hands.workspace.documents_tab
    hands.until(lambda: tab.isVisible() and tab.view.pages and tab.drawn)
    return tab


def words_on(data: bytes) -> str:
    return " ".join(line.strip() for page in lines_of(data) for line in page)


def visited(client_id: int, weeks_ago: int, did: str, *ratings: Rating) -> None:
    moment = datetime.now(UTC) - timedelta(weeks=weeks_ago)
    session = sessions.begin(client_id, moment)
    words = {NoteKey.ASKED: "My shoulder, please", NoteKey.DID: did, NoteKey.THINK: "Something is on her mind"}
    fields = tuple(NoteField(key, said) for key, said in words.items())
    sessions.keep(session.id, NoteDraft(local_day(moment), fields=fields, ratings=ratings), moment)
    sessions.finish(session.id, "Ana Brandl", moment)


def test_the_page_of_how_it_goes_holds_the_numbers_that_were_chosen_and_remembers_its_ticks(
    hands: Hands, printed: list[bytes]
) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    for weeks in (3, 2, 1):
        visited(1, weeks, "Shoulders", Rating("Tension", 4 + weeks, 3), Rating("Sleep", 6 - weeks, 6))
    hands.tab("progress")
    numbers = hands.workspace.progress_tab.numbers
    hands.until(lambda: "Sleep" in numbers.chips)
    hands.click(numbers.chips["Sleep"].objectName())
    hands.click("print_progress_button")
    tab = drawn(hands)
    assert tab.kind is DocumentKind.PROGRESS
    hands.click("print_paper_button")
    text = words_on(printed[0])
    assert "Tension went from 7 to 5." in text
    assert "Sleep" not in text
    assert "The same numbers as a table" in text
    hands.click("print_table_box")
    drawn(hands)
    hands.click("print_paper_button")
    assert "The same numbers as a table" not in words_on(printed[1])
    newest = documents.of(1)[0]
    assert (newest.kind, newest.given, documents.data(newest.id)) == (DocumentKind.PROGRESS, Given.PRINTED, printed[1])

    hands.window.lock()
    hands.unlock()
    hands.workspace.open_client(1, "progress")
    hands.click("print_progress_button")
    drawn(hands)
    assert not hands.find(TickBox, "print_table_box").isChecked()


def test_a_summary_is_printed_from_the_note_and_another_visit_can_be_chosen(hands: Hands, printed: list[bytes]) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    visited(1, 2, "Both shoulders, slow")
    visited(1, 1, "Neck and jaw")
    hands.tab("sessions")
    hands.click("visit_summary_button")
    tab = drawn(hands)
    assert tab.visit_choice.isVisible()
    hands.click("print_paper_button")
    text = words_on(printed[0])
    assert "“My shoulder, please”" in text
    assert "Neck and jaw" in text
    assert "on her mind" not in text
    choice = hands.find(QWidget, "visit_choice")
    choice.setFocus()
    hands.qtbot.keyClick(choice, Qt.Key.Key_Down)
    drawn(hands)
    hands.click("print_paper_button")
    assert "Both shoulders, slow" in words_on(printed[1])
    assert [(line.kind, line.version) for line in documents.of(1)] == [
        (DocumentKind.VISIT_SUMMARY, 1),
        (DocumentKind.VISIT_SUMMARY, 2),
    ]


def test_a_note_that_can_still_change_has_no_summary(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.click("note_button")
    hands.until(lambda: sessions.open_note(1))
    hands.workspace.open_client(1, "documents")
    tab = drawn(hands)
    offered = [tab.paper_choice.itemData(place) for place in range(tab.paper_choice.count())]
    assert DocumentKind.VISIT_SUMMARY not in offered
    assert DocumentKind.THINK_BEFORE in offered
