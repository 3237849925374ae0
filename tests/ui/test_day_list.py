"""A row of the day is as high as its words need, however long a name or a note is."""

from datetime import date, datetime, time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.client import ClientLine
from alliance_desktop.domain.today import DayVisit
from alliance_desktop.ui import theme
from alliance_desktop.ui.today.day_list import DayList
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from tests.ui.test_every_window import cut_off

DAY = date(2026, 5, 19)
NAME = "Maximiliane-Theresia von und zu Hohenstein-Brandenburg-Schwarzenfels geborene Österle"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_and_a_long_word_about_it_are_shown_whole(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, Theme.LIGHT, percent)
    booked = Appointment(1, "u", 1, NAME, "", DAY, time(10), 90, "Bring the sheet with the two stretches. " * 4)
    client = ClientLine(1, NAME, "", "", None, 0, "To sleep through the night again. " * 4, "", False)
    shown, page = DayList(), ScrollColumn()
    page.column.addWidget(shown)
    page.column.addStretch(1)
    qtbot.addWidget(page)
    evening = datetime.combine(DAY, time(20))
    shown.show_visits([DayVisit(booked, client)], evening)
    page.resize(theme.px(480), 600)
    page.show()
    qtbot.wait(50)
    assert list(cut_off(page)) == []
    theme.apply(qapp, Theme.LIGHT)
