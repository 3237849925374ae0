"""Closing checks: answered by the client, guessed by the therapist before looking, and from then on as they are."""

from datetime import date, datetime

from alliance_desktop.domain.alliance import ClosingCheck, HowAsked, KeptCheck, Strand, digest_of, reflects_first
from alliance_desktop.domain.voice import Said
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients, thresholds, voices
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.visit_models import ClosingCheckRow
from alliance_desktop.words import _

WHERE_SAID = "closing check"


class CheckSeen(AllianceError):
    """Answers that were looked at stay as they are."""


class CheckEmpty(AllianceError):
    """A slip has at least one answer or word."""


@transaction
def keep(client_id: int, check: ClosingCheck, reflect_first: bool, now: datetime) -> None:
    """Store what the client has answered on the screen so far; a check with nothing in it leaves nothing behind.

    ``check.guess`` is not theirs and is not stored. Once the therapist has looked, a new check of the day begins.
    """
    row = _open_row(client_id, check.day)
    told = {**_answered(check), "keep": check.keep, "change": check.change, "at": now, "reflect_first": reflect_first}
    if row is None:
        if check:
            made = {"client": client_id, "day": check.day, "how": HowAsked.SCREEN, **told}
            audit.record("began", "closing check", ClosingCheckRow.insert(**made).execute(), now)
    elif check:
        ClosingCheckRow.update(**told).where(ClosingCheckRow.id == row.id).execute()
    else:
        ClosingCheckRow.delete().where(ClosingCheckRow.id == row.id).execute()
        audit.record("left empty", "closing check", row.id, now)


def begun(client_id: int, day: date) -> ClosingCheck:
    """What the client has answered on a day that nobody has looked at; empty where there is nothing."""
    row = _open_row(client_id, day)
    return _kept(row).check if row is not None else ClosingCheck(day)


def waiting(client_id: int) -> KeptCheck | None:
    """The newest check that the therapist has not looked at yet."""
    row = _unseen(client_id).order_by(ClosingCheckRow.day.desc(), ClosingCheckRow.id.desc()).first()
    return _kept(row) if row is not None else None


def unseen_days(client_id: int) -> tuple[date, ...]:
    """The days of the checks that the therapist has not looked at yet."""
    return tuple(row.day for row in _unseen(client_id))


@transaction
def look(check_id: int, guess: dict[Strand, int], now: datetime) -> KeptCheck:
    """Keep what the therapist guessed, seal the answers, and return both; raises ``CheckSeen`` the second time."""
    row = ClosingCheckRow.get_by_id(check_id)
    if row.seen_at is not None:
        raise CheckSeen(_("These answers were looked at already."))
    ClosingCheckRow.update(**_guessed(guess), seen_at=now).where(ClosingCheckRow.id == check_id).execute()
    return _sealed(check_id, now)


@transaction
def type_slip(client_id: int, check: ClosingCheck, now: datetime) -> KeptCheck:
    """Store a slip of paper, typed in by the therapist, who has seen it; raises ``CheckEmpty``."""
    if not check:
        raise CheckEmpty(_("There is nothing on this slip yet."))
    told = {**_answered(check), **_guessed(dict(check.guess)), "keep": check.keep, "change": check.change, "at": now}
    made = {"client": client_id, "day": check.day, "how": HowAsked.SLIP, "reflect_first": False, "seen_at": now}
    return _sealed(ClosingCheckRow.insert(**made, **told).execute(), now)


def _sealed(check_id: int, now: datetime) -> KeptCheck:
    """Let the remarks be found by the search as everything that was said."""
    kept = _kept(ClosingCheckRow.get_by_id(check_id))
    for words in filter(str.strip, (kept.check.keep, kept.check.change)):
        voices.settle(kept.client_id, Said(words, kept.check.day), WHERE_SAID, now)
    clients.touch(kept.client_id, now)
    audit.record("looked at", "closing check", check_id, now, digest_of(kept))
    return kept


@transaction
def take_back(check_id: int, now: datetime) -> KeptCheck:
    """Leave a check out of everything, a slip of somebody else's for instance; it stays in the file."""
    ClosingCheckRow.update(taken_back_at=now).where(ClosingCheckRow.id == check_id).execute()
    audit.record("took back", "closing check", check_id, now)
    return _kept(ClosingCheckRow.get_by_id(check_id))


@transaction
def bring_back(check_id: int, now: datetime) -> KeptCheck:
    """Undo ``take_back``."""
    ClosingCheckRow.update(taken_back_at=None).where(ClosingCheckRow.id == check_id).execute()
    audit.record("brought back", "closing check", check_id, now)
    return _kept(ClosingCheckRow.get_by_id(check_id))


def intact(check_id: int, digest: str) -> bool:
    """True while a check that was looked at is what it was then."""
    return digest_of(_kept(ClosingCheckRow.get_by_id(check_id))) == digest


def of(client_id: int) -> tuple[KeptCheck, ...]:
    """Every check that was looked at and not taken back, oldest first."""
    rows = _there(client_id).where(ClosingCheckRow.seen_at.is_null(False))
    return tuple(_kept(row) for row in rows.order_by(ClosingCheckRow.day, ClosingCheckRow.id))


def begins_with_words(client_id: int) -> bool:
    """True where the open question comes first, because the last checks were all at the top."""
    rows = _there(client_id).order_by(ClosingCheckRow.day, ClosingCheckRow.id)
    return reflects_first([_kept(row).check for row in rows], thresholds.current().flat_top_visits)


def _there(client_id: int) -> ClosingCheckRow:
    return ClosingCheckRow.select().where(ClosingCheckRow.client == client_id, ClosingCheckRow.taken_back_at.is_null())


def _unseen(client_id: int) -> ClosingCheckRow:
    return _there(client_id).where(ClosingCheckRow.seen_at.is_null())


def _open_row(client_id: int, day: date) -> ClosingCheckRow | None:
    return _unseen(client_id).where(ClosingCheckRow.day == day).first()


def _answered(check: ClosingCheck) -> dict[str, int | None]:
    return {str(strand): check.answers.get(strand) for strand in Strand}


def _guessed(guess: dict[Strand, int]) -> dict[str, int | None]:
    return {f"guessed_{strand}": guess.get(strand) for strand in Strand}


def _kept(row: ClosingCheckRow) -> KeptCheck:
    answers = {strand: told for strand in Strand if (told := getattr(row, str(strand))) is not None}
    guess = {strand: told for strand in Strand if (told := getattr(row, f"guessed_{strand}")) is not None}
    check = ClosingCheck(row.day, answers, row.keep, row.change, guess)
    return KeptCheck(row.id, row.client_id, check, row.how, row.reflect_first, row.at, row.seen_at)
