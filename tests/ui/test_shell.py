"""What is always in sight: the sidebar and its rail, finding, notices, and what could not be saved."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.practice import Practice
from alliance_desktop.services import clients
from alliance_desktop.ui.problem_strip import ProblemStrip
from alliance_desktop.ui.sidebar import RAIL, Sidebar
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.strip import NoticeStrip
from alliance_desktop.ui.widgets.words import Words
from tests.journeys.conftest import Hands, hands
from tests.ui.widgets.conftest import Dress, dress

__all__ = ["dress", "hands"]


@pytest.fixture
def rail(qtbot: QtBot, dress: Dress) -> Iterator[Sidebar]:
    """The sidebar of the sample as a rail, in a window 640 pixels high."""
    window = QWidget()
    sidebar = Sidebar(Practice("Ana Brandl", "Bodywork", sample=True))
    sidebar.setParent(window)
    sidebar.set_rail(True)
    window.resize(1024, 640)
    sidebar.resize(sidebar.width(), 640)
    sidebar.say_saved(datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC))
    sidebar.say_backup("Backup yesterday", "muted")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield sidebar
    window.close()


def place(widget: QWidget, top: QWidget) -> QRect:
    return QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("percent", [100, 200])
def test_the_rail_says_what_was_saved_and_how_old_the_backup_is(rail: Sidebar, dress: Dress, percent: int) -> None:
    dress(Theme.LIGHT, percent)
    QTest.qWait(10)

    for words in (rail.saved_words, rail.backup_words):
        assert words.isVisible()
        assert words.height() >= words.heightForWidth(words.width())
        assert place(words, rail).bottom() < place(rail.lock_button, rail).top()


def test_at_large_text_the_rail_drops_its_words_and_nothing_lies_over_the_sample_sign(
    rail: Sidebar, dress: Dress
) -> None:
    dress(Theme.LIGHT, 200)
    QTest.qWait(10)

    assert rail.pages["today"].toolTip() == "Today"
    assert rail.lock_button.height() == rail.lock_button.sizeHint().height()
    assert not rail.logo.isVisible() or not place(rail.logo, rail).intersects(place(rail.sample, rail))
    assert place(rail.sample, rail).bottom() < place(rail.find_button, rail).top()


def test_the_rail_opens_for_finding_and_closes_when_a_page_was_opened(rail: Sidebar) -> None:
    rail.start_finding()
    assert rail.find_edit.isVisible()
    assert rail.width() > RAIL
    rail.find_edit.setText("garden")
    rail.choose("found")
    assert rail.width() > RAIL

    rail.choose("clients")

    assert rail.width() == RAIL
    assert not rail.find_edit.isVisible()
    assert rail.find_edit.text() == ""


def test_the_rail_closes_when_nothing_was_typed(rail: Sidebar) -> None:
    rail.start_finding()

    rail.lock_button.setFocus()

    assert rail.width() == RAIL


def test_no_page_looks_chosen_while_something_is_being_found(rail: Sidebar) -> None:
    rail.choose("help")
    assert rail.pages["help"].isChecked()

    rail.choose("found")

    assert not any(button.isChecked() for button in rail.pages.values())


def test_the_key_for_finding_goes_while_something_is_typed_and_the_cross_empties_the_field(rail: Sidebar) -> None:
    rail.start_finding()
    field = rail.find_edit
    assert field.key.isVisible()
    assert not field.clear_button.isVisible()

    field.setText("garden")
    assert not field.key.isVisible()
    field.clear_button.click()

    assert field.text() == ""
    assert field.key.isVisible()


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("clients", "A new client"), ("plan", "A plan that two people write"), ("sessions", "The note after a visit"),
        ("documents", "The plan on paper"), ("backup", "Backup and restore"),
        ("settings", "Locking, and the recovery sheet"),
    ],
)  # fmt: skip
def test_f1_opens_the_help_of_the_page_one_is_on(hands: Hands, page: str, title: str) -> None:
    hands.found()
    if page in ("plan", "sessions", "documents"):
        hands.welcome("Maria Feldner")
        hands.workspace.client_page.show_tab(page)
    else:
        hands.workspace.go(page)
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    QTest.keyClick(hands.window, Qt.Key.Key_F1)
    area = hands.find(ScrollColumn, "help_area")
    heading = next(words for words in area.findChildren(Words) if words.text() == title)
    whole = area.verticalScrollBar()
    hands.until(lambda: whole.value() == whole.maximum() or 0 <= heading.mapTo(area, QPoint(0, 0)).y() < 60)
    assert not heading.visibleRegion().isEmpty()
    assert area.accessibleDescription() == title


def test_help_says_which_versions_are_at_work_and_where_the_records_are(hands: Hands) -> None:
    hands.found()
    hands.workspace.go("help")
    told = hands.find(Words, "versions_words").text()
    assert [part.split()[0] for part in told.split(" · ")] == ["Alliance", "Python", "Qt", "SQLite", "SQLCipher"]
    assert str(hands.folder.root) in hands.find(Words, "folder_words").text()


def test_who_is_archived_is_found_and_marked(hands: Hands) -> None:
    hands.found()
    now = hands.workspace.desk.now()
    clients.archive(clients.welcome(ClientDraft("Maria Feldner"), now).id, now)
    hands.type("find_edit", "maria")
    hands.until(lambda: hands.workspace.found_page.hits)
    spoken = hands.workspace.found_page.hit_list.records.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Maria Feldner, client, archived"


def test_esc_in_find_goes_back_one_page_and_no_further(hands: Hands) -> None:
    hands.found()
    clients.welcome(ClientDraft("Maria Feldner"), hands.workspace.desk.now())
    hands.workspace.go("clients")
    hands.workspace.go("settings")
    hands.workspace.sidebar.start_finding()
    hands.type("find_edit", "maria")
    hands.until(lambda: hands.workspace.found_page.hits)

    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)

    QTest.keyClick(hands.workspace.sidebar.find_edit, Qt.Key.Key_Escape)

    assert hands.workspace.settings_page.isVisible()
    assert hands.workspace.settings_page.isAncestorOf(hands.window.focusWidget())


def test_a_notice_covers_no_part_of_the_page(hands: Hands) -> None:
    hands.found()
    workspace = hands.workspace
    workspace.desk.offer_undo("Sertraline is removed.", lambda: None)
    hands.until(workspace.notice.isVisible)

    QTest.qWait(10)

    assert not place(workspace.notice, workspace).intersects(place(workspace.stack, workspace))
    assert not place(workspace.notice, workspace).intersects(place(workspace.sidebar, workspace))


@pytest.mark.parametrize("percent", [100, 200])
def test_both_buttons_of_a_notice_are_equally_high(qtbot: QtBot, dress: Dress, percent: int) -> None:
    dress(Theme.LIGHT, percent)
    notice = NoticeStrip()
    qtbot.addWidget(notice)
    notice.say("Sertraline is removed.", lambda: None)

    assert notice.undo_button.height() == notice.close_button.height() >= 36


def test_what_is_not_saved_can_be_tried_again(qtbot: QtBot) -> None:
    strip = ProblemStrip()
    qtbot.addWidget(strip)
    strip.show_problem("The disk is full.")

    with qtbot.waitSignal(strip.try_again):
        strip.again_button.click()
