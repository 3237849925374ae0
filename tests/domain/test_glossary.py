"""Professional words are found as whole words, in the order in which they are met."""

import pytest

from alliance_desktop import resources
from alliance_desktop.domain import glossary
from alliance_desktop.domain.glossary import Explained


def test_only_whole_words_are_found_and_in_reading_order() -> None:
    known = glossary.entries("fascia: a layer\npsoas: a muscle\nacute: new\n# a note: nothing\nempty:\n")
    assert [each.word for each in known] == ["fascia", "psoas", "acute"]
    assert glossary.occurring(known, ["The Psoas, then", "fascia. Fascial release, subacute"]) == (
        Explained("psoas", "a muscle"),
        Explained("fascia", "a layer"),
    )


def test_a_paper_explains_six_at_the_most() -> None:
    known = tuple(Explained(f"word{n}", "plain") for n in range(9))
    assert len(glossary.occurring(known, [" ".join(each.word for each in known)])) == glossary.MOST


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_the_lists_are_in_order_and_explain_nothing_twice(language: str) -> None:
    known = glossary.entries(resources.text("words", f"glossary.{language}.txt"))
    assert len(known) > 20
    assert len({each.word.casefold() for each in known}) == len(known)
    assert all(len(each.meaning) < 70 for each in known)
