"""A snippet is one word and a text; it is changed, taken away and put back."""

from datetime import datetime

import pytest

from alliance_desktop.domain.snippet import Snippet
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import snippets
from alliance_desktop.services.snippets import SnippetUnclear


def test_a_snippet_is_kept_changed_removed_and_put_back(practice: PracticeFolder, now: datetime) -> None:
    snippets.keep(Snippet(";WW", " Warm pack on the low back. "), now)
    assert snippets.every() == (Snippet("ww", "Warm pack on the low back."),)
    snippets.keep(Snippet("ww", "Warm pack."), now)
    snippets.keep(Snippet("a", "Advice given."), now)
    assert [one.word for one in snippets.every()] == ["a", "ww"]
    gone = snippets.remove(Snippet("ww", "Warm pack."), now)
    assert [one.word for one in snippets.every()] == ["a"]
    snippets.keep(gone, now)
    assert snippets.every()[1] == gone


@pytest.mark.parametrize(("word", "words"), [("", "x"), ("two words", "x"), ("w;", "x"), ("x" * 21, "x"), ("w", " ")])
def test_what_could_never_be_typed_is_refused(practice: PracticeFolder, now: datetime, word: str, words: str) -> None:
    with pytest.raises(SnippetUnclear):
        snippets.keep(Snippet(word, words), now)
    assert snippets.every() == ()
