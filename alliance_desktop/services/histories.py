"""What the alert rules need to know of clients, in a few queries for one, for some or for many.

Read without the models, through any connection's ``execute``: a job has its own, and the brief waits for hundreds of
visits.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from alliance_desktop.domain.alert_history import Activity, Attendance, GoalStep, History, PlanFacts, Visit
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.appointment import Became
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.pain_words import pain_among
from alliance_desktop.domain.plan import HowSigned, Plan, PlanVersion, Signature, Signer
from alliance_desktop.domain.plan_snapshot import from_plain
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.session import Rating
from alliance_desktop.storage.database import database

Execute = Callable[[str], Any]

_MISSED = {Became.LATE_CANCELLED: Attendance.LATE_CANCELLED, Became.NO_SHOW: Attendance.NO_SHOW}


def of(client_ids: Iterable[int]) -> dict[int, History]:
    """The histories of these clients; of whom nothing is known it is empty."""
    return through(database.execute_sql, client_ids)


def through(execute: Execute, client_ids: Iterable[int]) -> dict[int, History]:
    """The same through any connection's ``execute``."""
    ids = sorted(client_ids)
    whose = ",".join(map(str, ids))
    checks = _checks(execute, whose)
    visits, unsigned, rated = _visits(execute, whose, checks)
    planned = _appointments(execute, whose, visits)
    promised = _promises(execute, whose)
    plans, waiting = _plans(execute, whose)
    return {
        client_id: History(
            tuple(visits[client_id]),
            plans.get(client_id),
            tuple(promised[client_id]),
            planned.get(client_id),
            tuple(unsigned[client_id]),
            waiting.get(client_id),
            pain_among(rated[client_id]),
        )
        for client_id in ids
    }


_Checks = Mapping[int, dict[date, ClosingCheck]]


def _checks(execute: Execute, whose: str) -> _Checks:
    """Of each day the last that was looked at; whoever answered was asked, also while nobody has looked."""
    strands = ", ".join([*map(str, Strand), *(f"guessed_{strand}" for strand in Strand)])
    found: defaultdict[int, dict[date, ClosingCheck]] = defaultdict(dict)
    for client_id, told, seen, *numbers in execute(
        f"SELECT client_id, day, seen_at IS NOT NULL, {strands} FROM closing_check "
        f"WHERE taken_back_at IS NULL AND client_id IN ({whose}) ORDER BY seen_at IS NOT NULL, id"
    ):
        day = date.fromisoformat(told)
        answers, guess = (_answered(part) for part in (numbers[: len(Strand)], numbers[len(Strand) :]))
        found[client_id][day] = ClosingCheck(day, answers, guess=guess) if seen else ClosingCheck(day)
    return found


def _answered(numbers: Iterable[int | None]) -> dict[Strand, int]:
    return {strand: number for strand, number in zip(Strand, numbers, strict=True) if number is not None}


def _visits(
    execute: Execute, whose: str, checks: _Checks
) -> tuple[defaultdict[int, list[Visit]], defaultdict[int, list[datetime]], defaultdict[int, list[str]]]:
    """Visits, moments of notes that are not signed, and what was rated as often as it was.

    Each note is a visit; a check of a day without a note is one too, for somebody was here.
    """
    rated: defaultdict[int, tuple[Rating, ...]] = defaultdict(tuple)
    for session_id, measure, before, after in execute(
        "SELECT r.session_id, r.measure, r.before, r.after FROM rating r JOIN session s ON s.id = r.session_id "
        f"WHERE s.client_id IN ({whose}) ORDER BY r.session_id, r.place"
    ):
        rated[session_id] += (Rating(measure, before, after),)
    visits: defaultdict[int, list[Visit]] = defaultdict(list)
    unsigned: defaultdict[int, list[datetime]] = defaultdict(list)
    pain: defaultdict[int, list[str]] = defaultdict(list)
    noted = set()
    # Nothing but what the index bears: a note's own row is long.
    for client_id, session_id, told in execute(f"SELECT client_id, id, day FROM session WHERE client_id IN ({whose})"):
        day, ratings = date.fromisoformat(told), rated.get(session_id, ())
        check = checks[client_id].get(day) if client_id in checks else None
        visits[client_id].append(Visit(day, number=session_id, check=check, ratings=ratings))
        pain[client_id] += [rating.measure for rating in ratings]
        if check is not None:
            noted.add((client_id, day))
    for client_id, begun in execute(
        f"SELECT client_id, started_at FROM session WHERE signed_at IS NULL AND +client_id IN ({whose})"
    ):
        unsigned[client_id].append(datetime.fromisoformat(begun))
    for client_id, days in checks.items():
        visits[client_id] += [Visit(day, check=check) for day, check in days.items() if (client_id, day) not in noted]
    return visits, unsigned, pain


