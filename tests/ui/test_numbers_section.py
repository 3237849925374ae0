"""The numbers over the visits are a picture, sentences and a table, and the therapist chooses which."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Rating
from alliance_desktop.services import clients, sessions
from alliance_desktop.ui import theme
from alliance_desktop.ui.progress.chart_view import ChartView
from alliance_desktop.ui.progress.numbers_section import NumbersSection

pytestmark = pytest.mark.usefixtures("practice", "look")


@pytest.fixture
def look(qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)


def rated(now: datetime, *visits: tuple[Rating, ...]) -> int:
    client_id = clients.welcome(ClientDraft("María Feldner"), now).id
    for place, ratings in enumerate(visits):
        moment = now - timedelta(days=7 * (len(visits) - place))
        session = sessions.begin(client_id, moment)
        note = NoteDraft(local_day(moment), fields=(NoteField(NoteKey.DID, "Neck"),), ratings=ratings)
        sessions.keep(session.id, note, moment)
        sessions.finish(session.id, "Ana Brandl", moment)
    return client_id


def shown(qtbot: QtBot, client_id: int, now: datetime) -> NumbersSection:
    section = NumbersSection()
    qtbot.addWidget(section)
    section.resize(640, 600)
    section.show_client(client_id, local_day(now))
    section.show()
    return section


def test_without_numbers_nothing_is_shown(qtbot: QtBot, now: datetime) -> None:
    section = NumbersSection()
    qtbot.addWidget(section)
    section.show_client(rated(now, ()), local_day(now))
    assert section.isHidden()


def test_the_title_says_what_came_of_it_and_ears_hear_every_series(qtbot: QtBot, now: datetime) -> None:
    section = shown(qtbot, rated(now, (Rating("Tension", 8, 5),), (Rating("Tension", 6, 3),)), now)
    assert section.title.text() == "Tension went from 8 to 6"
    (chart,) = section.findChildren(ChartView)
    told = QAccessible.queryAccessibleInterface(chart).text(QAccessible.Text.Value)
    assert "Tension: 8 on" in told
    assert "less is better" in told
    assert chart.grab().size() == chart.size()


def test_three_are_shown_at_most_and_the_one_chosen_longest_ago_gives_way(qtbot: QtBot, now: datetime) -> None:
    four = tuple(Rating(name, 5, 4) for name in ("Ease", "Pain", "Sleep", "Tension"))
    section = shown(qtbot, rated(now, four, four), now)
    assert {name for name, chip in section.chips.items() if chip.isChecked()} == {"Ease", "Pain", "Sleep"}
    qtbot.mouseClick(section.chips["Tension"], Qt.MouseButton.LeftButton)
    assert {name for name, chip in section.chips.items() if chip.isChecked()} == {"Pain", "Sleep", "Tension"}
    for name in ("Pain", "Sleep"):
        qtbot.mouseClick(section.chips[name], Qt.MouseButton.LeftButton)
    assert {name for name, chip in section.chips.items() if chip.isChecked()} == {"Tension"}
    qtbot.mouseClick(section.chips["Tension"], Qt.MouseButton.LeftButton)
    assert {name for name, chip in section.chips.items() if chip.isChecked()} == {"Tension"}


def test_the_table_holds_the_same_numbers_newest_first(qtbot: QtBot, now: datetime) -> None:
    section = shown(qtbot, rated(now, (Rating("Tension", 8, 5),), (Rating("Tension", 6, 3), Rating("Ease", 2, 4))), now)
    qtbot.mouseClick(section.fold.button, Qt.MouseButton.LeftButton)
    model = section.table.model()
    rows = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert [row.split(", ", 1)[1] for row in rows] == ["Tension 6, Ease 2", "Tension 8"]


def test_what_a_change_means_is_told_with_its_rule_behind_why_and_in_the_table(qtbot: QtBot, now: datetime) -> None:
    visits = [
        (Rating("Neck pain", pain, 1), Rating("Tension", tension, 2))
        for pain, tension in ((7, 6), (6, 6), (5, 6), (4, 3))
    ]
    section = shown(qtbot, rated(now, *visits), now)
    pain, tension = section.rows
    assert pain.words.text() == "Neck pain: better than before."
    assert tension.words.text() == "Tension: better than before, outside your usual range."
    assert pain.rule.isHidden()
    assert pain.words.toolTip() == pain.rule.text()
    qtbot.waitUntil(pain.why_button.isVisible)
    qtbot.mouseClick(pain.why_button, Qt.MouseButton.LeftButton)
    assert pain.rule.isVisible()
    assert "Farrar 2001" in pain.rule.text()
    qtbot.mouseClick(section.fold.button, Qt.MouseButton.LeftButton)
    newest = section.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert newest.endswith("Neck pain 4 (better than before), Tension 3 (outside your usual range)")
