"""What clients answered about their health: kept with its day; a yes waits among the health items to be looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from alliance_desktop.domain.health import Caution, HealthDraft
from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer, HealthQuestion, item_name
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import audit, clients, health
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import HealthAnswerRow, HealthItemRow

_BY_CODE = {question.code: question for question in QUESTIONS}


@transaction
def keep(client_id: int, answers: Sequence[HealthAnswer], now: datetime) -> tuple[HealthAnswer, ...]:
    """Store what the client answered today; answers of other days stay as they are.

    A yes becomes a health item that asks first, until the therapist decides what it means; what the therapist has
    changed since is left alone.
    """
    before = {answer.code: answer for answer in of_day(client_id, now)}
    changed = [answer for answer in answers if _differs(answer, before.get(answer.code))]
    for answer in changed:
        _keep_one(client_id, _BY_CODE[answer.code], answer, now)
    if changed:
        clients.touch(client_id, now)
        audit.record("answered", "health questions", client_id, now, str(len(changed)))
    return of_day(client_id, now)


def _differs(answer: HealthAnswer, before: HealthAnswer | None) -> bool:
    return before is None or (answer.yes, answer.words.strip()) != (before.yes, before.words)


def _keep_one(client_id: int, question: HealthQuestion, answer: HealthAnswer, now: datetime) -> None:
    day, words = local_day(now), answer.words.strip()
    row = HealthAnswerRow.get_or_none(
        HealthAnswerRow.client == client_id, HealthAnswerRow.question == question.code, HealthAnswerRow.day == day
    )
    item_id = _follow(client_id, question, row, HealthAnswer(question.code, answer.yes, words), now)
    values = {"yes": answer.yes, "words": words, "at": now, "item": item_id}
    if row is None:
        HealthAnswerRow.insert(client=client_id, question=question.code, day=day, **values).execute()
    else:
        HealthAnswerRow.update(**values).where(HealthAnswerRow.id == row.id).execute()


def _follow(
    client_id: int, question: HealthQuestion, row: HealthAnswerRow | None, answer: HealthAnswer, now: datetime
) -> int | None:
    """Let the health item follow the answer while nobody else has touched it; returns the item's number."""
    draft = HealthDraft(question.kind, item_name(question, answer.words), Caution.ASK)
    if row is None or row.item_id is None:
        known = _said_before(client_id, answer) if answer.yes else None
        return known or (health.note(client_id, draft, now).id if answer.yes else None)
    item = HealthItemRow.get_by_id(row.item_id)
    named_so = item.removed_at is not None or item.name == item_name(question, row.words)
    untouched = item.caution is Caution.ASK and named_so and not item.advice
    if untouched and answer.yes:
        if item.removed_at is not None:
            health.bring_back(item.id, now)
        if item.name != draft.name:
            kept = next(each for each in health.of(client_id) if each.id == item.id).item
            health.keep(item.id, replace(kept, name=draft.name), now)
    elif untouched and item.removed_at is None:
        health.remove(item.id, now)
    return int(row.item_id)


def _said_before(client_id: int, answer: HealthAnswer) -> int | None:
    """The health item that the very same yes made on another day, while it is there."""
    rows = HealthAnswerRow.select().where(
        HealthAnswerRow.client == client_id,
        HealthAnswerRow.question == answer.code,
        HealthAnswerRow.words == answer.words,
        HealthAnswerRow.item.is_null(False),
    )
    there = {item.id for item in health.of(client_id)}
    return next((int(row.item_id) for row in rows if row.item_id in there), None)


def of_day(client_id: int, now: datetime) -> tuple[HealthAnswer, ...]:
    """What the client answered on the day of a moment, in the order of the questions."""
    rows = HealthAnswerRow.select().where(HealthAnswerRow.client == client_id, HealthAnswerRow.day == local_day(now))
    return _in_order(rows)


def last(client_id: int) -> tuple[HealthAnswer, ...]:
    """The newest answer to each question, in the order of the questions."""
    rows = HealthAnswerRow.select().where(HealthAnswerRow.client == client_id).order_by(HealthAnswerRow.id)
    return _in_order(rows)


def _in_order(rows: Sequence[HealthAnswerRow]) -> tuple[HealthAnswer, ...]:
    given = {row.question: HealthAnswer(row.question, bool(row.yes), row.words, row.at) for row in rows}
    return tuple(given[question.code] for question in QUESTIONS if question.code in given)
