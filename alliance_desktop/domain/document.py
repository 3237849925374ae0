"""What was printed or handed out, kept byte for byte."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DocumentKind(StrEnum):
    """What sort of paper it is."""

    PLAN = "plan"
    HOME_CARE = "home care"


class Given(StrEnum):
    """What happened to the paper."""

    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One paper that left the program: which, when, of which version, how large."""

    id: int
    client_id: int
    kind: DocumentKind
    given: Given
    version: int
    pages: int
    size: int
    at: datetime
