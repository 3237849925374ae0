"""Whatever is ticked in, no paper holds more of the records than the plan, the names on it and the practice's strip.

Every column of every table that holds words has a sentinel of its own, and each paper is drawn with all its parts.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from alliance_desktop.documents import sheets
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import LetterPart
from alliance_desktop.domain.paper_section import OFF_AT_FIRST
from alliance_desktop.domain.plan import Commitment, Goal, HowSigned, PlanContent, PlanVersion, Reservation, Signer
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.scale_answers import HowFilled
from alliance_desktop.domain.session import NoteKey, whose_field
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import clients, left_out, letters, papers, plans
from alliance_desktop.storage import limit_models, models, note_models, scale_models
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.fields import DayField, KindField, MomentField, WordsField

Reader = Callable[[bytes], str]
STRIP = {"practice.therapist", "practice.title", "practice.phone"}
CONTACT = {"practice.name", "practice.address", "practice.email"}
NAMES = {"client.chosen_name"}
# A slip names nobody; what a person signed aloud stands beside the name.
PRINTED = {
    DocumentKind.PLAN: STRIP | NAMES | {"signature.reason"},
    DocumentKind.HOME_CARE: STRIP | NAMES | {"note_home.words"},
    DocumentKind.POCKET_CARD: STRIP | NAMES | {"note_home.words"},
    DocumentKind.THINK_BEFORE: STRIP | NAMES,
    DocumentKind.GUIDE: STRIP | NAMES | {"paper_text.words"},
    DocumentKind.PRIVACY: STRIP | NAMES,
    DocumentKind.BLANK_PLAN: STRIP | NAMES,
    DocumentKind.CLOSING_SLIPS: set(),
    # The client's own numbers, and what of a note is for its client: never what was thought.
    # Of a scale its name and what its numbers mean, not what it asks nor what allows its use.
    DocumentKind.PROGRESS: STRIP | NAMES | {"rating.measure", "scale.name", "scale.low_words", "scale.high_words"},
    DocumentKind.VISIT_SUMMARY: STRIP
    | NAMES
    | {"rating.measure", "session.promise", "note_home.words", "note_mark.words"}
    | {f"note_field.{key}" for key in ("asked", "did", "response")},
    # Each part of a letter has its tick, and all of them are ticked here.
    DocumentKind.REFERRAL: STRIP
    | CONTACT
    | {"client.full_name", "rating.measure", "note_field.found", "note_field.did"},
    DocumentKind.ENDING: STRIP | CONTACT | NAMES | {"rating.measure"},
}
# These are written by what people do with a plan.
SIGNED_FIRST = (models.SignedNoteRow, models.AddendumRow, limit_models.ClientStatementRow)
FIXED: dict[str, Any] = {"language": "en", "view": "front", "region": "", "x": 0.5, "y": 0.5}
BY_THE_SERVICES = {models.PlanVersionRow, models.SignatureRow}


class Sentinels:
    """A short word of its own for every place."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def of(self, place: str) -> str:
        return self.places.setdefault(place, f"Zq{len(self.places):02}x")

    def found(self, text: str) -> set[str]:
        return {place for place, word in self.places.items() if word in text}


def tables() -> list[Any]:
    every = {**vars(models), **vars(note_models), **vars(limit_models), **vars(scale_models)}.values()
    rows = [model for model in every if isinstance(model, type) and issubclass(model, models.Row)]
    found = [model for model in rows if any(isinstance(field, WordsField) for field in fields_of(model))]
    # What belongs to a note comes before it is signed, what is said to it afterwards.
    return sorted(found, key=lambda model: SIGNED_FIRST.index(model) if model in SIGNED_FIRST else -1)


def fields_of(model: Any) -> list[Any]:
    return list(model._meta.sorted_fields)  # noqa: SLF001  # peewee's documented name for what it knows of a table


