"""What a client is to do at home is written where the visit is, and goes with them on paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.services import sessions
from tests.documents.looking import lines_of
from tests.journeys.conftest import Hands


def begin(hands: Hands) -> None:
    hands.workspace.open_client(1, "sessions")
    hands.workspace.sessions_tab.start_note()
    hands.until(lambda: hands.find(QWidget, "home_edit").isVisible())


def test_what_is_given_for_at_home_is_printed_on_the_summary_and_given_again_with_a_tap(
    hands: Hands, printed: list[bytes]
) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    begin(hands)
    hands.type("home_edit", "Door-frame stretch, 30 seconds")
    hands.qtbot.keyClick(hands.find(QWidget, "home_edit"), Qt.Key.Key_Return)
    hands.qtbot.keyClicks(hands.find(QWidget, "home_edit"), "Warm pack in the evening")
    hands.click("finish_button")
    hands.until(lambda: sessions.last(1) is not None)
    hands.until(lambda: "For at home" in [label.text() for label in hands.window.findChildren(QLabel)])
    hands.click("visit_summary_button")
    tab = hands.workspace.documents_tab
    hands.until(lambda: tab.isVisible() and tab.drawn)
    assert tab.kind is DocumentKind.VISIT_SUMMARY
    hands.click("print_paper_button")
    text = " ".join(line.strip() for page in lines_of(printed[0]) for line in page)
    assert "You will, at home" in text
    assert "Warm pack in the evening" in text

    begin(hands)
    hands.click("home_pick_2_button")
    assert hands.find(QPlainTextEdit, "home_edit").toPlainText() == "Warm pack in the evening"
    hands.window.lock()
    hands.unlock()
    open_note = sessions.open_note(1)
    assert open_note is not None
    assert open_note.note.home == ("Warm pack in the evening",)
