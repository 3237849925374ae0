"""Columns that keep their kind: local days and UTC moments as ISO text, words of the domain as text."""

from datetime import date, datetime
from enum import StrEnum

from peewee import TextField

from alliance_desktop.domain.moments import moment_text
from alliance_desktop.domain.voice import Whose


class DayField(TextField):
    """A plain local date; it never shifts."""

    def db_value(self, value: date | None) -> str | None:
        return None if value is None else value.isoformat()

    def python_value(self, value: str | None) -> date | None:
        return None if value is None else date.fromisoformat(value)


class MomentField(TextField):
    """An aware moment, stored in UTC; a naive one raises ``ValueError``."""

    def db_value(self, value: datetime | None) -> str | None:
        return None if value is None else moment_text(value)

    def python_value(self, value: str | None) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class KindField(TextField):
    """A word of one of the domain's enumerations."""

    def __init__(self, kind: type[StrEnum], **options: object) -> None:
        super().__init__(**options)
        self.kind = kind

    def db_value(self, value: StrEnum | None) -> str | None:
        return None if value is None else str(value)

    def python_value(self, value: str | None) -> StrEnum | None:
        return None if value is None else self.kind(value)


class WordsField(TextField):
    """Words that a person can read; ``whose`` declares their voice, None where a column of the row tells it."""

    def __init__(self, whose: Whose | None, **options: object) -> None:
        super().__init__(**options)
        self.whose = whose


class CodeField(TextField):
    """Text for the program alone: uids, digests, canonical JSON, folded copies for searching."""
