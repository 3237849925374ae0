"""Keeps what was typed into a form that nobody accepted yet, and lets it go once it was accepted or left."""

import json
from collections.abc import Mapping
from datetime import datetime

from peewee import JOIN, Expression

from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import ClientRow, HeldFormRow

_TOLD_ELSEWHERE = (Form.REASONS, Form.SNIPPET, Form.SCALE)


@transaction
def hold(client_id: int | None, form: Form, about_id: int, typed: Mapping[str, str], now: datetime) -> None:
    """Keep what stands in a form, in place of what was kept of the same form; nothing typed lets it go."""
    _same(client_id, form, about_id)
    if typed:
        HeldFormRow.insert(
            client=client_id,
            form=form,
            about_id=about_id,
            typed=json.dumps(dict(typed), ensure_ascii=False),
            held_at=now,
        ).execute()


@transaction
def let_go(client_id: int | None, form: Form, about_id: int, now: datetime) -> None:
    """Forget what was kept of a form: it was accepted, or left on purpose."""
    _same(client_id, form, about_id)


def of(client_id: int | None, form: Form, about_id: int = 0) -> Mapping[str, str]:
    """What is kept of one form; empty when nothing is."""
    row = HeldFormRow.get_or_none(_about(client_id), HeldFormRow.form == form, HeldFormRow.about_id == about_id)
    return {} if row is None else dict(json.loads(row.typed))


def waiting(limit: int = 12) -> tuple[HeldForm, ...]:
    """Forms to go on with, newest first, of clients who are still here.

    Reasons in a plan wait with the plan, which is told of itself, and a snippet or a scale waits in the settings.
    """
    rows = (
        HeldFormRow.select(HeldFormRow, ClientRow)
        .join(ClientRow, JOIN.LEFT_OUTER)
        .where(
            ClientRow.deleted_at.is_null(), ClientRow.archived_at.is_null(), HeldFormRow.form.not_in(_TOLD_ELSEWHERE)
        )
        .order_by(HeldFormRow.held_at.desc(), HeldFormRow.id.desc())
        .limit(limit)
    )
    return tuple(_held(row) for row in rows)


def _held(row: HeldFormRow) -> HeldForm:
    name = "" if row.client_id is None else row.client.full_name
    return HeldForm(row.id, row.client_id, row.form, row.about_id, dict(json.loads(row.typed)), row.held_at, name)


def _same(client_id: int | None, form: Form, about_id: int) -> None:
    HeldFormRow.delete().where(_about(client_id), HeldFormRow.form == form, HeldFormRow.about_id == about_id).execute()


def _about(client_id: int | None) -> Expression:
    return HeldFormRow.client.is_null() if client_id is None else HeldFormRow.client == client_id
