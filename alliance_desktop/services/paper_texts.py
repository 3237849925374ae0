"""Words on paper that this practice puts in its own way, in each language that it prints in."""

from collections.abc import Mapping
from datetime import datetime

from peewee import Expression

from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import PaperTextRow


@transaction
def keep(kind: PaperText, language: str, words: str, now: datetime) -> Mapping[PaperText, str]:
    """Print these words from now on instead of ours; without any, or with ours, ours are printed."""
    own = words.strip() if words.strip() != kind.ours.strip() else ""
    if own == of(language).get(kind, ""):
        return of(language)
    PaperTextRow.delete().where(_this(kind, language)).execute()
    if own:
        PaperTextRow.insert(kind=kind, language=language, words=own).execute()
    audit.record("changed" if own else "put back", "paper text", 1, now, f"{kind} {language}")
    return of(language)


@transaction
def put_ours_back(kind: PaperText, language: str, now: datetime) -> str:
    """Print our words again; returns the practice's own, which stood there."""
    own = of(language).get(kind, "")
    keep(kind, language, "", now)
    return own


def of(language: str) -> Mapping[PaperText, str]:
    """The practice's own words in one language (ISO code); a part that is not there is printed in ours."""
    rows = PaperTextRow.select().where(PaperTextRow.language == language)
    return {row.kind: row.words for row in rows}


def _this(kind: PaperText, language: str) -> Expression:
    return (PaperTextRow.kind == kind) & (PaperTextRow.language == language)
