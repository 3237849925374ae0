"""Scales of the therapist's own: made, changed and ended without touching what was answered, and filled in."""

import json
import uuid
from datetime import datetime

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.chart import Chart
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.scale import Scale
from alliance_desktop.domain.scale_answers import (
    AnswerDraft,
    Filled,
    KeptAnswers,
    KeptScale,
    answers_digest,
    filled,
    items_from,
    plain_items,
    scale_digest,
)
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.scale_models import ScaleAnswerRow, ScaleRow
from alliance_desktop.words import _


class ScaleThere(AllianceError):
    """Two scales in use would have one name."""


class ScaleChanged(AllianceError):
    """A scale was changed already; the newer one is the one to change."""


@transaction
def make(scale: Scale, now: datetime) -> KeptScale:
    """Keep a new scale; raises ``ScaleUnclear`` and ``ScaleThere``."""
    return _insert(scale.checked(), str(uuid.uuid4()), None, now)


@transaction
def change(scale_id: int, scale: Scale, now: datetime) -> KeptScale:
    """Keep a scale as it is from now on; what was answered stays under the words of its day.

    Raises ``ScaleUnclear``, ``ScaleThere``, and ``ScaleChanged`` where it was changed already. A scale that says the
    same is left as it is.
    """
    checked, before = scale.checked(), one(scale_id)
    if ScaleRow.get_or_none(ScaleRow.replaces == scale_id) is not None:
        raise ScaleChanged(_("This scale was changed already. Please look at it as it is now."))
    return before if checked == before.scale else _insert(checked, before.uid, scale_id, now)


@transaction
def end(scale_id: int, now: datetime) -> KeptScale:
    """Offer a scale no longer; what was answered stays. ``take_up`` undoes it."""
    ScaleRow.update(ended_at=now).where(ScaleRow.id == scale_id).execute()
    audit.record("ended", "scale", scale_id, now)
    return one(scale_id)


@transaction
def take_up(scale_id: int, now: datetime) -> KeptScale:
    """Undo ``end``; raises ``ScaleThere``."""
    _refuse_same_name(one(scale_id).scale, scale_id)
    ScaleRow.update(ended_at=None).where(ScaleRow.id == scale_id).execute()
    audit.record("taken up", "scale", scale_id, now)
    return one(scale_id)


def one(scale_id: int) -> KeptScale:
    """One scale as it was made; raises ``LookupError`` where there is none."""
    row = ScaleRow.get_or_none(ScaleRow.id == scale_id)
    if row is None:
        raise LookupError(scale_id)
    return _scale(row)


def in_use() -> tuple[KeptScale, ...]:
    """The scales that can be filled in, as they are now, by their names."""
    return tuple(sorted((each for each in _newest() if each.ended_at is None), key=lambda k: k.scale.name.casefold()))


def ended() -> tuple[KeptScale, ...]:
    """The scales that are no longer offered, the one ended last first."""
    return tuple(each for each in sorted(_newest(), key=_ended_at, reverse=True) if each.ended_at is not None)


def _ended_at(kept: KeptScale) -> datetime:
    return kept.ended_at or kept.at


@transaction
def fill_in(client_id: int, scale_id: int, draft: AnswerDraft, now: datetime) -> KeptAnswers:
    """Keep what a client answered; raises ``NothingAnswered`` and ``AnswersToCome``."""
    draft.refuse_unclear(one(scale_id).scale, local_day(now))
    told = canonical(list(draft.answers)).decode()
    row_id = ScaleAnswerRow.insert(
        client=client_id, scale=scale_id, day=draft.day, how=draft.how, answers=told, at=now
    ).execute()
    clients.touch(client_id, now)
    made = _answers(ScaleAnswerRow.get_by_id(row_id))
    audit.record("filled in", "scale answer", row_id, now, answers_digest(made))
    return made


