"""The therapist's snippets: a short word for each text that is written again and again."""

import re
from datetime import datetime

from alliance_desktop.domain.snippet import LONGEST_WORD, SIGN, Snippet
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.note_models import SnippetRow
from alliance_desktop.words import _


class SnippetUnclear(AllianceError):
    """A snippet has one word and a text."""


def every() -> tuple[Snippet, ...]:
    """All snippets, by their words."""
    return tuple(Snippet(row.word, row.words) for row in SnippetRow.select().order_by(SnippetRow.word))


def checked(snippet: Snippet) -> Snippet:
    """The snippet as it can be kept; raises ``SnippetUnclear``."""
    word, words = snippet.word.strip().removeprefix(SIGN).casefold(), snippet.words.strip()
    if not re.fullmatch(r"\w+", word) or len(word) > LONGEST_WORD:
        told = _("The word for a snippet is letters and figures without a space, {n} at most.")
        raise SnippetUnclear(told.format(n=LONGEST_WORD))
    if not words:
        raise SnippetUnclear(_("Please type the text that the word stands for."))
    return Snippet(word, words)


@transaction
def keep(snippet: Snippet, now: datetime) -> Snippet:
    """Keep a snippet, in place of one with the same word; raises ``SnippetUnclear``."""
    kept = checked(snippet)
    SnippetRow.delete().where(SnippetRow.word == kept.word).execute()
    SnippetRow.insert(word=kept.word, words=kept.words).execute()
    audit.record("kept", "snippet", 0, now)
    return kept


@transaction
def remove(snippet: Snippet, now: datetime) -> Snippet:
    """Let a snippet go and return it, so that this can be undone; notes keep what it became."""
    SnippetRow.delete().where(SnippetRow.word == snippet.word).execute()
    audit.record("removed", "snippet", 0, now)
    return snippet
