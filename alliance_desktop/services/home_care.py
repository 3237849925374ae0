"""What clients are given at a visit to do at home: as steps of their papers, and offered to be given again.

What was written for somebody else is offered only once it was written for several, and when it names nobody else: the
same caution as with the phrases of plans.
"""

from collections.abc import Sequence

from alliance_desktop.domain.folding import folded, folded_words
from alliance_desktop.domain.light_marks import read
from alliance_desktop.domain.plan import Commitment, PlanVersion
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import phrases
from alliance_desktop.storage.database import database

# So much of the newest is looked through; what was written for so many is about none of them.
_NEWEST, _SEVERAL = 400, 2


def as_steps(home: Sequence[str], version: PlanVersion | None) -> tuple[Commitment, ...]:
    """What a visit gave to do at home, as steps of a paper, but for what the plan says in the same words."""
    planned = version.content.promised(Whose.CLIENT) if version is not None else ()
    known = {folded(words) for step in planned for words in (step.what, f"{step.what} {step.how}")}
    told = (read(words).words.strip() for words in home)
    return tuple(Commitment("", Whose.CLIENT, words) for words in told if folded(words) not in known)


def offered(client_id: int) -> tuple[str, ...]:
    """What can be given again, each once: this client's own, newest first, then what others were given often."""
    rows = database.execute_sql(
        "SELECT s.client_id, h.words FROM note_home h JOIN session s ON s.id = h.session_id JOIN client c "
        "ON c.id = s.client_id WHERE c.deleted_at IS NULL ORDER BY s.day DESC, s.id DESC, h.place LIMIT ?",
        (_NEWEST,),
    ).fetchall()
    whose: dict[str, set[int]] = {}
    words: dict[str, str] = {}
    for owner, told in rows:
        words.setdefault(folded(told), told)
        whose.setdefault(folded(told), set()).add(owner)
    theirs = [key for key, owners in whose.items() if client_id in owners]
    others = phrases.names_of_others(client_id) if len(theirs) < len(whose) else set()
    often = [
        key
        for key, owners in whose.items()
        if client_id not in owners and len(owners) >= _SEVERAL and not others & set(folded_words(key))
    ]
    return tuple(words[key] for key in (*theirs, *often))
