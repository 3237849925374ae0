"""Rows show all they must: what asks for care is never cut, and names keep their room in narrow windows."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.record_list import RecordList, Row

Dress = Callable[[Theme, int], None]
LONG = "Ask first: migraine on some days, bright light off, a short visit on such a day, and nothing on the head"


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    caution: str = ""


def shown(qtbot: QtBot, made: RecordList, width: int) -> RecordList:
    made.resize(width, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_caution_is_as_high_as_all_its_lines(qtbot: QtBot, dress: Dress) -> None:
    made = RecordList(
        "lately_list", "Lately", lambda one: Row(one.name, "below", right="today", caution=one.caution), whole=True
    )
    shown(qtbot, made, 300)
    made.show_records([Person(1, "Dara"), Person(2, "Dara", "Avoid"), Person(3, "Dara", LONG)])
    made.fit_rows()

    plain, short, long = (made.sizeHintForRow(row) for row in range(3))

    line = QFontMetrics(theme.font("small")).lineSpacing()
    assert short >= plain + line
    assert long >= short + 2 * line
    assert made.height() == plain + short + long


def test_rows_grow_again_when_the_list_gets_narrower(qtbot: QtBot, dress: Dress) -> None:
    made = RecordList("lately_list", "Lately", lambda one: Row(one.name, caution=one.caution), whole=True)
    shown(qtbot, made, 900)
    made.show_records([Person(1, "Dara", LONG)])
    made.fit_rows()
    wide = made.height()

    made.resize(260, wide)
    QTest.qWait(10)

    assert made.height() > wide


def test_names_and_what_matters_go_below_each_other_where_it_is_narrow(qtbot: QtBot, dress: Dress) -> None:
    made = RecordList("client_list", "List of clients", lambda one: Row(one.name, "9 visits", "“Walk”"), split=0.27)
    shown(qtbot, made, 800)
    made.show_records([Person(1, "Greta Holmvik")])
    beside = made.sizeHintForRow(0)

    dress(Theme.LIGHT, 200)
    QTest.qWait(10)

    assert made.sizeHintForRow(0) > 2 * beside


def test_ears_hear_the_caution_too() -> None:
    row = Row("Dara", "“Walk”", right="today", caution="Avoid: lavender")
    assert row.spoken == "Dara, “Walk”, Avoid: lavender, today"
