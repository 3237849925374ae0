"""The sample practice as the program itself sees it: whole, told in two voices, and the same for the same seed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest

from alliance_desktop.domain import body_mark
from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import HowSigned, PlanState
from alliance_desktop.domain.red_flag import Decision
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import (
    boundaries,
    briefs,
    clients,
    plans,
    practice,
    practice_file,
    search,
    sessions,
    today,
    voices,
)
from alliance_desktop.storage import keys
from alliance_desktop.storage.database import database

NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)


@contextmanager
def opened(folder: PracticeFolder) -> Iterator[None]:
    """The sample, open with the password everybody knows."""
    database.open(folder.database, keys.open_with_password(folder, keys.SAMPLE_PASSWORD))
    try:
        yield
    finally:
        database.shut()


def written(root: Path, clients: int = 12, sessions: int = 80, seed: int = 1) -> PracticeFolder:
    """A sample in a fresh folder."""
    root.mkdir(parents=True)
    folder = PracticeFolder(root)
    stage.write(folder, now=NOW, clients=clients, sessions=sessions, seed=seed)
    return folder


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> PracticeFolder:
    """The sample that everybody gets to see."""
    return written(tmp_path_factory.mktemp("usual") / "practice")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> PracticeFolder:
    """A sample with streamed people and visits."""
    return written(tmp_path_factory.mktemp("many") / "practice", clients=90, sessions=900)


@pytest.fixture
def sample(usual: PracticeFolder) -> Iterator[None]:
    with opened(usual):
        yield


@pytest.fixture
def crowd(many: PracticeFolder) -> Iterator[None]:
    with opened(many):
        yield


def counted(table: str) -> int:
    return int(database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0])


def people() -> dict[str, int]:
    return {line.full_name: line.id for line in clients.lines()}


@pytest.mark.usefixtures("sample")
def test_the_usual_sample_passes_every_check_of_the_program() -> None:
    checks = practice_file.check()

    assert [check.words for check in checks if not check.held] == []


@pytest.mark.usefixtures("sample")
def test_it_has_twelve_people_and_eighty_visits_and_says_that_it_is_a_sample() -> None:
    assert (counted("client"), counted("session")) == (12, 80)
    assert practice.current().sample


@pytest.mark.usefixtures("sample")
def test_every_plan_rests_on_what_the_client_said_word_for_word() -> None:
    for client_id in people().values():
        said = {voice.uid: voice.words for voice in voices.of(client_id)}
        for plan in plans.of(client_id):
            for version in [v.content for v in plan.versions] + [plan.draft or plan.shown]:
                assert said[version.what_matters.voice] == version.what_matters.words
                assert all(said[goal.said.voice] == goal.said.words and goal.professional for goal in version.goals)
                assert all(said[doubt.said.voice] == doubt.said.words for doubt in version.reservations)


@pytest.mark.usefixtures("sample")
def test_plans_stand_wherever_a_plan_can_stand() -> None:
    day = local_day(NOW)
    states = {plan.state(day) for client_id in people().values() for plan in plans.of(client_id)}
    ways = {s.how for c in people().values() for p in plans.of(c) for v in p.versions for s in v.signatures}
    versions = {len(plan.versions) for client_id in people().values() for plan in plans.of(client_id)}

    wanted = {PlanState.DRAFT, PlanState.HALF_SIGNED, PlanState.AGREED, PlanState.REVIEW_DUE, PlanState.ENDED}
    assert states >= wanted
    # A name is typed under consents alone.
    assert ways == set(HowSigned) - {HowSigned.TYPED}
    assert versions >= {1, 2, 3}


@pytest.mark.usefixtures("sample")
def test_doubts_are_open_and_answered_and_asked_for_in_vain() -> None:
    contents = [plan.shown for client_id in people().values() for plan in plans.of(client_id)]

    assert any(content.open_reservations for content in contents)
    assert any(doubt.answer for content in contents for doubt in content.reservations)
    assert any(content.reservations_asked and not content.reservations for content in contents)


@pytest.mark.usefixtures("sample")
def test_today_has_something_of_everything() -> None:
    told = today.today(NOW)

    assert {one.kind for one in told.unfinished} == {"note", "plan draft", "plan to sign"}
    assert told.promises
    assert told.reviews
    assert counted("addendum") >= 2


@pytest.mark.usefixtures("sample")
def test_greta_shows_where_the_limits_are() -> None:
    greta = people()["Greta Holmvik"]
    brief = briefs.brief(greta, NOW)

    assert [ending.full_name for ending in today.today(NOW).ending] == ["Greta Holmvik"]
    assert [entry.draft.decision for entry in brief.decided] == [Decision.REFERRED]
    assert brief.flags == ()
    assert [question.code for question in brief.to_ask] == []
    assert len(boundaries.of(greta)) == counted("client_statement") == 1


@pytest.mark.usefixtures("sample")
def test_maria_is_the_one_of_the_pictures() -> None:
    brief = briefs.brief(people()["Maria Feldner"], NOW)

    assert brief.what_matters.words == "I want to garden for an hour again without paying for it the next day."
    assert brief.safety.lines == ("Blood thinner: light on the legs, nothing deep",)
    assert {item.words for item in brief.comfort} >= {"A firm handshake", "Pause"}
    assert brief.visits == 4
    assert [doubt.said.words for doubt in brief.reservations] == ["I am not sure I will keep up the stretches."]


@pytest.mark.usefixtures("sample")
def test_numbers_dip_and_come_back() -> None:
    after = [line.ratings[0].after or 0 for line in sessions.lines(people()["Leila Maroukian"])][::-1]

    assert max(after[3:5]) > after[2]
    assert after[-1] < after[0]


@pytest.mark.parametrize("wanted", ["sample", "crowd"])
def test_everything_happened_in_its_order_and_none_of_it_is_still_to_come(
    wanted: str, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(wanted)
    moments = [row[0] for row in database.execute_sql("SELECT at FROM audit ORDER BY seq")]

    assert moments == sorted(moments)
    assert datetime.fromisoformat(moments[-1]) < NOW


@pytest.mark.usefixtures("sample")
def test_no_text_is_left_to_be_filled_in() -> None:
    texts = [row[0] for row in database.execute_sql("SELECT words FROM note_field UNION ALL SELECT words FROM voice")]

    for word in ("lorem", "—", "TODO", "{", "diagnos"):  # a dash as long as this one is no way to write a note
        assert [text for text in texts if word in text] == []


def test_the_same_seed_tells_the_same(tmp_path: Path) -> None:
    told = []
    for name, seed in (("one", 7), ("other", 7), ("third", 8)):
        with opened(written(tmp_path / name, clients=2, sessions=200, seed=seed)):
            told.append(
                database.execute_sql("SELECT client_id, number, day, folded, signed_at FROM session").fetchall()
            )

    assert told[0] == told[1]
    assert told[0] != told[2]


@pytest.mark.usefixtures("crowd")
def test_streamed_visits_pass_every_check_of_the_program() -> None:
    checks = practice_file.check()

    assert [check.words for check in checks if not check.held] == []


@pytest.mark.usefixtures("crowd")
def test_streamed_numbers_are_exact() -> None:
    unsigned = database.execute_sql("SELECT count(*) FROM session WHERE signed_at IS NULL").fetchone()[0]

    assert (counted("client"), counted("session")) == (90, 900)
    assert counted("signed_note") == 900 - unsigned
    assert 2 < unsigned < 20


@pytest.mark.usefixtures("crowd")
def test_each_signed_note_holds_the_seal_of_the_one_before() -> None:
    seals = database.execute_sql("SELECT previous_digest, digest FROM signed_note ORDER BY id").fetchall()

    assert [previous for previous, _digest in seals] == ["", *(digest for _previous, digest in seals[:-1])]


@pytest.mark.usefixtures("crowd")
def test_what_is_searched_is_what_the_services_would_have_stored() -> None:
    for row_id, stored in database.execute_sql("SELECT id, folded FROM session ORDER BY id").fetchall():
        note = sessions.one(row_id).note
        marked = [f"{mark.kind.words} {body_mark.place_words(mark)} {mark.note}" for mark in note.marks]
        texts = [*(field.words for field in note.fields), note.promise, *note.home, *marked]
        assert stored == folded("\n".join(text for text in texts if text.strip()))


@pytest.mark.usefixtures("crowd")
def test_words_are_found_in_plausible_numbers() -> None:
    found = database.execute_sql("SELECT count(*) FROM session_words WHERE session_words MATCH '\"shoulder\"*'")

    assert 0.05 < found.fetchone()[0] / counted("session") < 0.7
    assert search.find("shoulder")


@pytest.mark.usefixtures("crowd")
def test_visits_and_last_days_are_counted_right() -> None:
    for line in clients.lines():
        lines = sessions.lines(line.id)
        assert (line.visits, line.last_seen) == (len(lines), lines[0].day if lines else None)
        assert [one.number for one in lines] == list(range(len(lines), 0, -1))


@pytest.mark.usefixtures("crowd")
def test_a_streamed_client_can_be_worked_with_like_any_other() -> None:
    client_id = clients.lines()[0].id

    begun = sessions.begin(client_id, NOW)

    assert begun.number == len(sessions.lines(client_id))


def test_one_person_can_have_a_long_history(tmp_path: Path) -> None:
    with opened(written(tmp_path / "practice", clients=1, sessions=120)):
        lines = sessions.lines(people()["Maria Feldner"])

        assert len(lines) == 120
        assert lines[0].words == "Neck and both shoulders, slow. Left side let go, right stayed guarded."
        assert all(check.held for check in practice_file.check())


def test_fewer_visits_than_are_told_are_the_newest(tmp_path: Path) -> None:
    with opened(written(tmp_path / "practice", sessions=5)):
        days = [row[0] for row in database.execute_sql("SELECT day FROM session")]

        assert len(days) == 5
        assert min(days) >= (local_day(NOW) - timedelta(days=10)).isoformat()


def test_nobody_and_too_many_are_refused(folder: PracticeFolder) -> None:
    for people_wanted, visits in ((0, 0), (50_001, 0), (1, 1_000_001), (1, -1)):
        with pytest.raises(stage.SampleTooLarge):
            stage.write(folder, now=NOW, clients=people_wanted, sessions=visits)

    assert list(folder.root.iterdir()) == []


def test_a_practice_is_never_overwritten(usual: PracticeFolder) -> None:
    before = usual.database.read_bytes()

    with pytest.raises(keys.KeysExist):
        stage.write(usual, now=NOW)

    assert usual.database.read_bytes() == before


def test_work_that_is_stopped_leaves_nothing_behind(folder: PracticeFolder) -> None:
    def stop(done: int, _all: int) -> None:
        if done > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stage.write(folder, now=NOW, report=stop)

    assert list(folder.root.iterdir()) == []
    assert not practice_file.is_open()


def test_it_tells_how_far_it_is(folder: PracticeFolder) -> None:
    told: list[tuple[int, int]] = []

    stage.write(folder, now=NOW, clients=1, sessions=90, report=lambda done, of: told.append((done, of)))

    assert told[-1] == (90, 90)
    assert told == sorted(set(told))


def test_streaming_is_many_times_as_fast_as_telling(tmp_path: Path) -> None:
    took = []
    for name, visits in (("told", 16), ("streamed", 3016)):
        start = process_time()
        written(tmp_path / name, clients=2, sessions=visits)
        took.append(process_time() - start)

    each_told, each_streamed = took[0] / 16, max(took[1] - took[0], 0.001) / 3000
    assert each_streamed < each_told / 5
