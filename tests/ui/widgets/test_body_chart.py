"""The body chart: what to mark, where, how strong; the list below is what there is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.widgets.body_chart import BodyChart
from alliance_desktop.ui.widgets.fields import MultiText
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from tests.domain.bodies import shoulder
from tests.ui.test_every_window import cut_off, spoken, stops

Dress = Callable[[Theme, int], None]


@pytest.fixture
def chart(qtbot: QtBot, dress: Dress) -> BodyChart:
    made = BodyChart("body", "Where it is", "Maria", "Ana")
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    return made


def click(chart: BodyChart, region: str) -> None:
    QTest.mouseClick(chart.figure, Qt.MouseButton.LeftButton, pos=chart.figure.spot(region))


def listed(chart: BodyChart) -> list[str]:
    # What is put into a layout shows itself in the next turn of the event loop.
    QApplication.processEvents()
    return [label.text() for label in chart.list_box.findChildren(Words) if label.isVisibleTo(chart)]


def removers(chart: BodyChart) -> list[QAbstractButton]:
    return [button for button in listed_buttons(chart) if "_remove_" in button.objectName()]


def listed_buttons(chart: BodyChart) -> list[QAbstractButton]:
    QApplication.processEvents()
    return [button for button in chart.list_box.findChildren(QPushButton) if button.isVisibleTo(chart)]


def note(chart: BodyChart, whose: Whose) -> MultiText:
    edit = chart.note.edits[whose].text_edit
    assert edit.isVisibleTo(chart)
    return edit


def test_what_is_marked_stands_in_the_list_and_can_be_removed_there(chart: BodyChart, qtbot: QtBot) -> None:
    assert listed(chart) == ["Nothing is marked yet."]
    with qtbot.waitSignal(chart.changed):
        click(chart, "front.left.shoulder")
    assert listed(chart) == ["Left shoulder, front: aches, said by Maria"]

    (button,) = removers(chart)
    assert button.accessibleName() == "Remove: Left shoulder, front: aches, said by Maria"
    with qtbot.waitSignal(chart.changed):
        button.click()

    assert chart.marks() == ()
    assert listed(chart) == ["Nothing is marked yet."]


def test_showing_stored_marks_tells_nobody(chart: BodyChart, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chart.changed):
        chart.show_marks([shoulder(MarkKind.NUMB)])

    assert chart.marks() == (shoulder(MarkKind.NUMB),)


def test_each_of_the_two_is_offered_their_own_kinds(chart: BodyChart) -> None:
    offered = [kind.letter for kind in MarkKind if chart.kind_chips[kind].isVisible()]
    assert offered == ["A", "P", "B", "N", "T", "S", "!!"]

    chart.whose_choice.segments[1].click()

    offered = [kind.letter for kind in MarkKind if chart.kind_chips[kind].isVisible()]
    assert offered == ["X", "H", "W", "!!"]
    click(chart, "front.left.shoulder")
    assert (chart.marks()[0].whose, chart.marks()[0].kind) == (Whose.THERAPIST, MarkKind.TRIGGER)


def test_a_chip_chooses_what_the_next_click_marks(chart: BodyChart) -> None:
    chart.kind_chips[MarkKind.TINGLING].click()
    click(chart, "front.left.forearm")

    assert chart.marks()[0].kind is MarkKind.TINGLING


def test_the_number_beside_the_figure_is_the_strength_of_the_mark_one_is_at(chart: BodyChart) -> None:
    assert not chart.strength_scale.isEnabled()
    click(chart, "front.left.shoulder")
    assert chart.strength_words.text() == "How strong? Left shoulder, front"

    QTest.keyClick(chart.strength_scale, Qt.Key.Key_6)
    assert chart.marks()[0].strength == 6
    QTest.keyClick(chart.figure, Qt.Key.Key_3)
    assert chart.strength_scale.value() == 3
    QTest.keyClick(chart.strength_scale, Qt.Key.Key_Delete)
    assert chart.marks()[0].strength is None


def test_hands_feet_and_head_wait_under_more(chart: BodyChart) -> None:
    assert not chart.detail_box.isVisible()
    chart.view_choice.segments[1].click()
    assert chart.figure.view_id() == "back"

    chart.view_choice.segments[4].click()
    chart.detail_chips["feet_sole"].click()
    click(chart, "feet_sole.left.arch")

    assert chart.figure.view_id() == "feet_sole"
    assert listed(chart) == ["Left arch, underside: aches, said by Maria"]
    chart.view_choice.segments[0].click()
    assert not chart.detail_box.isVisible()
    assert chart.figure.view_id() == "front"


def test_everything_that_takes_the_keyboard_has_a_name_of_its_own(chart: BodyChart) -> None:
    chart.point_box.click()
    for down in (-12, 12):
        place = chart.figure.spot("front.left.chest") + QPoint(0, down)
        QTest.mouseClick(chart.figure, Qt.MouseButton.LeftButton, pos=place)
    assert len(set(listed(chart))) == 1
    assert len(chart.marks()) == 2

    names = [spoken(widget) for widget in stops(chart)]

    assert "" not in names
    assert len(names) == len(set(names))
    assert all(widget.objectName() for widget in stops(chart))


def test_tab_goes_through_the_chart_and_marks_without_a_mouse(chart: BodyChart, qtbot: QtBot) -> None:
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    chart.whose_choice.segments[0].setFocus()
    seen = []
    for _step in range(12):
        focused = chart.window().focusWidget()
        seen.append(focused.objectName())
        if focused is chart.figure:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["body_whose_1", "body_kind_1", "body_point_box", "body_view_1", "body_figure"]
    QTest.keyClick(chart.figure, Qt.Key.Key_Space)
    assert listed(chart) == ["Face, front: aches, said by Maria"]


def test_what_a_client_touches_is_as_large_as_a_finger(qtbot: QtBot, dress: Dress) -> None:
    made = BodyChart("body", "Where it is", "Maria", "Ana", facing=True)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    made.show_marks([shoulder(MarkKind.NUMB)])
    qtbot.wait(20)

    small = [widget.objectName() for widget in stops(made) if widget.height() < 44]
    assert small == []
    assert not made.whose_choice.isVisible()


@pytest.mark.parametrize(("percent", "width"), [(100, 420), (100, 1000), (200, 900)])
def test_nothing_is_cut_off(qtbot: QtBot, dress: Dress, percent: int, width: int) -> None:
    dress(Theme.LIGHT, percent)
    page, made = ScrollColumn(), BodyChart("body", "Where it is", "Maria", "Ana")
    qtbot.addWidget(page)
    page.column.addWidget(made)
    made.show_marks([shoulder(kind, kind.whose) for kind in MarkKind])
    page.resize(width, 800)
    page.show()
    qtbot.wait(50)

    assert list(cut_off(page)) == []


def test_what_is_said_of_a_mark_has_the_voice_of_its_author(chart: BodyChart) -> None:
    assert not chart.note.isVisibleTo(chart)
    click(chart, "front.left.shoulder")
    QTest.keyClicks(note(chart, Whose.CLIENT), "after an hour at the desk ")
    assert not chart.note.edits[Whose.THERAPIST].isVisibleTo(chart)
    assert chart.marks()[0].note == "after an hour at the desk"
    # A blank that is being typed is no other note: the cursor stays where it is.
    assert note(chart, Whose.CLIENT).toPlainText() == "after an hour at the desk "
    assert listed(chart)[0].endswith("said by Maria: “after an hour at the desk”")

    chart.whose_choice.segments[1].click()
    click(chart, "front.right.shoulder")
    QTest.keyClicks(note(chart, Whose.THERAPIST), "guards")
    assert not chart.note.edits[Whose.CLIENT].isVisibleTo(chart)
    assert [mark.note for mark in chart.marks()] == ["after an hour at the desk", "guards"]
    assert listed(chart)[0].endswith("noted by Ana: guards")


def test_a_mark_of_another_view_is_changed_from_the_list(chart: BodyChart) -> None:
    click(chart, "front.left.shoulder")
    chart.kind_chips[MarkKind.STIFF].click()
    click(chart, "front.left.shoulder")
    chart.view_choice.segments[1].click()

    change = next(button for button in listed_buttons(chart) if "aches" in button.accessibleName())
    change.click()

    assert chart.figure.view_id() == "front"
    QTest.keyClicks(note(chart, Whose.CLIENT), "only here")
    assert [(mark.kind, mark.note) for mark in chart.marks()] == [(MarkKind.ACHE, "only here"), (MarkKind.STIFF, "")]


def test_the_buttons_of_the_list_stay_while_a_note_is_typed(chart: BodyChart, qtbot: QtBot) -> None:
    click(chart, "front.left.shoulder")
    before = listed_buttons(chart)
    with qtbot.assertNotEmitted(chart.rebuilt):
        QTest.keyClicks(note(chart, Whose.CLIENT), "mornings")
    assert listed_buttons(chart) == before


def test_what_the_therapist_marked_stays_where_the_chart_faces_a_client_alone(qtbot: QtBot, dress: Dress) -> None:
    made = BodyChart("body", "Where it is", "Maria", "Ana", facing=True)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    hers = replace(shoulder(MarkKind.TRIGGER), whose=Whose.THERAPIST)
    made.show_marks([hers])
    made.figure.step_to(hers.uid)

    QTest.keyClick(made.figure, Qt.Key.Key_7)
    QTest.keyClick(made.figure, Qt.Key.Key_Delete)

    assert made.marks() == (hers,)
    assert not made.note.isVisibleTo(made)
    assert listed_buttons(made) == []