@transaction
def fill(model: Any, sentinels: Sentinels, now: datetime, references: dict[str, int]) -> None:
    """Put a sentinel into each column of words: in the row there is, else in a new one."""
    table = model._meta.table_name  # noqa: SLF001  # as above
    if model is models.NoteFieldRow:
        for key in NoteKey:
            words = sentinels.of(f"note_field.{key}")
            model.insert(session=1, key=key, whose=whose_field(key), words=words, touched=True).execute()
        return
    told = {f.name: sentinels.of(f"{table}.{f.name}") for f in fields_of(model) if isinstance(f, WordsField)}
    if model is models.PracticeRow:
        model.update(**told).execute()
        return
    if model is models.SignedNoteRow:
        models.SessionRow.update(signed_at=now).execute()
    others: dict[str, Any] = {}
    for field in fields_of(model):
        if field.name in told or field.primary_key or field.null:
            continue
        if field.name in references:
            others[field.name] = references[field.name]
        elif isinstance(field, KindField):
            others[field.name] = next(iter(field.kind))
        elif isinstance(field, DayField):
            others[field.name] = now.date()
        elif isinstance(field, MomentField):
            others[field.name] = now
        elif field.name in FIXED:
            others[field.name] = FIXED[field.name]
        else:
            others[field.name] = 1 if field.field_type in ("INT", "BOOL") else "x"
    if model is models.RatingRow:
        others["before"] = 4
    if model is scale_models.ScaleRow:
        items = [{"words": sentinels.of("scale.items"), "reverse": False}]
        others |= {"items": json.dumps(items), "lowest": 0, "highest": 10}
    model.insert(**told, **others).execute()


def signed(client_id: int, name: str, sentinels: Sentinels, now: datetime) -> PlanVersion:
    content = PlanContent(
        Said("My garden"),
        (Goal("g", Said("Weed for an hour"), "Lifting", "Weeding", 3, 8),),
        commitments=(Commitment("c", Whose.CLIENT, "Stretch", "daily"),),
        reservations=(Reservation("r", Said(name)),),
    )
    plan = plans.begin(client_id, now)
    plans.keep_draft(plan.id, content, now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        reason = sentinels.of("signature.reason")
        version = plans.sign(version.id, signer, HowSigned.ALOUD, now, reason=reason)
    return version


def record_of(kind: DocumentKind, version: PlanVersion, client_id: int, now: datetime) -> Any:
    """What the paper is drawn from, with every part ticked in."""
    if kind.needs_plan:
        return papers.of_plan(version, kind)
    if kind.of_visits:
        for section in OFF_AT_FIRST if kind is DocumentKind.PROGRESS else ():
            left_out.put_back(client_id, kind, section, now)
        return papers.of_visits(kind, client_id, now.date())
    if kind.is_letter:
        paper = letters.paper(client_id, kind, now.date())
        return replace(paper, draft=replace(paper.draft, ticked=frozenset(LetterPart)))
    return papers.loose(kind, now.date(), client_id)


@pytest.mark.usefixtures("practice")
@pytest.mark.parametrize("large", [False, True])
def test_no_paper_holds_what_is_private_whatever_is_ticked_in(read: Reader, now: datetime, large: bool) -> None:
    sentinels = Sentinels()
    names = [field.name for field in fields_of(models.ClientRow) if isinstance(field, WordsField)]
    profiles: list[dict[str, Any]] = [
        {name: sentinels.of(f"{whose}.{name}") for name in names} for whose in ("client", "another client")
    ]
    maria, other = (clients.welcome(ClientDraft(**profile), now).id for profile in profiles)
    fill(models.PracticeRow, sentinels, now, {})
    version = signed(maria, "Will it hurt?", sentinels, now)
    signed(other, sentinels.of("another client.doubt"), sentinels, now)
    references = {"client": maria, "session": 1, "consent": 1, "plan": version.plan_id, "item": 1}
    for model in tables():
        if model not in {models.PracticeRow, models.ClientRow, *BY_THE_SERVICES}:
            fill(model, sentinels, now, references)
    assert {place.split(".")[0] for place in sentinels.places} >= {
        *("session", "note_field", "health_item", "addendum", "boundary_note", "client_statement", "red_flag", "scale"),
    }
    answered = {"client": maria, "scale": 1, "day": now.date(), "how": HowFilled.TOGETHER, "answers": "[4]", "at": now}
    scale_models.ScaleAnswerRow.insert(**answered).execute()
    for kind in DocumentKind:
        record = record_of(kind, version, maria, now)
        assert not record.left_out
        found = sentinels.found(read(sheets.draw(kind, record, Paper.A4, large).data))
        # Large print has no room for the title, but over a line to sign on.
        assert found == PRINTED[kind] - ({"practice.title"} if large and not kind.is_letter else set()), kind
