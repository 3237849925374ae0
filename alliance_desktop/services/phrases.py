"""What this practice wrote in its plans before, to be picked again: its own words, never a client's.

With ``before`` it is for a client's eyes: only what stood in their own plans, or in those of several others, and names
nobody else.
"""

from alliance_desktop.domain.folding import folded_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.storage.database import database

_MOST = 200
# The newest first; what people said stands in other fields, and what is being deleted is not offered.
_QUERY = (
    "SELECT trim(json_extract(part.value, ?)) AS words FROM plan_version v "
    "JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id, json_each(v.content, ?) AS part "
    "WHERE c.deleted_at IS NULL AND words <> '' "
    "AND (? = '' OR json_extract(part.value, '$.whose') = ?) GROUP BY words "
    "HAVING max(p.client_id = coalesce(?, p.client_id)) OR count(DISTINCT p.client_id) >= ? "
    "ORDER BY max(v.id) DESC, words LIMIT ?"
)
# What was written for so many is about none of them.
_SEVERAL = 2


def promised(whose: Whose | None = None, before: int | None = None) -> tuple[str, ...]:
    """What somebody, or one of the two, was to do, each once, the newest first."""
    return _used("$.commitments", "$.what", "" if whose is None else str(whose), before)


def activities(before: int | None = None) -> tuple[str, ...]:
    """The activities of daily life that goals were about, each once, the newest first."""
    return _used("$.goals", "$.activity", "", before)


def _used(parts: str, words: str, whose: str, before: int | None) -> tuple[str, ...]:
    rows = database.execute_sql(_QUERY, (words, parts, whose, whose, before, _SEVERAL, _MOST)).fetchall()
    found = tuple(str(row[0]) for row in rows)
    if before is None or not found:
        return found
    others = _names_of_others(before)
    return tuple(each for each in found if not others & set(folded_words(each)))


def _names_of_others(client_id: int) -> set[str]:
    rows = database.execute_sql("SELECT full_name, chosen_name FROM client WHERE id <> ?", (client_id,)).fetchall()
    return {part for full, chosen in rows for part in folded_words(f"{full} {chosen}")}
