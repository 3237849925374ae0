"""What clients answered about their health: kept with its day; a yes waits among the health items to be looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from alliance_desktop.domain.health import Caution, HealthDraft
from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer, HealthQuestion, item_name
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import audit, clients, health
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import HealthAnswerRow, HealthItemRow

_BY_CODE = {question.code: question for question in QUESTIONS}


@transaction
def keep(client_id: int, answers: Sequence[HealthAnswer], now: datetime) -> tuple[HealthAnswer, ...]:
    """Store all that the client answers today; answers of other days stay as they are.

    An answer of today that is no longer among them was taken back. A yes becomes a health item that asks first, until
    the therapist decides what it means; what the therapist decided is left alone, and other words about it come as an
    item of their own. A no takes away nothing that was there before today.
    """
    before = {answer.code: answer for answer in of_day(client_id, now)}
    given = {answer.code: replace(answer, words=answer.words.strip()) for answer in answers}
    changed = [answer for answer in given.values() if _differs(answer, before.get(answer.code))]
    taken_back = [code for code in before if code not in given]
    for answer in changed:
        _keep_one(client_id, _BY_CODE[answer.code], answer, now)
    for code in taken_back:
        _take_back(client_id, _BY_CODE[code], now)
    if changed or taken_back:
        clients.touch(client_id, now)
        audit.record("answered", "health questions", client_id, now, str(len(changed) + len(taken_back)))
    return of_day(client_id, now)


def _differs(answer: HealthAnswer, before: HealthAnswer | None) -> bool:
    return before is None or (answer.yes, answer.words) != (before.yes, before.words)


def _keep_one(client_id: int, question: HealthQuestion, answer: HealthAnswer, now: datetime) -> None:
    day = local_day(now)
    before = _newest_row(client_id, question.code)
    today = before if before is not None and before.day == day else None
    item_id = _item_of_yes(client_id, question, before, answer, now) if answer.yes else _item_of_no(before, now)
    values = {"yes": answer.yes, "words": answer.words, "at": now, "item": item_id}
    if today is None:
        HealthAnswerRow.insert(client=client_id, question=question.code, day=day, **values).execute()
    else:
        HealthAnswerRow.update(**values).where(HealthAnswerRow.id == today.id).execute()


def _newest_row(client_id: int, code: str) -> HealthAnswerRow | None:
    rows = HealthAnswerRow.select().where(HealthAnswerRow.client == client_id, HealthAnswerRow.question == code)
    return rows.order_by(HealthAnswerRow.day.desc()).first()


def _item_of_yes(
    client_id: int, question: HealthQuestion, before: HealthAnswerRow | None, answer: HealthAnswer, now: datetime
) -> int:
    """The item that this yes is about, as it was, with other words, back again, or new."""
    draft = HealthDraft(question.kind, item_name(question, answer.words), Caution.ASK)
    item = before.item if before is not None else None
    if before is None or item is None or (item.removed_at is not None and before.yes):
        return health.note(client_id, draft, now).id
    # Only what nobody had decided about is taken away by a no.
    undecided = item.removed_at is not None or _is_undecided(question, item)
    if item.removed_at is not None:
        health.bring_back(item.id, now)
    if not undecided and answer.words and answer.words != before.words:
        return health.note(client_id, draft, now).id
    if undecided and item.name != draft.name and (answer.words or _is_of(item, local_day(now))):
        kept = next(each for each in health.of(client_id) if each.id == item.id).item
        health.keep(item.id, replace(kept, name=draft.name), now)
    return int(item.id)


def _item_of_no(before: HealthAnswerRow | None, now: datetime) -> int | None:
    """A yes of today that nobody looked at yet was a slip; whatever else there is stays, with the no beside it."""
    if before is None or before.item is None:
        return None
    item = before.item
    if item.removed_at is None and _is_of(item, local_day(now)) and _is_undecided(_BY_CODE[before.question], item):
        health.remove(item.id, now)
    return int(item.id)


def _take_back(client_id: int, question: HealthQuestion, now: datetime) -> None:
    row = _newest_row(client_id, question.code)
    if row is not None:
        _item_of_no(row, now)
        HealthAnswerRow.delete().where(HealthAnswerRow.id == row.id).execute()


def _is_of(item: HealthItemRow, day: date) -> bool:
    return local_day(item.recorded_at) == day


def _is_undecided(question: HealthQuestion, item: HealthItemRow) -> bool:
    """True while the item is what the client's answers made of it."""
    told = HealthAnswerRow.select(HealthAnswerRow.words).where(HealthAnswerRow.item == item.id)
    names = {item_name(question, words) for words in ("", *(row.words for row in told))}
    return item.caution is Caution.ASK and not item.advice and not item.area and item.name in names


def of_day(client_id: int, now: datetime) -> tuple[HealthAnswer, ...]:
    """What the client answered on the day of a moment, in the order of the questions."""
    rows = HealthAnswerRow.select().where(HealthAnswerRow.client == client_id, HealthAnswerRow.day == local_day(now))
    return _in_order(rows)


def last(client_id: int) -> tuple[HealthAnswer, ...]:
    """The newest answer to each question, in the order of the questions."""
    rows = HealthAnswerRow.select().where(HealthAnswerRow.client == client_id).order_by(HealthAnswerRow.day)
    return _in_order(rows)


def before(client_id: int, now: datetime) -> tuple[HealthAnswer, ...]:
    """The newest answer to each question from before the day of a moment, in the order of the questions."""
    earlier = (HealthAnswerRow.client == client_id) & (HealthAnswerRow.day < local_day(now))
    return _in_order(HealthAnswerRow.select().where(earlier).order_by(HealthAnswerRow.day))


def behind(client_id: int) -> Mapping[int, tuple[HealthAnswer, ...]]:
    """The answers that each health item rests on, oldest first, by the number of the item."""
    found: dict[int, tuple[HealthAnswer, ...]] = {}
    rows = HealthAnswerRow.select().where(HealthAnswerRow.client == client_id, HealthAnswerRow.item.is_null(False))
    for row in rows.order_by(HealthAnswerRow.day, HealthAnswerRow.id):
        found[row.item_id] = (*found.get(row.item_id, ()), _answer(row))
    return found


def _in_order(rows: Sequence[HealthAnswerRow]) -> tuple[HealthAnswer, ...]:
    given = {row.question: _answer(row) for row in rows}
    return tuple(given[question.code] for question in QUESTIONS if question.code in given)


def _answer(row: HealthAnswerRow) -> HealthAnswer:
    return HealthAnswer(row.question, bool(row.yes), row.words, row.at)
