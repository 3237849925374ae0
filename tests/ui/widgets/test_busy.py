"""Long work says how long it takes and can be stopped."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui.widgets.busy import ProgressStrip, left_words

Dress = Callable[[Theme, int], None]


class Hours:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def strip(qtbot: QtBot, dress: Dress, hours: Hours) -> ProgressStrip:
    made = ProgressStrip("backup_progress", hours)
    qtbot.addWidget(made)
    return made


def test_the_time_left_follows_from_what_is_done(strip: ProgressStrip, hours: Hours) -> None:
    strip.begin("Backing up", at_once=True)

    hours.seconds += 40
    strip.report(25, 100)

    assert strip.left.text() == "about 2 minutes left"
    assert strip.bar.value() == 250
    assert strip.cancel_button.isVisible()


def test_sizes_beyond_four_gigabytes_are_only_numbers(strip: ProgressStrip) -> None:
    strip.begin("Backing up", at_once=True)

    strip.report(3 * 2**33, 4 * 2**33)

    assert strip.bar.value() == 750


def test_nothing_is_promised_before_anything_is_known(strip: ProgressStrip, hours: Hours) -> None:
    strip.begin("Backing up", at_once=True)

    hours.seconds += 5
    strip.report(0, 0)
    assert strip.left.text() == "Working…"
    strip.begin("Backing up once more", at_once=True)
    hours.seconds += 1
    strip.report(1, 1000)

    assert strip.left.text() == "Working…"
    assert not strip.cancel_button.isVisible()


def test_short_work_never_comes_into_sight(strip: ProgressStrip, qtbot: QtBot) -> None:
    strip.begin("Making the page")
    strip.finish()

    qtbot.wait(1200)

    assert not strip.isVisible()


def test_longer_work_comes_into_sight_by_itself(strip: ProgressStrip, qtbot: QtBot) -> None:
    strip.begin("Making the pages")

    qtbot.waitUntil(strip.isVisible, timeout=3000)


def test_stopping_is_asked_for_once_and_said(strip: ProgressStrip, hours: Hours, qtbot: QtBot) -> None:
    strip.begin("Backing up", at_once=True)
    hours.seconds += 20
    strip.report(1, 100)

    with qtbot.waitSignal(strip.cancel_asked):
        strip.cancel_button.click()
    strip.report(2, 100)

    assert strip.left.text() == "Stopping…"
    assert not strip.cancel_button.isEnabled()


def test_a_second_work_begins_afresh(strip: ProgressStrip, hours: Hours) -> None:
    strip.begin("Backing up", at_once=True)
    hours.seconds += 20
    strip.report(1, 100)
    strip.cancel_button.click()
    strip.finish()

    strip.begin("Backing up again", at_once=True)

    assert strip.cancel_button.isEnabled()
    assert strip.bar.value() == 0
    assert strip.bar.accessibleName() == "Backing up again"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "a few seconds left"),
        (40, "less than a minute left"),
        (62, "about 1 minute left"),
        (121, "about 2 minutes left"),
    ],
)
def test_time_is_said_no_more_exactly_than_it_is_known(seconds: float, words: str) -> None:
    assert left_words(seconds) == words
