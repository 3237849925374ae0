"""Whether anything changed since the last visit: asked each time, kept as it was answered."""

from datetime import date, datetime

from peewee import ModelSelect

from alliance_desktop.domain.change_answer import ChangeAnswer
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.voice import Said
from alliance_desktop.services import audit, clients, voices
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.visit_models import ChangeAnswerRow

WHERE_SAID = "anything changed"


@transaction
def answer(client_id: int, changed: bool, words: str, now: datetime) -> ChangeAnswer:
    """Keep what was answered today; a second answer of one day stands beside the first. Raises ``ChangeUnsaid``.

    What changed becomes something the client said, found by the search.
    """
    given = ChangeAnswer(client_id, local_day(now), changed, words.strip() if changed else "").checked()
    row_id = ChangeAnswerRow.insert(
        client=client_id, day=given.day, changed=given.changed, words=given.words, at=now
    ).execute()
    if given.words:
        voices.settle(client_id, Said(given.words, given.day), WHERE_SAID, now)
    clients.touch(client_id, now)
    audit.record("asked", "change", row_id, now, given.seal)
    return given


def of(client_id: int, day: date) -> ChangeAnswer | None:
    """The newest answer of a day; None while nobody asked."""
    row = _rows(client_id).where(ChangeAnswerRow.day == day).first()
    return _answer(row) if row is not None else None


def last(client_id: int) -> ChangeAnswer | None:
    """The newest answer of all."""
    row = _rows(client_id).first()
    return _answer(row) if row is not None else None


def intact(answer_id: int, seal: str) -> bool:
    """True when an answer is as it was given."""
    return _answer(ChangeAnswerRow.get_by_id(answer_id)).seal == seal


def _rows(client_id: int) -> ModelSelect:
    return ChangeAnswerRow.select().where(ChangeAnswerRow.client == client_id).order_by(ChangeAnswerRow.id.desc())


def _answer(row: ChangeAnswerRow) -> ChangeAnswer:
    return ChangeAnswer(row.client_id, row.day, row.changed, row.words)
