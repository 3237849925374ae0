"""What was said: written once, to the letter, and never changed."""

import uuid
from datetime import datetime

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.voice import Said, Voice, Whose
from alliance_desktop.storage.models import VoiceRow


def settle(client_id: int, said: Said, where_said: str, now: datetime) -> Said:
    """Return the words resting on a Voice row; writes one when they are new. Inside the caller's transaction."""
    if not said:
        return Said()
    held = VoiceRow.get_or_none(VoiceRow.uid == said.voice) if said.voice else None
    if held is not None and held.words == said.words and said.day in (None, held.day):
        return Said(held.words, held.day, held.uid)
    if (again := _said_before(client_id, said, where_said)) is not None:
        return again
    settled = Said(said.words, said.day or local_day(now), str(uuid.uuid4()))
    VoiceRow.insert(
        client=client_id,
        uid=settled.voice,
        whose=Whose.CLIENT,
        words=settled.words,
        day=settled.day,
        where_said=where_said,
        folded=folded(settled.words),
        recorded_at=now,
    ).execute()
    return settled


def _said_before(client_id: int, said: Said, where_said: str) -> Said | None:
    """The Voice that these very words rest on already, unless they were said on another day."""
    rows = VoiceRow.select().where(
        VoiceRow.client == client_id, VoiceRow.where_said == where_said, VoiceRow.words == said.words
    )
    if said.day is not None:
        rows = rows.where(VoiceRow.day == said.day)
    row = rows.order_by(VoiceRow.id.desc()).first()
    return Said(row.words, row.day, row.uid) if row is not None else None


def of(client_id: int) -> tuple[Voice, ...]:
    """Everything a client said, oldest first."""
    rows = VoiceRow.select().where(VoiceRow.client == client_id).order_by(VoiceRow.id)
    return tuple(Voice(r.uid, r.client_id, r.whose, r.words, r.day, r.where_said) for r in rows)
