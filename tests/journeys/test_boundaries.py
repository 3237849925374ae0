"""The private log is one quiet line until it is opened; nothing of it reaches a client, a paper or the search."""

from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.domain.boundary import BoundaryKind
from alliance_desktop.services import boundaries, practice_file, search
from tests.journeys.conftest import PASSWORD, Hands


def told(hands: Hands) -> str:
    parts = [part for part in hands.front.findChildren(QWidget) if part.isVisible()]
    names = [part.accessibleName() for part in parts] + [part.text() for part in parts if isinstance(part, QLabel)]
    return "\n".join(names)


def at_the_log(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("profile")
    hands.click("boundaries_button")


def test_an_entry_is_kept_left_out_and_brought_back_and_closed_when_the_page_is_left(hands: Hands) -> None:
    at_the_log(hands)
    hands.click("boundary_note_button")
    hands.click("accept_button")
    assert "Please say what happened" in told(hands)
    hands.click("boundary_kind_4")
    hands.click("wording_fold_button")
    hands.until(lambda: "I read messages on working days until six" in told(hands))
    hands.type("boundary_happened_edit", "Zuzacalled at midnight")
    hands.type("boundary_did_edit", "Zuzaanswered in the morning")
    hands.click("accept_button")
    hands.until(lambda: "Zuzacalled at midnight" in told(hands))
    (entry,) = boundaries.of(1)
    assert entry.draft.kind is BoundaryKind.AFTER_HOURS
    hands.click("leave_out_boundary_1_button")
    hands.until(lambda: boundaries.of(1) == () and "Zuza" not in told(hands))
    hands.click("undo_button")
    hands.until(lambda: "Zuzacalled at midnight" in told(hands))
    hands.tab("brief")
    hands.tab("profile")
    assert "Zuza" not in told(hands)
    assert search.find("zuza") == ()
    assert all(check.held for check in practice_file.check())


def test_nothing_of_it_is_there_while_a_client_has_the_screen_nor_when_it_comes_back(hands: Hands) -> None:
    at_the_log(hands)
    hands.click("boundary_note_button")
    hands.type("boundary_happened_edit", "Zuzagift")
    hands.click("accept_button")
    hands.until(lambda: "Zuzagift" in told(hands))
    hands.click("questions_button")
    hands.until(lambda: hands.window.handed is not None)
    assert "Zuza" not in told(hands)
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)
    assert "Zuza" not in told(hands)
    for tab in ("brief", "plan", "sessions", "progress", "documents"):
        hands.tab(tab)
        assert "Zuza" not in told(hands)


def test_an_entry_half_written_when_the_practice_locks_comes_back(hands: Hands) -> None:
    at_the_log(hands)
    hands.click("boundary_note_button")
    hands.type("boundary_happened_edit", "A bottle of wine")
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    hands.unlock()
    hands.until(lambda: "a private note" in told(hands))
    assert "wine" not in told(hands)
    hands.click(next(w.objectName() for w in hands.front.findChildren(QWidget) if w.objectName().startswith("held_")))
    hands.click("accept_button")
    hands.until(lambda: boundaries.of(1))
    assert boundaries.of(1)[0].draft.happened == "A bottle of wine"
