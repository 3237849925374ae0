"""Many rows at once with the same truths as one by one: the trail's links, and statements that carry many rows."""

import hmac
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

from alliance_desktop.services import audit
from alliance_desktop.storage.database import database

# SQLite saves its full-text index at every statement that has triggers: few long statements are five times as fast.
_ROWS = 1000


class Ledger:
    """Links of the audit trail, waiting to be stored with the rows that they tell of."""

    def __init__(self) -> None:
        self._sealing = hmac.new(database.key.audit, digestmod="sha256")
        self._seq, self._previous = audit.head()
        self._rows: list[tuple[Any, ...]] = []

    def take_up(self) -> None:
        """Go on from the last link that is stored; to be called before each transaction's first ``add``."""
        self._seq, self._previous = audit.head()

    def add(self, at: str, action: str, entity: str, entity_id: int, detail: str = "") -> None:
        """Add one link; the words must be plain letters, as those of the program are."""
        self._seq += 1
        told = f'[{self._seq},"{at}","{action}","{entity}",{entity_id},"{detail}","{self._previous}"]'
        link = self._sealing.copy()
        link.update(told.encode())
        own = link.hexdigest()
        self._rows.append((self._seq, at, action, entity, entity_id, detail, self._previous, own))
        self._previous = own

    def store(self) -> None:
        """Write the links; inside the transaction of what they tell of."""
        insert("audit", "seq,at,action,entity,entity_id,detail,prev_hash,hash", self._rows)
        self._rows.clear()


def insert(table: str, columns: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, many a statement; inside the caller's transaction."""
    connection = database.connection()
    for start in range(0, len(rows), _ROWS):
        some = rows[start : start + _ROWS]
        connection.execute(_statement(table, columns, len(some)), list(chain.from_iterable(some)))


def newest(table: str) -> int:
    """Return the highest id of a table, 0 while it is empty."""
    return int(database.connection().execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])


@cache
def _statement(table: str, columns: str, rows: int) -> str:
    places = ",".join("?" * (columns.count(",") + 1))
    return f"INSERT INTO {table} ({columns}) VALUES " + ",".join([f"({places})"] * rows)
