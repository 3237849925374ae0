"""What the program costs stays in proportion to something plain that is timed in the same run."""

import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui import theme
from tests.benchmarks import plan_words, records, study, talk, windows, worth_asking
from tests.benchmarks.measure import DOOR

# The best of some tries counts: another program may have had the machine during one of them.
TRIES = 4
pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.no_cover,
    pytest.mark.skipif(sys.platform != "linux", reason="the references are Linux programs"),
]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeFolder]:
    """A sample practice large enough for proportions to show, open."""
    with records.opened(tmp_path_factory.mktemp("benchmark"), 200, 4_000) as (folder, _speed):
        yield folder


# In the small practice of this test a search costs little more than what does not grow with the records.
SEARCH = 1.6
# Changing a step asks the practice, lays the step out and paints it: some times what painting alone takes.
STEP = 8.0


def best(figure: Callable[[], float], bound: float) -> float:
    """The least of some tries, or the first that is within the bound."""
    found = figure()
    for _try in range(TRIES - 1):
        if found <= bound:
            break
        found = min(found, figure())
    return found


def test_the_door_opens_not_much_later_than_a_bare_window(measured: PracticeFolder) -> None:
    def ratio() -> float:
        door, bare = windows.start_up(measured, runs=3)
        return door / bare

    assert best(ratio, DOOR) <= DOOR


def test_ten_times_the_records_open_hardly_later(measured: PracticeFolder, tmp_path: Path, qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)
    with records.opened(tmp_path, 20, 400) as (few, _speed):

        def ratio() -> float:
            less = windows.to_today(few)
            return windows.to_today(measured) / less

        found = best(ratio, 1.3)
    # The tests that follow have the large practice open.
    windows.open_again(measured)
    assert found <= 1.3


def test_a_search_costs_little_more_than_the_bare_queries(measured: PracticeFolder, qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)

    def ratio() -> float:
        # The median: of sixty tries on a busy machine the slowest three tell of the machine.
        _painted, service, raw = windows.searching(measured, statistics.median)
        return service / (3 * raw + 2)

    assert best(ratio, SEARCH) <= SEARCH


def test_a_look_at_everybody_costs_some_times_its_queries(measured: PracticeFolder) -> None:
    def ratio() -> float:
        looked, queries = worth_asking.looking(measured)
        return looked / queries

    assert best(ratio, worth_asking.LOOKED) <= worth_asking.LOOKED


def test_the_next_question_comes_soon_after_the_press(measured: PracticeFolder, qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)

    def ratio() -> float:
        step, painted = talk.changing_steps(measured)
        return step / painted

    assert best(ratio, STEP) <= STEP


def test_a_long_signature_follows_the_hand_as_a_short_one_does(qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)

    def ratio() -> float:
        late, early = talk.drawing_strokes()
        return late / early

    assert best(ratio, 3.0) <= 3.0


def test_the_page_to_sign_comes_soon_after_it_is_drawn(measured: PracticeFolder, qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)

    def ratio() -> float:
        page, bare = talk.page_to_sign(measured)
        return page / bare

    assert best(ratio, 3.0) <= 3.0


def test_what_changed_in_two_long_plans_costs_some_readings_of_them() -> None:
    def ratio() -> float:
        told, read = plan_words.what_changed()
        return told / read

    assert best(ratio, plan_words.CHANGED) <= plan_words.CHANGED


def test_the_coach_costs_some_readings_of_a_long_plan() -> None:
    def ratio() -> float:
        coached, read = plan_words.coaching()
        return coached / read

    assert best(ratio, plan_words.COACHED) <= plan_words.COACHED


@pytest.mark.skipif(not study.STUDY.exists(), reason="the study lies beside the project and is not part of it")
def test_a_plan_is_drawn_within_half_as_much_again_as_the_study(measured: PracticeFolder) -> None:
    def ratio() -> float:
        ours, studied = records.the_paper()
        return ours / studied if studied else 0.0

    assert best(ratio, 1.5) <= 1.5


def test_the_memory_stays_within_two_and_a_half_bare_windows(measured: PracticeFolder) -> None:
    today, bare = windows.memory(measured)
    assert today <= 2.5 * bare


def test_a_proven_backup_costs_no_more_than_five_plain_copies_and_sums(
    measured: PracticeFolder, tmp_path: Path
) -> None:
    # Enough bytes that starting four programs and opening a practice do not count.
    records.hand_out(120)

    def ratio() -> float:
        proven, reference, _size, _grown = records.backing_up(measured, tmp_path)
        return proven / reference

    assert best(ratio, 5.0) <= 5.0


def test_a_backup_needs_no_memory_to_speak_of(measured: PracticeFolder, tmp_path: Path) -> None:
    _proven, _reference, size, grown = records.backing_up(measured, tmp_path)
    assert size > 100
    assert grown <= 64
