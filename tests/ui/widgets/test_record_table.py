"""A table of thousands asks only for what is in sight, and keeps its place."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.record_table import Column, RecordTable

Dress = Callable[[Theme, int], None]


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    below: str = "visit 5"
    said: str = ""


PEOPLE = [Line(4, "Jonas"), Line(7, "Maria", said="Garden again"), Line(9, "Márton"), Line(12, "Priya")]


@pytest.fixture
def asked() -> list[int]:
    return []


@pytest.fixture
def table(qtbot: QtBot, dress: Dress, asked: list[int]) -> RecordTable:
    def name(line: Line) -> str:
        asked.append(line.id)
        return line.name

    columns = [
        Column("Name", name, below=lambda line: line.below, role="strong", share=1),
        Column("What matters", lambda line: line.said, token="clay_ink", share=2),
    ]
    made = RecordTable("client_table", "Clients", columns, empty="Nobody here yet.")
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_fifty_thousand_rows_ask_only_for_those_in_sight(table: RecordTable, asked: list[int], qtbot: QtBot) -> None:
    table.show_records([Line(n, f"Client {n}") for n in range(50_000)])
    table.grab()

    assert table.records.rowCount() == 50_000
    assert 0 < len(asked) < 500
    assert max(asked) < 20


def test_the_chosen_record_stays_chosen_when_others_come_before_it(table: RecordTable) -> None:
    table.show_records(PEOPLE)
    table.setCurrentIndex(table.records.index(1, 0))

    table.show_records([Line(1, "Anna"), *PEOPLE])

    assert table.chosen_id() == 7
    assert table.currentIndex().row() == 2


def test_a_record_that_is_gone_leaves_the_first_one_chosen(table: RecordTable) -> None:
    table.show_records(PEOPLE)
    table.setCurrentIndex(table.records.index(3, 0))

    table.show_records(PEOPLE[:2])

    assert table.chosen_id() == 4


def test_enter_opens_the_chosen_record(table: RecordTable, qtbot: QtBot) -> None:
    table.show_records(PEOPLE)
    QTest.keyClick(table, Qt.Key.Key_Down)

    with qtbot.waitSignal(table.record_chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert told.args == [7]


def test_a_click_anywhere_in_the_row_opens_it_once(table: RecordTable, qtbot: QtBot) -> None:
    table.show_records(PEOPLE)
    told: list[int] = []
    table.record_chosen.connect(told.append)

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 100))

    assert told == [7]


def test_letters_jump_to_the_next_row_without_minding_accents(table: RecordTable) -> None:
    table.show_records(PEOPLE)

    QTest.keyClicks(table, "mar")
    assert table.chosen_id() == 7
    QTest.keyClicks(table, "t")
    assert table.chosen_id() == 9


def test_the_same_letter_again_goes_round(table: RecordTable) -> None:
    table.show_records(PEOPLE)

    chosen = []
    for _n in range(3):
        QTest.keyClicks(table, "m")
        chosen.append(table.chosen_id())

    assert chosen == [7, 9, 7]


def test_letters_that_nobody_begins_with_change_nothing(table: RecordTable) -> None:
    table.show_records(PEOPLE)
    QTest.keyClicks(table, "xyz")
    assert table.chosen_id() == 4

    table.show_records([])
    QTest.keyClicks(table, "a")
    assert table.chosen_id() is None


def test_a_screen_reader_hears_all_of_a_cell(table: RecordTable) -> None:
    table.show_records(PEOPLE)

    heard = QAccessible.queryAccessibleInterface(table)

    assert heard.text(QAccessible.Text.Name) == "Clients"
    assert table.records.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Jonas, visit 5"


def test_an_empty_table_says_what_it_is_for(table: RecordTable) -> None:
    table.show_records([])
    empty = table.viewport().grab().toImage()
    table.show_records(PEOPLE)
    table.show_records([])

    seen = {empty.pixelColor(x, y).name() for x in range(200, 400) for y in range(100, 300)}
    assert theme.colour("muted").name() in seen
    assert table.chosen_id() is None


@pytest.mark.parametrize("look", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_the_chosen_row_is_tinted_with_a_bar_across_all_columns(table: RecordTable, dress: Dress, look: Theme) -> None:
    table.show_records(PEOPLE)
    dress(look, 100)
    focused = table.viewport().grab().toImage()
    table.clearFocus()

    picture = table.viewport().grab().toImage()

    assert focused.pixelColor(1, 32) == theme.colour("focus")
    assert picture.pixelColor(1, 32) == theme.colour("accent")
    assert picture.pixelColor(590, 20) == theme.colour("teal_tint")
    assert picture.pixelColor(590, 84) != theme.colour("teal_tint")


def test_rows_grow_with_the_text_and_columns_fill_the_width(table: RecordTable, dress: Dress) -> None:
    table.show_records(PEOPLE)

    dress(Theme.LIGHT, 200)
    table.resize(700, 500)

    assert table.rowHeight(0) == 128
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
