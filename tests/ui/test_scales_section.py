"""Scales on the page of a client: which one is filled in, what was begun, each time with its answers."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.scale import Method
from alliance_desktop.domain.scale_answers import AnswerDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, held_forms, scales
from alliance_desktop.ui import theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.progress.fill_dialog import FillDialog
from alliance_desktop.ui.progress.scales_section import ScalesSection
from alliance_desktop.ui.widgets.words import Words
from tests.domain.any_scale import ITEMS, neck

pytestmark = pytest.mark.usefixtures("practice")
# Nobody else holds the windows that the section stands in.
held: list[QWidget] = []


@pytest.fixture(autouse=True)
def closed(practice: PracticeFolder) -> Iterator[None]:
    """What is open is closed while the practice is: what keeps typed words would still look for it."""
    yield
    for section in held:
        for dialog in section.findChildren(QDialog):
            dialog.reject()
    held.clear()


@pytest.fixture
def maria(qapp: QApplication, now: datetime) -> int:
    theme.apply(qapp, Theme.LIGHT)
    return clients.welcome(ClientDraft("María Feldner"), now).id


def shown(qtbot: QtBot, client_id: int, now: datetime) -> ScalesSection:
    section = ScalesSection(Desk(clock=lambda: now))
    for part in (section, section.side):
        qtbot.addWidget(part)
    section.resize(640, 900)
    section.show_client(client_id)
    section.show()
    held.append(section)
    return section


def opened(section: ScalesSection) -> FillDialog:
    return section.findChildren(FillDialog)[-1]


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Words)]


def test_without_a_scale_it_is_said_where_one_is_added(qtbot: QtBot, maria: int, now: datetime) -> None:
    section = shown(qtbot, maria, now)
    assert section.fill_button.isHidden()
    assert not section.none.isHidden()
    scales.make(neck(), now)
    section.show_client(maria)
    assert not section.fill_button.isHidden()
    assert section.none.isHidden()


def test_another_scale_is_chosen_and_what_was_answered_on_the_first_stays(
    qtbot: QtBot, maria: int, now: datetime
) -> None:
    arm, _neck = scales.make(neck(name="Arm", items=ITEMS[:2]), now), scales.make(neck(), now)
    section = shown(qtbot, maria, now)
    section.fill_in()
    dialog = opened(section)
    QTest.keyClick(dialog.rows[1].answer, Qt.Key.Key_6)
    dialog.scale_choice.setCurrentIndex(1)
    assert len(dialog.rows) == 5
    dialog.scale_choice.setCurrentIndex(0)
    assert [row.state() for row in dialog.rows] == [None, 6]
    QTest.keyClick(dialog.rows[0].answer, Qt.Key.Key_4)
    dialog.accept_button.click()
    assert [(each.kept.id, each.draft.answers) for each in scales.of(maria)[0].times] == [(arm.id, (4, 6))]


def test_answers_left_open_are_kept_under_the_scale_as_it_was_when_they_were_given(
    qtbot: QtBot, maria: int, now: datetime
) -> None:
    before = scales.make(neck(items=ITEMS[:2]), now)
    section = shown(qtbot, maria, now)
    section.fill_in()
    QTest.keyClick(opened(section).rows[0].answer, Qt.Key.Key_3)
    QTest.keyClick(opened(section), Qt.Key.Key_Escape)
    assert held_forms.of(maria, Form.SCALE_ANSWERS)
    scales.change(before.id, neck(items=ITEMS[3:]), now)
    again = shown(qtbot, maria, now)
    again.fill_in()
    dialog = opened(again)
    assert (dialog.scale_id, [row.state() for row in dialog.rows]) == (before.id, [3, None])
    dialog.cancel_button.click()
    assert held_forms.of(maria, Form.SCALE_ANSWERS) == {}


def test_each_time_is_listed_newest_first_with_its_answers_and_too_few_are_said(
    qtbot: QtBot, maria: int, now: datetime
) -> None:
    kept, day = scales.make(neck(method=Method.SUM), now), local_day(now)
    scales.fill_in(maria, kept.id, AnswerDraft(day - timedelta(days=7), (2, 3, 8, 2, None)), now)
    scales.fill_in(maria, kept.id, AnswerDraft(day, (2, None, None, None, None)), now)
    section = shown(qtbot, maria, now)
    (view,) = section.views
    view.fold.button.click()
    told = texts(view)
    newest = told.index("19 May: too few answers for a score")
    assert told[newest + 1] == "Answers in their order: 2, –, –, –, –"
    assert told[newest + 2 : newest + 4] == ["12 May: 11.3", "Answers in their order: 2, 3, 8, 2, –"]
    assert any("3. How much did the neck hold you back? (other way)" in words for words in told)
    assert view.title.text() == "Neck this week is 11.3"
    assert "Sum of the items, 0 to 50." in told[1]


def test_what_is_no_number_of_a_wide_scale_is_said_and_stays(qtbot: QtBot, maria: int, now: datetime) -> None:
    scales.make(neck(highest=100, items=ITEMS[:1]), now)
    section = shown(qtbot, maria, now)
    section.fill_in()
    dialog = opened(section)
    QTest.keyClicks(dialog.rows[0].answer, "120")
    dialog.accept_button.click()
    assert dialog.problem.text().startswith("“120” is no number from 0 to 100.")
    assert dialog.rows[0].state() == "120"
    dialog.day_edit.setText("1.1.2100")
    dialog.rows[0].answer.set_answer(12)
    dialog.accept_button.click()
    assert dialog.problem.text() == "This day is still to come. Please look at the date."
    assert scales.of(maria) == ()
