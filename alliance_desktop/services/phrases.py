"""What this practice wrote in its plans before, to be picked again: its own words, never what a client said.

With ``before`` it is for a client's eyes: only what stood in their own plans, or in those of several others, and names
nobody else.
"""

from alliance_desktop.domain.folding import folded_words
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Whose
from alliance_desktop.storage.database import database

_MOST = 200
# What was written for so many is about none of them.
_SEVERAL = 2


def used(phrase: Phrase, whose: Whose | None = None, before: int | None = None) -> tuple[str, ...]:
    """What stood in this place of a plan, each once, the newest first; with ``whose`` only what one of the two does."""
    query, whom = _query(phrase), "" if whose is None else str(whose)
    rows = database.execute_sql(query, (whom, whom, before, _SEVERAL, _MOST)).fetchall()
    found = tuple(str(row[0]) for row in rows)
    if before is None or not found:
        return found
    others = names_of_others(before)
    return tuple(each for each in found if not others & set(folded_words(each)))


def _query(phrase: Phrase) -> str:
    """Read one place of all plans; what people said stands in other places, and who is being deleted is left out."""
    *lists, last = phrase.split("[]")
    tables, part = "", "v.content"
    for depth, name in enumerate(lists):
        tables += f", json_each({part}, '$.{name.lstrip('.')}') AS part{depth}"
        part = f"part{depth}.value"
    words = f"json_extract({part}, '$.{last.lstrip('.')}')" if last else part
    whose = f"json_extract({part}, '$.whose')" if last and lists else "''"
    return (
        f"SELECT trim({words}) AS words FROM plan_version v "
        f"JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id{tables} "
        f"WHERE c.deleted_at IS NULL AND words <> '' AND (? = '' OR {whose} = ?) GROUP BY words "
        "HAVING max(p.client_id = coalesce(?, p.client_id)) OR count(DISTINCT p.client_id) >= ? "
        "ORDER BY max(v.id) DESC, words LIMIT ?"
    )


def names_of_others(client_id: int) -> set[str]:
    """The parts of the names of everybody but one client, folded."""
    rows = database.execute_sql("SELECT full_name, chosen_name FROM client WHERE id <> ?", (client_id,)).fetchall()
    return {part for full, chosen in rows for part in folded_words(f"{full} {chosen}")}
