"""A finger alone leads through the talk: taps, a mark, a signature, a page that is moved; all of it is large."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from alliance_desktop.domain import body
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.services import closing_checks, plans
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.ui.widgets.body_figure import BodyFigure
from tests.journeys.conftest import Hands
from tests.journeys.test_no_way_out import hand_over, in_sight

FINGER, WORDS, QUESTION = 44, 18, 36
SCREEN = QSize(1280, 800)
GOAL, PROMISE = "Kneeling at the flower bed", "Door-frame stretch"


class Finger:
    """One finger on a touch screen."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.screen = hands, QTest.createTouchDevice()

    def drag(self, widget: QWidget, *places: QPoint) -> None:
        """Put the finger down at the first place, move it over the others, and lift it at the last."""
        self.bring(widget)
        window = widget.window()
        handle = window.windowHandle()
        first, *more = [widget.mapTo(window, place) for place in places]
        QTest.touchEvent(handle, self.screen).press(0, first, handle).commit()
        for place in more:
            QTest.touchEvent(handle, self.screen).move(0, place, handle).commit()
        QTest.touchEvent(handle, self.screen).release(0, [first, *more][-1], handle).commit()

    def bring(self, widget: QWidget) -> None:
        """Have it before the eyes, as after moving the page."""
        area: QWidget | None = widget
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and widget.visibleRegion().boundingRect() != widget.rect():
            area.ensureWidgetVisible(widget)

    def tap(self, name: str) -> None:
        widget = self.hands.find(QWidget, name)
        self.drag(widget, widget.rect().center())

    def go_on(self, then: str) -> None:
        self.tap("talk_next_button")
        assert then in self.hands.find(QLabel, "question").text()

    def sign(self, who: str) -> None:
        pad = self.hands.find(QWidget, f"{who}_pad")
        middle = pad.rect().center()
        self.drag(pad, *[QPoint(30 + 12 * step, middle.y() + 14 * (-1) ** step) for step in range(12)])
        # The line that asked for it is gone, and what stood below has moved up.
        QTest.qWait(50)
        self.tap(f"{who}_sign_button")


@pytest.fixture
def practice(hands: Hands) -> Hands:
    hands.found()
    hands.welcome("Maria Feldner")
    return hands


def sized(hands: Hands, place: str) -> HandOver:
    """The handed-over window as large as a tablet."""
    handed = hand_over(hands, place)
    handed.showNormal()
    handed.resize(SCREEN)
    hands.until(lambda: handed.size() == SCREEN)
    return handed


def test_a_finger_alone_makes_and_signs_a_plan(practice: Hands) -> None:
    page = sized(practice, "talk").page
    assert isinstance(page, TogetherPage)
    finger = Finger(practice)
    finger.go_on("Where do you feel it?")
    figure = practice.find(BodyFigure, "body_chart_figure")
    practice.until(lambda: figure.height() > 300)
    # So soon after the last tap this would be the second half of a double one.
    QTest.qWait(600)
    finger.drag(figure, figure.spot(body.view("front").regions[0].id))
    finger.go_on("What would you like to be able to do?")
    scale = practice.find(QWidget, "goal_1_now")
    finger.drag(scale, scale.rect().center())
    finger.go_on("Here are ways we could go")
    finger.tap("talk_starter_1_button")
    finger.tap("way_1_card")
    finger.go_on("What do we each do?")
    finger.go_on("How would you tell a friend")
    finger.tap("asked_1_button")
    finger.go_on("This is our plan")
    practice.until(lambda: page.sign_step.is_shown)
    for who in ("client", "therapist"):
        finger.sign(who)
        practice.until(lambda: page.sign_step.is_shown)
    practice.until(lambda: practice.find(QLabel, "question").text() == "Our plan is signed")
    (version,) = plans.current(1).versions  # type: ignore[union-attr]
    assert version.agreed
    assert [signature.how for signature in version.signatures] == [HowSigned.DRAWN] * 2
    assert all(len(signature.strokes[0]) > 5 for signature in version.signatures)
    assert (len(version.content.marks), version.content.chosen_way is not None) == (1, True)
    assert version.content.reservations_asked


def test_a_finger_moves_the_page_and_presses_nothing_on_its_way(practice: Hands) -> None:
    handed = sized(practice, "talk")
    page = handed.page
    assert isinstance(page, TogetherPage)
    page.go(4)
    handed.resize(SCREEN.width(), 520)
    bar = page.scroll_areas[4].verticalScrollBar()
    practice.until(lambda: bar.maximum() > 100)
    bar.setValue(0)
    button = practice.find(QWidget, "add_yours_button")
    finger = Finger(practice)
    finger.bring(button)
    before = bar.value()
    up = 1 if before < bar.maximum() // 2 else -1
    finger.drag(button, *[button.rect().center() - QPoint(0, 8 * up * step) for step in range(8)])
    assert abs(bar.value() - before) == 56
    assert page.steps[4].findChildren(QWidget, "client_1_what_edit") == []
    finger.tap("add_yours_button")
    assert page.steps[4].findChildren(QWidget, "client_1_what_edit")


def test_a_closing_check_is_answered_with_a_finger(practice: Hands) -> None:
    sized(practice, "closing")
    finger = Finger(practice)
    for strand in ("bond", "touch", "goals", "tasks"):
        finger.tap(f"asked_{strand}_4_button")
    finger.tap("task_next_button")
    finger.tap("task_done_button")
    assert len(closing_checks.begun(1, practice.workspace.desk.today()).answers) == 4


def too_small(handed: HandOver) -> list[tuple[str, int, int]]:
    """What takes the focus and is too small for a finger, the bars and the insides of other controls left out."""
    able = [each for each in in_sight(handed) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()]
    outer = [each for each in able if not any(each is not other and other.isAncestorOf(each) for other in able)]
    kept = (each for each in outer if not isinstance(each, QScrollArea))
    return [(e.objectName(), e.width(), e.height()) for e in kept if min(e.width(), e.height()) < FINGER]


def small_words(handed: HandOver) -> list[tuple[str, int]]:
    said = [each for each in in_sight(handed) if isinstance(each, QLabel) and each.text()]
    assert said
    return [(each.text(), each.fontInfo().pixelSize()) for each in said if each.fontInfo().pixelSize() < WORDS]


def test_every_step_of_the_talk_is_for_fingers_and_for_eyes(practice: Hands) -> None:
    handed = sized(practice, "talk")
    page = handed.page
    assert isinstance(page, TogetherPage)
    practice.type("talk_matters_edit", "I want my garden back")
    for place in range(len(page.steps)):
        page.go(place)
        practice.until(partial(page.steps[place].isVisible))
        QTest.qWait(60)
        assert too_small(handed) == [], place
        assert small_words(handed) == [], place
        assert practice.find(QLabel, "question").fontInfo().pixelSize() >= QUESTION


@pytest.mark.parametrize("task", ["health", "consent", "closing", "body"])
def test_every_task_is_for_fingers_and_for_eyes(practice: Hands, task: str) -> None:
    handed = sized(practice, task)
    QTest.qWait(60)
    assert too_small(handed) == []
    assert small_words(handed) == []
