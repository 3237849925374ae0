"""What was printed or handed out, kept byte for byte."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alliance_desktop.words import _


class DocumentKind(StrEnum):
    """What sort of paper it is; the stored value never changes."""

    PLAN = "plan"
    HOME_CARE = "home care"
    POCKET_CARD = "pocket card"
    THINK_BEFORE = "think before"
    PROGRESS = "progress"
    VISIT_SUMMARY = "visit summary"
    GUIDE = "guide"
    PRIVACY = "privacy"
    BLANK_PLAN = "blank plan"
    CLOSING_SLIPS = "closing slips"
    REFERRAL = "referral letter"
    ENDING = "ending letter"

    @property
    def words(self) -> str:
        """How the paper is called where it is chosen and listed."""
        return {
            DocumentKind.PLAN: _("Our plan"),
            DocumentKind.HOME_CARE: _("Home care"),
            DocumentKind.POCKET_CARD: _("Pocket card"),
            DocumentKind.THINK_BEFORE: _("Think before you come"),
            DocumentKind.PROGRESS: _("How it goes"),
            DocumentKind.VISIT_SUMMARY: _("Visit summary"),
            DocumentKind.GUIDE: _("Guide: you can always say it"),
            DocumentKind.PRIVACY: _("How your words are kept"),
            DocumentKind.BLANK_PLAN: _("Blank plan"),
            DocumentKind.CLOSING_SLIPS: _("Slips for the closing check"),
            DocumentKind.REFERRAL: _("Letter to a doctor or colleague"),
            DocumentKind.ENDING: _("Letter at the end"),
        }[self]

    @property
    def needs_plan(self) -> bool:
        """True for what is drawn from one version of a plan."""
        return self in (DocumentKind.PLAN, DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD)

    @property
    def of_visits(self) -> bool:
        """True for what is drawn from the record of the visits themselves."""
        return self in (DocumentKind.PROGRESS, DocumentKind.VISIT_SUMMARY)

    @property
    def is_letter(self) -> bool:
        """True for what is written as a text before it is printed."""
        return self in (DocumentKind.REFERRAL, DocumentKind.ENDING)

    @property
    def file_name(self) -> str:
        """What a saved file is called: never by anybody's name."""
        return f"{self.value.replace(' ', '-')}.pdf"


class Given(StrEnum):
    """What happened to the paper."""

    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One paper that left the program: which, when, of which version or visit (0 where it is of none), how large."""

    id: int
    client_id: int
    kind: DocumentKind
    given: Given
    version: int
    pages: int
    size: int
    at: datetime
