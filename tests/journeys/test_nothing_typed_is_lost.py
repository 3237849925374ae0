"""Whatever is typed stays with the one it was typed about, until it is stored or taken back on purpose."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.domain.plan import HowSigned, Signer
from alliance_desktop.services import clients, documents, health, held_forms, plans, practice_file, sessions
from alliance_desktop.storage import cipher
from alliance_desktop.storage.database import database
from alliance_desktop.ui.documents import documents_tab
from tests.journeys.conftest import Hands


def two_people(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.welcome("Jonas Wehrling")


def lock_and_unlock(hands: Hands) -> None:
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()


def text_of(hands: Hands, name: str) -> str:
    return hands.find(QLineEdit, name).text()


def test_a_birth_date_that_is_none_stays_with_its_client_and_keeps_nothing_else_back(hands: Hands) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "profile")
    hands.type("birth_day_edit", "31.2.1960")
    hands.type("phone_edit", "0664 55 02 11")
    hands.workspace.open_client(2, "profile")
    assert (text_of(hands, "full_name_edit"), text_of(hands, "birth_day_edit")) == ("Jonas Wehrling", "")
    hands.type("phone_edit", "0664 7")
    lock_and_unlock(hands)
    assert (clients.one(1).profile.phone, clients.one(2).profile.phone) == ("0664 55 02 11", "0664 7")
    hands.workspace.open_client(1, "profile")
    assert text_of(hands, "birth_day_edit") == "31.2.1960"
    hands.type("birth_day_edit", "1.3.1960")
    hands.until(lambda: clients.one(1).profile.birth_day is not None)
    assert held_forms.waiting() == ()
    assert clients.one(2).full_name == "Jonas Wehrling"


def test_a_pause_in_the_middle_of_a_word_moves_nothing(hands: Hands) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "profile")
    hands.type("occupation_edit", "School ")
    hands.until(lambda: clients.one(1).profile.occupation == "School")
    QTest.qWait(50)
    QTest.keyClicks(hands.find(QWidget, "occupation_edit"), "librarian")
    hands.until(lambda: clients.one(1).profile.occupation == "School librarian")


@pytest.fixture
def busy(hands: Hands) -> Callable[[bool], None]:
    """Another program that writes, and lets go again."""
    held: list[Any] = []

    def hold(on: bool) -> None:
        if on:
            other = cipher.connect(hands.folder.database, database.key.sqlcipher)
            other.execute("BEGIN IMMEDIATE")
            held.append(other)
        else:
            other = held.pop()
            other.execute("ROLLBACK")
            other.close()

    return hold


def test_a_page_stays_open_while_its_words_cannot_be_stored(hands: Hands, busy: Callable[[bool], None]) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "profile")
    busy(True)
    hands.type("phone_edit", "0664 1")
    hands.workspace.open_client(2, "profile")
    hands.workspace.go("today")
    assert text_of(hands, "full_name_edit") == "Maria Feldner"
    assert "stays open" in hands.workspace.notice.sentence.text()
    busy(False)
    hands.workspace.open_client(2, "profile")
    assert (text_of(hands, "full_name_edit"), clients.one(1).profile.phone) == ("Jonas Wehrling", "0664 1")


def test_a_note_that_cannot_be_stored_stays_in_sight(hands: Hands, busy: Callable[[bool], None]) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "sessions")
    hands.click("note_button")
    busy(True)
    hands.type("did_edit", "Slow strokes")
    hands.workspace.open_client(2, "sessions")
    assert hands.find(QPlainTextEdit, "did_edit").toPlainText() == "Slow strokes"
    busy(False)
    hands.workspace.open_client(2, "sessions")
    note = sessions.open_note(1)
    assert note is not None
    assert [field.words for field in note.note.fields] == ["Slow strokes"]


def test_a_visit_whose_day_is_none_is_not_signed_as_today(hands: Hands) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "sessions")
    hands.click("note_button")
    hands.type("did_edit", "Slow strokes")
    hands.type("day_edit", "3 Mai 26")
    hands.click("finish_button")
    assert not sessions.lines(1)[0].signed
    lock_and_unlock(hands)
    hands.click(f"held_{held_forms.waiting()[0].id}_button")
    assert text_of(hands, "day_edit") == "3 Mai 26"
    hands.type("day_edit", "3 May 2026")
    hands.click("finish_button")
    hands.until(lambda: sessions.lines(1)[0].signed)
    assert sessions.lines(1)[0].day.isoformat() == "2026-05-03"


def write_a_plan(hands: Hands) -> None:
    hands.workspace.open_client(1, "plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "To garden again")
    hands.click("add_mine_button")
    hands.type("therapist_1_what_edit", "Slow work")


def test_a_plan_with_a_day_that_is_none_is_not_made_ready(hands: Hands) -> None:
    two_people(hands)
    write_a_plan(hands)
    hands.type("review_edit", "31.2.2027")
    hands.click("ready_button")
    assert plans.current(1).versions == ()  # type: ignore[union-attr]
    assert "not a day" in hands.workspace.notice.sentence.text()
    hands.workspace.open_client(2, "plan")
    hands.workspace.open_client(1, "plan")
    assert text_of(hands, "review_edit") == "31.2.2027"


def test_undo_brings_back_the_line_alone_and_only_where_it_stood(hands: Hands) -> None:
    two_people(hands)
    write_a_plan(hands)
    hands.click("therapist_1_remove_button")
    hands.type("matters_edit", "To garden for an hour")
    hands.workspace.notice.undo_button.click()
    hands.until(lambda: plans.current(1).draft.commitments)  # type: ignore[union-attr]
    draft = plans.current(1).draft  # type: ignore[union-attr]
    assert draft is not None
    assert (draft.what_matters.words, draft.commitments[0].what) == ("To garden for an hour", "Slow work")
    hands.click("therapist_1_remove_button")
    hands.workspace.open_client(2, "plan")
    hands.click("begin_plan_button")
    assert not hands.workspace.notice.undo_button.isVisible()


def test_undo_cannot_take_back_what_somebody_signs(hands: Hands) -> None:
    two_people(hands)
    write_a_plan(hands)
    hands.click("therapist_1_remove_button")
    undo = hands.workspace.notice.undo_button
    hands.click("ready_button")
    version = plans.current(1).versions[0]  # type: ignore[union-attr]
    plans.sign(version.id, Signer.CLIENT, HowSigned.ALOUD, hands.workspace.desk.now(), reason="oil")
    hands.click("later_button")
    undo.click()
    QTest.qWait(1700)
    assert plans.current(1).waiting is not None  # type: ignore[union-attr]


def test_what_is_typed_into_a_dialog_survives_a_lock_and_goes_when_it_is_cancelled(hands: Hands) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "profile")
    hands.click("health_button")
    hands.type("name_edit", "Blood thinner")
    hands.type("since_edit", "some day in May")
    lock_and_unlock(hands)
    hands.click(f"held_{held_forms.waiting()[0].id}_button")
    assert (text_of(hands, "name_edit"), text_of(hands, "since_edit")) == ("Blood thinner", "some day in May")
    hands.type("since_edit", "May 2026")
    hands.click("accept_button")
    hands.type("since_edit", "4 May 2026")
    hands.click("accept_button")
    hands.until(lambda: health.of(1))
    assert held_forms.waiting() == ()
    hands.click("health_button")
    hands.type("name_edit", "Latex")
    hands.until(lambda: held_forms.waiting())
    hands.click("cancel_button")
    hands.until(lambda: not held_forms.waiting())


def test_a_dialog_stays_with_its_words_when_they_cannot_be_stored(hands: Hands, busy: Callable[[bool], None]) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "profile")
    hands.click("health_button")
    hands.type("name_edit", "Blood thinner")
    busy(True)
    hands.click("accept_button")
    assert text_of(hands, "name_edit") == "Blood thinner"
    busy(False)
    hands.click("accept_button")
    hands.until(lambda: health.of(1))


def test_what_could_not_be_done_is_not_said_to_be_done(hands: Hands, busy: Callable[[bool], None]) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "brief")
    busy(True)
    hands.click("more_button")
    menu = hands.find(QWidget, "more_menu")
    next(action for action in menu.actions() if action.text() == "Delete").trigger()
    assert "deleted" not in hands.workspace.notice.sentence.text()
    assert not hands.workspace.notice.undo_button.isVisible()
    busy(False)
    assert clients.one(1).deleted_at is None


def test_the_brief_shows_what_was_just_typed_into_the_plan(hands: Hands) -> None:
    two_people(hands)
    hands.tab("brief")
    write_a_plan(hands)
    hands.workspace.open_client(1, "brief")
    brief = hands.workspace.client_page
    hands.until(lambda: [w for w in brief.findChildren(QWidget) if w.isVisible() and "To garden" in w.accessibleName()])


def test_a_paper_that_is_drawn_late_never_shows_with_somebody_else(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_people(hands)
    for client_id, words in ((1, "To garden again"), (2, "To sleep past three")):
        hands.workspace.open_client(client_id, "plan")
        hands.click("begin_plan_button")
        hands.type("matters_edit", words)
        hands.click("ready_button")
        hands.click("later_button")
    drawn = documents_tab._drawn  # noqa: SLF001  # what takes long is slowed down, nothing is replaced
    slow = iter((1.5, 0.0, 0.0, 0.0))

    def slowly(*asked: object) -> object:
        time.sleep(next(slow, 0.0))
        return drawn(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(documents_tab, "_drawn", slowly)
    hands.workspace.open_client(1, "documents")
    hands.workspace.open_client(2, "documents")
    hands.until(lambda: hands.workspace.documents_tab.view.pages)
    QTest.qWait(2000)
    target = hands.folder.root.parent / "paper.pdf"
    hands.workspace.documents_tab.save_to(target)
    assert documents.data(documents.of(2)[0].id) == target.read_bytes()
    assert "sleep past three" in words_on(target)
    assert "garden" not in words_on(target)


def words_on(path: object) -> str:
    from pypdf import PdfReader

    return " ".join(page.extract_text() for page in PdfReader(path).pages)  # type: ignore[arg-type]


def test_a_practice_whose_keys_are_gone_is_locked_all_the_same(hands: Hands) -> None:
    two_people(hands)
    for path in (hands.folder.keys, hands.folder.keys_copy):
        path.rename(path.with_suffix(".away"))
    QTest.keyClick(hands.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hands.window.lock()
    hands.until(lambda: hands.window.findChildren(QWidget, "rescue_page"))
    assert not practice_file.is_open()
    assert hands.window.workspace is None
