"""The trail of what was done: ids and field names, never the words of a record."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One link of the chain."""

    seq: int
    at: datetime
    action: str
    entity: str
    entity_id: int
    detail: str


@dataclass(frozen=True, slots=True)
class Check:
    """One integrity check: its name, whether it held, and what to know about it."""

    name: str
    held: bool
    words: str
