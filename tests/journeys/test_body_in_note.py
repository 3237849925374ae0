"""The body in the note: marked by both, stored, read under the signed note, found, and compared from visit to visit."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind, on_region
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import clients, practice_file, search, sessions
from alliance_desktop.ui.widgets.body_figure import BodyFigure
from alliance_desktop.ui.widgets.step_slider import StepSlider
from tests.journeys.conftest import Hands

SHOULDER, KNEE = "front.left.shoulder", "front.right.knee"


def at_the_note(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    to_the_note(hands)


def to_the_note(hands: Hands) -> None:
    # The form for a new client gives the keyboard back where windows are not managed.
    hands.window.activateWindow()
    hands.workspace.open_client(1, "sessions")
    hands.workspace.sessions_tab.start_note()
    hands.until(lambda: hands.find(QWidget, "asked_edit").hasFocus())


def figure(hands: Hands) -> BodyFigure:
    return hands.find(BodyFigure, "body_chart_figure")


def mark(hands: Hands, region: str) -> None:
    here = figure(hands)
    hands.qtbot.mouseClick(here, Qt.MouseButton.LeftButton, pos=here.spot(region))


def choose(hands: Hands, kind: MarkKind) -> None:
    chart = hands.workspace.sessions_tab.editor.on_body.editor.chart
    assert chart is not None
    if kind.whose is Whose.THERAPIST:
        hands.click("body_chart_whose_2")
    hands.qtbot.mouseClick(chart.kind_chips[kind], Qt.MouseButton.LeftButton)


def stored(hands: Hands) -> tuple[Mark, ...]:
    hands.workspace.sessions_tab.editor.flush()
    return sessions.one(sessions.lines(1)[0].id).note.marks


def read(hands: Hands, name: str) -> list[str]:
    """The words that are in sight in a part."""
    return [label.text() for label in hands.find(QWidget, name).findChildren(QLabel) if label.isVisible()]


def press(*keys: Qt.Key) -> None:
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)


def test_what_is_marked_stays_with_the_note_is_read_under_it_and_found(hands: Hands) -> None:
    at_the_note(hands)
    assert not hands.workspace.sessions_tab.editor.on_body.fold.is_open
    hands.click("add_note_body_button")
    mark(hands, SHOULDER)
    press(Qt.Key.Key_7)
    hands.type("body_chart_client_note_edit", "When I lift Leo")
    # At once, before anything is stored by itself.
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    hands.workspace.open_client(1, "sessions")
    hands.until(lambda: figure(hands).isVisible())
    (kept,) = stored(hands)
    assert (kept.region, kept.strength, kept.note) == (SHOULDER, 7, "When I lift Leo")

    hands.click("finish_button")
    hands.until(lambda: sessions.one(1).is_signed)
    told = read(hands, "note_body")
    assert "Left shoulder, front: aches, 7 of 10, said by Maria" in told
    assert any("When I lift Leo" in words for words in told)
    assert hands.find(BodyFigure, "note_body_front").isVisible()
    assert sessions.intact(sessions.one(1))
    assert sessions.one(1).note.marks == (kept,)
    assert search.find("left shoulder")
    assert search.find("lift leo")


def test_the_body_is_marked_by_keyboard_alone(hands: Hands) -> None:
    at_the_note(hands)
    hands.find(QWidget, "home_edit").setFocus()
    press(Qt.Key.Key_Tab)
    button = hands.find(QAbstractButton, "add_note_body_button")
    assert button.hasFocus()
    press(Qt.Key.Key_Space)
    hands.until(lambda: figure(hands).hasFocus())
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_5)
    (made,) = stored(hands)
    assert (made.view, made.whose, made.kind, made.strength) == ("front", Whose.CLIENT, MarkKind.ACHE, 5)
    press(Qt.Key.Key_Delete)
    assert stored(hands) == ()
    # Tab goes on to what is below, and is not caught in the chart.
    names = []
    for _stop in range(40):
        press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        names.append(here.objectName() if here is not None else "")
    assert "add_rating_button" in names


def test_a_mark_taken_away_comes_back_with_undo(hands: Hands) -> None:
    at_the_note(hands)
    hands.click("add_note_body_button")
    mark(hands, SHOULDER)
    mark(hands, KNEE)
    before = stored(hands)
    hands.click(f"body_chart_remove_{before[0].uid}")
    assert stored(hands) == before[1:]
    hands.click("undo_button")
    assert stored(hands) == before


def test_undo_goes_with_its_note(hands: Hands) -> None:
    at_the_note(hands)
    hands.click("add_note_body_button")
    mark(hands, SHOULDER)
    mark(hands, KNEE)
    hands.click(f"body_chart_remove_{stored(hands)[0].uid}")
    hands.find(QWidget, "undo_button")
    # What was taken away from Maria's note cannot come back into Jonas'.
    jonas = hands.workspace.desk.perform(clients.welcome, ClientDraft("Jonas Wehrling"))
    assert jonas is not None
    assert hands.find(QWidget, "undo_button").isVisible()
    hands.workspace.open_client(jonas.id, "sessions")
    hands.workspace.sessions_tab.start_note()
    hands.until(lambda: sessions.lines(jonas.id))
    assert not [button for button in hands.window.findChildren(QWidget, "undo_button") if button.isVisible()]
    hands.workspace.sessions_tab.editor.flush()
    assert sessions.one(sessions.lines(jonas.id)[0].id).note.marks == ()
    assert [mark.region for mark in sessions.one(1).note.marks] == [KNEE]


def test_a_marked_area_is_written_with_one_tap_and_stays_words(hands: Hands) -> None:
    at_the_note(hands)
    hands.click("add_note_body_button")
    choose(hands, MarkKind.WORKED)
    mark(hands, SHOULDER)
    chip = next(c for c in hands.window.findChildren(QAbstractButton) if c.accessibleName() == "Where: left shoulder")
    assert chip.isVisible()
    hands.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    field = hands.find(QPlainTextEdit, "did_edit")
    assert field.toPlainText() == "Left shoulder."
    hands.type("did_edit", "Left shoulder, slowly")
    hands.workspace.sessions_tab.editor.flush()
    note = sessions.one(1).note
    assert [each.words for each in note.fields] == ["Left shoulder, slowly"]
    assert [(each.kind, each.whose) for each in note.marks] == [(MarkKind.WORKED, Whose.THERAPIST)]
    # What aches belongs to what was found.
    hands.click("body_chart_whose_1")
    choose(hands, MarkKind.ACHE)
    mark(hands, KNEE)
    chips = hands.workspace.sessions_tab.editor.dock.rows
    assert [chip.text() for chip in next(r for k, r in chips.items() if k == "area").chips][:2] == [
        "Left shoulder",
        "Right knee",
    ]


def marked_visits(hands: Hands, *visits: tuple[tuple[str, MarkKind, int | None], ...]) -> None:
    """Signed notes of the last weeks, one a week, with these marks."""
    now = hands.workspace.desk.now()
    for place, told in enumerate(visits):
        at = now - timedelta(days=7 * (len(visits) - place))
        marks = []
        for nth, (region_id, kind, strength) in enumerate(told):
            region = body.view("front").region(region_id)
            assert region is not None
            whose = Whose.THERAPIST if kind is MarkKind.WORKED else Whose.CLIENT
            marks.append(replace(on_region(f"{place}-{nth}", whose, kind, region), strength=strength))
        session = sessions.begin(1, at)
        sessions.keep(session.id, NoteDraft(local_day(at), marks=tuple(marks)), at)
        sessions.finish(session.id, "Ana Brandl", at)


def test_as_last_time_takes_the_places_over_and_each_can_be_removed(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    marked_visits(hands, ((SHOULDER, MarkKind.ACHE, 7), (KNEE, MarkKind.WORKED, None)))
    to_the_note(hands)
    hands.click("body_again_button")
    taken = stored(hands)
    assert [(each.region, each.kind, each.strength) for each in taken] == [
        (SHOULDER, MarkKind.ACHE, None),
        (KNEE, MarkKind.WORKED, None),
    ]
    assert not hands.workspace.sessions_tab.editor.on_body.again_button.isVisible()
    hands.click(f"body_chart_remove_{taken[1].uid}")
    assert [each.region for each in stored(hands)] == [SHOULDER]
    # The visit before is as it was.
    assert sessions.one(1).note.marks[0].strength == 7


def test_between_two_visits_the_slider_tells_what_went_and_what_came(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("progress")
    section = hands.workspace.progress_tab.on_body
    assert not section.isVisible()
    marked_visits(
        hands,
        ((SHOULDER, MarkKind.ACHE, 7), (KNEE, MarkKind.STIFF, 3)),
        ((SHOULDER, MarkKind.ACHE, 4), (KNEE, MarkKind.WORKED, None)),
        ((SHOULDER, MarkKind.ACHE, 4), ("front.face", MarkKind.NUMB, 2)),
    )
    hands.workspace.desk.changed.emit()
    hands.until(section.isVisible)
    slider = hands.find(StepSlider, "body_visit_slider")
    assert (slider.value(), slider.maximum()) == (2, 2)

    def seen() -> list[str]:
        return [label.text().replace("\xa0", " ") for label in section.findChildren(QLabel) if label.isVisible()]

    hands.until(lambda: "Face, front: numb, 2 of 10" in seen())
    told = seen()
    assert told.index("New") < told.index("Face, front: numb, 2 of 10")

    hands.window.activateWindow()
    slider.setFocus()
    hands.until(slider.hasFocus)
    press(Qt.Key.Key_Left)
    hands.until(lambda: "Gone" in seen())
    told = seen()
    assert told.index("Gone") < told.index("Right knee, front: stiff, 3 of 10")
    assert told.index("Weaker") < told.index("Left shoulder, front: aches, 7 → 4")
    assert "Right knee, front" in told
    assert slider.spoken().startswith("Visit 2, ")
    # How much was marked at each visit is heard with its day.
    assert section.share_bars.isVisible()
    assert section.share_bars.spoken().count(" %") == 3
    # It can be clicked as well, and stays with its visit while the page is read anew.
    hands.qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.spot(0).x()), 10))
    assert slider.spoken().startswith("Visit 1, ")
    hands.workspace.desk.changed.emit()
    assert slider.value() == 0
    assert section.figure.isVisible()
