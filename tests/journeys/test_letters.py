"""A letter is begun, left, gone on with after a lock, and printed; what left is kept, and it is undone for a while."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QPushButton, QWidget

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Rating
from alliance_desktop.services import documents, letters, sessions
from alliance_desktop.ui.documents.documents_tab import DocumentsTab
from tests.documents.looking import lines_of
from tests.journeys.conftest import Hands


def drawn(hands: Hands) -> DocumentsTab:
    tab = hands.workspace.documents_tab
    hands.until(lambda: tab.isVisible() and tab.view.pages and tab.drawn)
    return tab


def words_on(data: bytes) -> str:
    return " ".join(line.strip() for page in lines_of(data) for line in page)


def letter(hands: Hands, kind: DocumentKind) -> DocumentsTab:
    hands.workspace.open_client(1, "documents")
    tab = drawn(hands)
    choice = hands.find(QWidget, "paper_choice")
    choice.setFocus()
    hands.qtbot.keyClick(choice, Qt.Key.Key_End)
    if kind is DocumentKind.REFERRAL:
        hands.qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert tab.kind is kind
    return drawn(hands)


def test_a_referral_is_written_left_gone_on_with_after_a_lock_and_printed(hands: Hands, printed: list[bytes]) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    tab = letter(hands, DocumentKind.REFERRAL)
    assert "to whom it goes" in tab.amber.text()
    hands.click("write_letter_button")
    hands.type("letter_to_edit", "Dr. Eva Lind")
    hands.type("letter_reason_edit", "Her left leg goes numb.")
    hands.window.lock()
    hands.unlock()

    hands.workspace.go("today")
    waiting = hands.workspace.today_page
    hands.until(lambda: "a letter about the client" in told_on(waiting))
    hands.workspace.open_client(1, "documents")
    letter(hands, DocumentKind.REFERRAL)
    hands.click("write_letter_button")
    assert hands.find(QPlainTextEdit, "letter_to_edit").toPlainText() == "Dr. Eva Lind"
    hands.click("letter_agreed_box")
    hands.click("show_letter_button")
    drawn(hands)
    assert tab_amber(hands) == ""
    hands.click("print_paper_button")
    text = words_on(printed[0])
    for words in ("Dr. Eva Lind", "Her left leg goes numb.", "Maria Feldner agreed on"):
        assert words in text
    (line,) = documents.of(1)
    assert (line.kind, documents.data(line.id)) == (DocumentKind.REFERRAL, printed[0])
    assert not letters.begun(1, DocumentKind.REFERRAL)

    hands.click("undo_button")
    hands.until(lambda: letters.begun(1, DocumentKind.REFERRAL))
    hands.until(lambda: hands.find(QPushButton, "write_letter_button").text() == "Go on writing")


def told_on(page: QWidget) -> str:
    buttons = [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    return " ".join(buttons + [each.text() for each in page.findChildren(QLabel) if each.isVisible()])


def tab_amber(hands: Hands) -> str:
    amber = hands.workspace.documents_tab.amber
    return amber.text() if amber.isVisible() else ""


def test_escape_keeps_what_is_written_and_it_can_be_thrown_away_and_brought_back(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    tab = letter(hands, DocumentKind.ENDING)
    hands.click("write_letter_button")
    hands.type("letter_thanks_edit", "Thank you for the apples.")
    hands.qtbot.keyClick(hands.find(QWidget, "letter_dialog"), Qt.Key.Key_Escape)
    hands.until(lambda: not hands.workspace.findChildren(QWidget, "letter_dialog"))
    drawn(hands)
    assert "Thank you for the apples." in words_on(tab.shown_pdf)
    hands.click("throw_letter_button")
    drawn(hands)
    assert "apples" not in words_on(tab.shown_pdf)
    hands.click("undo_button")
    drawn(hands)
    assert "apples" in words_on(tab.shown_pdf)


def test_a_part_that_is_unticked_is_out_of_sight_and_not_on_the_letter(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    tab = letter(hands, DocumentKind.ENDING)
    assert "How to come back" in words_on(tab.shown_pdf)
    hands.click("write_letter_button")
    field = hands.find(QWidget, "letter_come_back_edit")
    hands.click("letter_come_back_box")
    assert not field.isVisible()
    hands.click("show_letter_button")
    drawn(hands)
    assert "How to come back" not in words_on(tab.shown_pdf)


def test_where_pain_has_grown_the_brief_leads_to_a_letter(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    for weeks, pain in ((3, 4), (2, 5), (1, 7)):
        moment = datetime.now(UTC) - timedelta(weeks=weeks)
        session = sessions.begin(1, moment)
        fields = (NoteField(NoteKey.DID, "Calves, light"),)
        ratings = (Rating("Leg pain", pain, pain),)
        sessions.keep(session.id, NoteDraft(local_day(moment), fields=fields, ratings=ratings), moment)
        sessions.finish(session.id, "Ana Brandl", moment)
    hands.window.lock()
    hands.unlock()
    hands.workspace.open_client(1, "brief")
    hands.click("letter_a9_all_button")
    assert hands.find(QPlainTextEdit, "letter_visits_edit").toPlainText().startswith("3 visits, from ")
    hands.click("show_letter_button")
    assert drawn(hands).kind is DocumentKind.REFERRAL


def test_a_saved_letter_is_said_to_be_unencrypted_and_an_old_one_printed_again_leaves_the_new_one(
    hands: Hands, printed: list[bytes], tmp_path: Path
) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    tab = letter(hands, DocumentKind.ENDING)
    hands.click("write_letter_button")
    hands.type("letter_thanks_edit", "Thank you for the apples.")
    hands.click("show_letter_button")
    drawn(hands)
    tab.save_to(tmp_path / "letter.pdf")
    told = hands.workspace.notice.sentence.text()
    assert "not encrypted" in told
    assert "put away" in told
    drawn(hands)
    hands.click("write_letter_button")
    hands.type("letter_thanks_edit", "Thank you for the pears.")
    hands.click("show_letter_button")
    drawn(hands)
    tab.kept_list.record_chosen.emit(documents.of(1)[0].id)
    hands.click("print_paper_button")
    assert "apples" in words_on(printed[0])
    assert letters.begun(1, DocumentKind.ENDING)
