"""The note on screen: one order for eye and keyboard, one colour for each voice, room to write at any size."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteFormat, NoteKey, Rating
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, sessions
from alliance_desktop.ui import theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.sessions.sessions_tab import SessionsTab
from alliance_desktop.ui.widgets.words import Words


@pytest.fixture
def tab(practice: PracticeFolder, qapp: QApplication, qtbot: QtBot, now: datetime) -> SessionsTab:
    theme.apply(qapp, Theme.LIGHT)
    maria = clients.welcome(ClientDraft("Maria Feldner"), now)
    first = sessions.begin(maria.id, now)
    fields = (NoteField(NoteKey.ASKED, "Neck"), NoteField(NoteKey.FOUND, "Tight"), NoteField(NoteKey.DID, "Slow"))
    ratings = (Rating("Tension", 7, 4),)
    sessions.keep(first.id, NoteDraft(now.date(), NoteFormat.QUICK, fields, ratings), now)
    sessions.finish(first.id, "Ana Brandl", now)
    made = SessionsTab(Desk(clock=lambda: now))
    qtbot.addWidget(made)
    made.resize(984, 600)
    made.show()
    made.show_client(maria.id)
    qtbot.wait(30)
    return made


def test_the_labels_of_a_voice_have_its_colour_to_write_and_to_read(tab: SessionsTab) -> None:
    read = {words.text(): words.property("tone") for words in tab.view.findChildren(Words)}
    tab.start_note()
    written = {words.text(): words.property("tone") for words in tab.editor.labels.values()}

    assert (read["Asked for"], read["Found"]) == ("clay", "accent")
    assert {label: written[label] for label in ("Asked for", "Found", "Did")} == {
        label: read[label] for label in ("Asked for", "Found", "Did")
    }


def test_a_read_note_says_what_its_scales_are(tab: SessionsTab) -> None:
    assert any(words.text().startswith("Before → after") for words in tab.view.findChildren(Words))


def test_what_is_carried_forward_waits_with_the_focus_on_its_first_keep(tab: SessionsTab, qtbot: QtBot) -> None:
    tab.start_note()
    qtbot.wait(30)

    tab.editor.carry_button.click()

    assert tab.editor.carried_rows[NoteKey.FOUND].keep_button.hasFocus()


def test_the_numbers_are_in_sight_without_scrolling(tab: SessionsTab, qtbot: QtBot) -> None:
    tab.start_note()

    def in_sight() -> None:
        scale = tab.editor.rating_rows[0].after_scale
        below = tab.editor.dock.mapTo(tab, QPoint(0, 0)).y()
        assert scale.mapTo(tab, QPoint(0, 0)).y() + scale.height() < below < tab.height()
        assert scale.width() >= 11 * 32

    # Lines of chips find their height over some turns of the event loop.
    qtbot.waitUntil(in_sight, timeout=5000)


def test_without_room_for_both_the_list_of_visits_is_a_click_away(tab: SessionsTab, qtbot: QtBot) -> None:
    tab.start_note()
    tab.resize(600, 500)
    qtbot.wait(30)
    assert not tab.session_list.isVisible()
    assert tab.editor.isVisible()

    tab.both.list_button.click()
    assert tab.session_list.isVisible()
    assert not tab.editor.isVisible()

    tab.session_list.record_chosen.emit(tab.session_list.records.records[1].id)
    assert tab.view.isVisible()
    assert not tab.session_list.isVisible()


def test_a_wide_tab_shows_both(tab: SessionsTab) -> None:
    assert isinstance(tab.session_list, QWidget)
    assert tab.session_list.isVisible()
    assert not tab.both.list_button.isVisible()