@transaction
def take_back(answer_id: int, now: datetime) -> KeptAnswers:
    """Leave a set out that was filled in wrongly; it stays in the file. ``bring_back`` undoes it."""
    ScaleAnswerRow.update(taken_back_at=now).where(ScaleAnswerRow.id == answer_id).execute()
    audit.record("taken back", "scale answer", answer_id, now)
    return _answers(ScaleAnswerRow.get_by_id(answer_id))


@transaction
def bring_back(answer_id: int, now: datetime) -> KeptAnswers:
    """Undo ``take_back``."""
    ScaleAnswerRow.update(taken_back_at=None).where(ScaleAnswerRow.id == answer_id).execute()
    audit.record("brought back", "scale answer", answer_id, now)
    return _answers(ScaleAnswerRow.get_by_id(answer_id))


def of(client_id: int) -> tuple[Filled, ...]:
    """What a client answered and nobody left out, by scale; those filled in last come first, former ones at the end."""
    rows = list(
        ScaleAnswerRow.select(ScaleAnswerRow, ScaleRow)
        .join(ScaleRow)
        .where(ScaleAnswerRow.client == client_id, ScaleAnswerRow.taken_back_at.is_null())
    )
    return filled((_answers(row) for row in rows), {each.uid: each for each in _newest()}) if rows else ()


def charts(client_id: int) -> tuple[Chart, ...]:
    """The lines of a client's scales that have a score, for the screen's twin on paper."""
    return tuple(chart for each in of(client_id) if not each.former and (chart := each.chart) is not None)


def scale_intact(scale_id: int, digest: str) -> bool:
    """True while a scale says what it said when it was made."""
    return scale_digest(one(scale_id)) == digest


def answers_intact(answer_id: int, digest: str) -> bool:
    """True while a set of answers, and the scale under it, is what was filled in."""
    return answers_digest(_answers(ScaleAnswerRow.get_by_id(answer_id))) == digest


def _newest() -> tuple[KeptScale, ...]:
    """Each scale as it is now: what no other row replaces."""
    replaced = ScaleRow.select(ScaleRow.replaces).where(ScaleRow.replaces.is_null(False))
    return tuple(_scale(row) for row in ScaleRow.select().where(ScaleRow.id.not_in(replaced)).order_by(ScaleRow.id))


def _refuse_same_name(scale: Scale, *but: int | None) -> None:
    same = (each for each in in_use() if each.scale.name.casefold() == scale.name.casefold() and each.id not in but)
    if next(same, None) is not None:
        raise ScaleThere(_("There is a scale of this name already. Another word tells them apart."))


def _insert(scale: Scale, uid: str, replaces: int | None, now: datetime) -> KeptScale:
    _refuse_same_name(scale, replaces)
    row_id = ScaleRow.insert(
        uid=uid,
        name=scale.name,
        items=canonical(plain_items(scale.items)).decode(),
        lowest=scale.lowest,
        highest=scale.highest,
        low_words=scale.low_words,
        high_words=scale.high_words,
        method=scale.method,
        better=scale.better,
        licence=scale.licence,
        reliability=scale.reliability,
        sd=scale.sd,
        mcid=scale.mcid,
        mcid_source=scale.mcid_source,
        replaces=replaces,
        at=now,
    ).execute()
    kept = one(row_id)
    audit.record("made", "scale", row_id, now, scale_digest(kept))
    return kept


def _scale(row: ScaleRow) -> KeptScale:
    scale = Scale(
        row.name,
        items_from(json.loads(row.items)),
        row.lowest,
        row.highest,
        row.low_words,
        row.high_words,
        row.method,
        row.better,
        row.licence,
        row.reliability,
        row.sd,
        row.mcid,
        row.mcid_source,
    )
    return KeptScale(row.id, row.uid, scale, row.at, row.replaces_id, row.ended_at)


def _answers(row: ScaleAnswerRow) -> KeptAnswers:
    draft = AnswerDraft(row.day, tuple(json.loads(row.answers)), row.how)
    return KeptAnswers(row.id, row.client_id, _scale(row.scale), draft)