def _appointments(execute: Execute, whose: str, visits: defaultdict[int, list[Visit]]) -> dict[int, date]:
    """The last day that is planned; what was called off late, or nobody came to, joins the visits."""
    planned: dict[int, date] = {}
    for client_id, told, became in execute(
        f"SELECT client_id, day, became FROM appointment WHERE client_id IN ({whose}) ORDER BY day"
    ):
        day = date.fromisoformat(told)
        if became == Became.PLANNED:
            planned[client_id] = day
        elif became in _MISSED:
            visits[client_id].append(Visit(day, _MISSED[Became(became)]))
    return planned


def _promises(execute: Execute, whose: str) -> defaultdict[int, list[Promise]]:
    """Those that are open: of one that was kept no rule speaks."""
    found: defaultdict[int, list[Promise]] = defaultdict(list)
    for promise_id, client_id, said, words, made_on, due in execute(
        "SELECT id, client_id, said, words, made_on, due FROM promise "
        f"WHERE done_on IS NULL AND client_id IN ({whose}) ORDER BY id"
    ):
        until = date.fromisoformat(due) if due is not None else None
        found[client_id].append(Promise(promise_id, client_id, said, words, date.fromisoformat(made_on), until))
    return found


def _plans(execute: Execute, whose: str) -> tuple[dict[int, PlanFacts], dict[int, date]]:
    """Of everybody's newest plan what was agreed, and the day since which a version of it waits."""
    newest = f"(SELECT max(id) FROM plan WHERE client_id IN ({whose}) GROUP BY client_id)"
    signed: defaultdict[int, list[Signature]] = defaultdict(list)
    for version_id, signer, how, digest, at in execute(
        "SELECT s.version_id, s.signer, s.how, s.digest, s.at FROM plan_version v "
        f"JOIN signature s ON s.version_id = v.id WHERE v.plan_id IN {newest} ORDER BY s.id"
    ):
        signed[version_id].append(Signature(Signer(signer), "", HowSigned(how), digest, datetime.fromisoformat(at)))
    events: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for plan_id, kind, version_id in execute(
        f"SELECT plan_id, kind, version_id FROM plan_event WHERE plan_id IN {newest}"
    ):
        events[plan_id].append((kind, version_id))
    versions: defaultdict[tuple[int, int], list[PlanVersion]] = defaultdict(list)
    for client_id, plan_id, version_id, number, content, digest, at in execute(
        "SELECT p.client_id, p.id, v.id, v.number, v.content, v.digest, v.made_at FROM plan p "
        f"JOIN plan_version v ON v.plan_id = p.id WHERE p.id IN {newest} ORDER BY v.plan_id, v.number"
    ):
        made_at = datetime.fromisoformat(at)
        withdrawn_at = made_at if ("withdrawn", version_id) in events[plan_id] else None
        told = from_plain(json.loads(content))
        versions[client_id, plan_id].append(
            PlanVersion(
                version_id,
                plan_id,
                number,
                told,
                (),
                "",
                "",
                "",
                digest,
                made_at,
                tuple(signed[version_id]),
                withdrawn_at,
            )
        )
    facts: dict[int, PlanFacts] = {}
    waiting: dict[int, date] = {}
    for (client_id, plan_id), made in versions.items():
        plan = Plan(plan_id, "", client_id, made[0].made_at, tuple(made))
        if plan.waiting is not None:
            waiting[client_id] = local_day(plan.waiting.made_at)
        agreed = [version for version in made if version.agreed_at is not None]
        if agreed and all(kind != "ended" for kind, _version in events[plan_id]):
            facts[client_id] = _facts(plan_id, agreed)
    return facts, waiting


def _facts(plan_id: int, agreed: Sequence[PlanVersion]) -> PlanFacts:
    first, newest = agreed[0], agreed[-1]
    first_goals = {goal.uid: goal for goal in first.content.goals}
    again = newest if newest is not first else None
    goals = [(first_goals[goal.uid], goal) for goal in newest.content.goals if goal.uid in first_goals]
    return PlanFacts(
        plan_id,
        _agreed_on(first),
        _agreed_on(newest),
        newest.content.agreement.visits,
        newest.content.review_on,
        tuple(GoalStep(goal.uid, then.step, goal.step if again is not None else None) for then, goal in goals),
        tuple(
            Activity(
                goal.uid,
                then.now,
                ((_agreed_on(again), goal.now),) if again is not None and goal.now is not None else (),
            )
            for then, goal in goals
        ),
    )


def _agreed_on(version: PlanVersion) -> date:
    return local_day(version.agreed_at or version.made_at)
