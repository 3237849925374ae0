"""The tables are what the models say, every reference is indexed, every text has a voice, and guards hold."""

from datetime import datetime
from typing import Any

import pytest
from peewee import BlobField, BooleanField, FloatField, IntegerField

from alliance_desktop.domain.voice import Whose
from alliance_desktop.storage import limit_models, models, note_models, scale_models, visit_models
from alliance_desktop.storage.database import database
from alliance_desktop.storage.fields import CodeField, DayField, KindField, MomentField, WordsField

pytestmark = pytest.mark.usefixtures("practice")

TABLES = [
    model
    for model in {
        **vars(models), **vars(visit_models), **vars(note_models), **vars(limit_models), **vars(scale_models),
    }.values()
    if isinstance(model, type) and issubclass(model, models.Row) and model is not models.Row
    and model not in (models.ClientChild, models.SessionChild)
]  # fmt: skip

# What tells whose words a row holds, where the column itself cannot.
TELLS_WHOSE = {"whose", "signer"}


def about(model: type[models.Row]) -> Any:
    return model._meta  # noqa: SLF001  # peewee's documented name for what it knows of a table


def stored_tables() -> set[str]:
    rows = database.execute_sql("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    return {name for (name,) in rows if not name.startswith("sqlite_")}


def test_every_table_has_its_model_and_every_model_its_table() -> None:
    # The manifest is written into copies only, by the backup, which reads no models.
    assert {about(model).table_name for model in TABLES} == stored_tables() - {"backup_manifest"}


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_a_model_says_column_for_column_what_is_stored(model: type[models.Row]) -> None:
    rows = database.execute_sql(
        f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{about(model).table_name}')"
    )
    stored = {name: (kind, not notnull and not pk, bool(pk)) for name, kind, notnull, pk in rows}
    said = {field.column_name: (kind_of(field), field.null, field.primary_key) for field in about(model).sorted_fields}
    assert said == stored


def kind_of(field: object) -> str:
    if getattr(field, "rel_field", None) is not None:
        return kind_of(field.rel_field)  # type: ignore[attr-defined]
    if isinstance(field, BlobField):
        return "BLOB"
    if isinstance(field, FloatField):
        return "REAL"
    return "INTEGER" if isinstance(field, IntegerField | BooleanField) else "TEXT"


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_text_that_a_person_reads_declares_its_voice(model: type[models.Row]) -> None:
    names = {field.name for field in about(model).sorted_fields}
    for field in about(model).sorted_fields:
        if kind_of(field) != "TEXT":
            continue
        assert isinstance(field, WordsField | CodeField | DayField | MomentField | KindField), field.name
        if isinstance(field, WordsField):
            assert isinstance(field.whose, Whose) or names & TELLS_WHOSE, field.name


def test_every_reference_is_found_by_an_index() -> None:
    missing = []
    for table in stored_tables():
        firsts = {
            database.execute_sql(f"SELECT name FROM pragma_index_info('{name}') WHERE seqno = 0").fetchone()[0]
            for (name,) in database.execute_sql(
                f"SELECT name FROM pragma_index_list('{table}') WHERE partial = 0"
            ).fetchall()
        }
        keys = database.execute_sql(f"SELECT name FROM pragma_table_info('{table}') WHERE pk = 1").fetchall()
        firsts |= {name for (name,) in keys}
        references = database.execute_sql(f"SELECT \"from\" FROM pragma_foreign_key_list('{table}')").fetchall()
        missing += [f"{table}.{column}" for (column,) in references if column not in firsts]
    assert missing == []


def test_every_table_is_strict() -> None:
    rows = database.execute_sql(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
    )
    assert {name for (name,) in rows} == {"sqlite_schema"}


def test_triggers_use_nothing_but_what_is_built_in() -> None:
    bodies = database.execute_sql("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    assert len(bodies) > 30
    assert not [sql for (sql,) in bodies if "fold(" in sql.lower()]


def test_a_moment_without_its_zone_is_not_stored() -> None:
    with pytest.raises(ValueError, match="time zone"):
        MomentField().db_value(datetime(2026, 5, 19))  # noqa: DTZ001  # that is the point
