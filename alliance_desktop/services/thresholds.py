"""The therapist's own limits for what is worth asking about; where nothing was set they are as usual."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from alliance_desktop.domain.alert_thresholds import SPANS, Thresholds, range_of, thresholds_from
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.visit_models import AlertThresholdRow
from alliance_desktop.words import _, number_words


class OutOfRange(AllianceError):
    """A limit lies outside of what makes sense."""


def current() -> Thresholds:
    """The limits that hold now."""
    stored = {row.name: row.value for row in AlertThresholdRow.select()}
    usual = asdict(Thresholds())
    return thresholds_from(
        {name: int(value) if isinstance(usual.get(name), int) else value for name, value in stored.items()}
    )


@transaction
def keep(name: str, value: float, now: datetime) -> Thresholds:
    """Set one limit; raises ``OutOfRange`` and then changes nothing. Whole numbers stay whole."""
    usual = asdict(Thresholds())[name]
    kept: Any = int(value) if isinstance(usual, int) else float(value)
    low, high = range_of(name)
    try:
        made = replace(current(), **{name: kept})
    except ValueError as trouble:
        raise OutOfRange(_refusal(name, kept, low, high)) from trouble
    AlertThresholdRow.delete().where(AlertThresholdRow.name == name).execute()
    if kept != usual:
        AlertThresholdRow.insert(name=name, value=kept).execute()
    audit.record("set", "alert threshold", 0, now, f"{name} {kept}")
    return made


@transaction
def as_usual(now: datetime) -> Thresholds:
    """Let every limit be as usual; returns those that held before, so that this can be undone."""
    before = current()
    AlertThresholdRow.delete().execute()
    audit.record("set", "alert threshold", 0, now, "all as usual")
    return before


@transaction
def put_back(limits: Thresholds, now: datetime) -> Thresholds:
    """Undo ``as_usual``."""
    usual = asdict(Thresholds())
    AlertThresholdRow.delete().execute()
    for name, value in asdict(limits).items():
        if value != usual[name]:
            AlertThresholdRow.insert(name=name, value=value).execute()
    audit.record("set", "alert threshold", 0, now, "put back")
    return current()


def _refusal(name: str, value: float, low: float, high: float) -> str:
    if low <= value <= high and any(name in span for span in SPANS):
        return _("The first of the two must not be more than the second. It stays as it was.")
    return _("This is between {low} and {high}. It stays as it was.").format(
        low=number_words(low), high=number_words(high)
    )
