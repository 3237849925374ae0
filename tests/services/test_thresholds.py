"""Limits are the therapist's: kept, refused in words where they make no sense, as usual again with one act."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.services import alerts, clients, sessions, thresholds
from alliance_desktop.storage.database import database

pytestmark = pytest.mark.usefixtures("practice")


def test_nothing_set_is_as_usual_and_what_is_set_holds_for_the_rules(now: datetime) -> None:
    assert thresholds.current() == Thresholds()
    client_id = clients.welcome(ClientDraft("María Feldner"), now).id
    sessions.begin(client_id, now - timedelta(days=25))
    assert Rule.DRIFT in {alert.rule for alert in alerts.of(client_id, now)}
    thresholds.keep("drift_days", 30, now)
    assert Rule.DRIFT not in {alert.rule for alert in alerts.of(client_id, now)}
    assert thresholds.current() == Thresholds(drift_days=30)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("drop", 0.4, "between 0.5 and 10"),
        ("drift_days", 181, "between 7 and 180"),
        ("checkpoint_from", 7, "must not be more than the second"),
        ("missed_of", 1, "must not be more than the second"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(name: str, value: float, told: str, now: datetime) -> None:
    with pytest.raises(thresholds.OutOfRange, match=told):
        thresholds.keep(name, value, now)
    assert thresholds.current() == Thresholds()


def test_all_is_as_usual_again_and_that_can_be_undone(now: datetime) -> None:
    thresholds.keep("drop", 2.5, now)
    thresholds.keep("missed", 3, now)
    mine = thresholds.current()
    assert thresholds.as_usual(now) == mine
    assert thresholds.current() == Thresholds()
    assert thresholds.put_back(mine, now) == mine


def test_what_only_another_program_knows_is_passed_over(now: datetime) -> None:
    database.execute_sql("INSERT INTO alert_threshold (name, value) VALUES ('unheard_of', 3), ('drop', 99)")
    assert thresholds.current() == Thresholds(drop=10.0)
    thresholds.keep("drop", Thresholds().drop, now)
    assert thresholds.current() == Thresholds()
