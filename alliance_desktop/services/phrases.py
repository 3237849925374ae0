"""What this practice wrote in its plans before, to be picked again: its own words, never a client's."""

from alliance_desktop.domain.voice import Whose
from alliance_desktop.storage.database import database

_MOST = 200
# The newest first; what people said stands in other fields, and what is being deleted is not offered.
_QUERY = (
    "SELECT trim(json_extract(part.value, ?)) AS words FROM plan_version v "
    "JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id, json_each(v.content, ?) AS part "
    "WHERE c.deleted_at IS NULL AND words <> '' "
    "AND (? = '' OR json_extract(part.value, '$.whose') = ?) GROUP BY words ORDER BY max(v.id) DESC, words LIMIT ?"
)


def promised(whose: Whose | None = None) -> tuple[str, ...]:
    """What somebody, or one of the two, was to do, each once, the newest first."""
    return _used("$.commitments", "$.what", "" if whose is None else str(whose))


def activities() -> tuple[str, ...]:
    """The activities of daily life that goals were about, each once, the newest first."""
    return _used("$.goals", "$.activity")


def _used(parts: str, words: str, whose: str = "") -> tuple[str, ...]:
    return tuple(row[0] for row in database.execute_sql(_QUERY, (words, parts, whose, whose, _MOST)))
