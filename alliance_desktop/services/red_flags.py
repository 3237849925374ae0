"""Red flags: what waits for the therapist's decision, and what was decided; kept for good, corrected by a new entry."""

import json
from datetime import datetime

from alliance_desktop.domain import red_flag
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.red_flag import Prompt, RedFlag, RedFlagDraft, RedFlagEntry, live, seal_of
from alliance_desktop.services import audit, clients, health, health_answers
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.limit_models import RedFlagRow


@transaction
def decide(client_id: int, draft: RedFlagDraft, now: datetime, replaces: int | None = None) -> RedFlagEntry:
    """Keep what was decided, today; an entry that ``replaces`` another is about the same thing and corrects it.

    Raises ``FlagMissing``, ``DecisionMissing`` and ``ReasonOfDecisionMissing``.
    """
    kept = draft.checked()
    row_id = RedFlagRow.insert(
        client=client_id,
        day=local_day(now),
        flags=json.dumps([flag for flag in RedFlag if flag in kept.flags]),
        about=kept.about,
        named=kept.named,
        decision=kept.decision,
        reason=kept.reason,
        replaces=replaces,
        at=now,
    ).execute()
    clients.touch(client_id, now)
    made = one(row_id)
    audit.record("decided", "red flag", row_id, now, seal_of(made))
    return made


def one(entry_id: int) -> RedFlagEntry:
    """One entry by its number."""
    return _entry(RedFlagRow.get_by_id(entry_id))


def of(client_id: int) -> tuple[RedFlagEntry, ...]:
    """All entries about a client, newest first, those that were corrected too."""
    rows = RedFlagRow.select().where(RedFlagRow.client == client_id)
    return tuple(_entry(row) for row in rows.order_by(RedFlagRow.day.desc(), RedFlagRow.id.desc()))


def waiting(client_id: int, now: datetime) -> tuple[Prompt, ...]:
    """What waits for a decision, of the newest answers and the health items."""
    decided = {entry.draft.about for entry in live(of(client_id))}
    answers, items = health_answers.last(client_id), health.of(client_id)
    return red_flag.waiting(answers, items, decided, local_day(now))


def intact(entry_id: int, seal: str) -> bool:
    """True when an entry says what was decided."""
    return seal_of(one(entry_id)) == seal


def _entry(row: RedFlagRow) -> RedFlagEntry:
    flags = frozenset(RedFlag(flag) for flag in json.loads(row.flags))
    draft = RedFlagDraft(flags, row.decision, row.reason, row.about, row.named)
    return RedFlagEntry(row.id, row.client_id, row.day, draft, row.at, row.replaces_id)
