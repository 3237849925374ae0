"""Whatever a paper would print that no font has is named before it is handed out, on every paper."""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from alliance_desktop.documents import sheets
from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.glossary import Explained
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.privacy import PrivacyFacts
from alliance_desktop.domain.voice import Whose
from tests.documents.any_visits import has_own_record, of_kind

Reader = Callable[[bytes], str]
# Keys, and what says the same as another text does.
FACTS = PrivacyFacts(date(2026, 11, 26))
_NOT_WORDS = {
    "uid",
    "runs",
    "digest",
    "previous_digest",
    "way",
    "language",
    "left_out",
    "done",
    "strangers",
    "swaps",
    "view",
    "region",
}


def marked(value: Any, numbers: Iterator[int]) -> Any:
    """The same record with a word of its own, in letters that no font has, in place of every text."""
    if type(value) is str:
        return f"夜q{next(numbers)}z" if value else value
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _NOT_WORDS}
        return replace(value, **{name: marked(part, numbers) for name, part in told.items()})
    if isinstance(value, dict):
        return {key: marked(part, numbers) for key, part in value.items()}
    return tuple(marked(part, numbers) for part in value) if isinstance(value, tuple) else value


@pytest.fixture
def filled(whole: PlanPaper) -> PlanPaper:
    """A plan with words in every part that has any."""
    region = body.view("back").regions[0]
    mark = Mark("m", Whose.CLIENT, MarkKind.ACHE, "back", region.id, region.centre, note="at night")
    content = replace(
        whole.version.content, marks=(mark,), guardian="Eva Feldner", interpreter="Luis Prado", reflection="You rest"
    )
    signatures = tuple(replace(given, reason="by phone") for given in whole.version.signatures)
    return replace(
        whole,
        version=replace(whole.version, content=content, signatures=signatures),
        practice=replace(whole.practice, name="Quiet Hands"),
        explained=(Explained("fascia", "a thin layer"),),
    )


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_words_that_cannot_be_printed_are_named_on_every_paper(
    filled: PlanPaper, read: Reader, kind: DocumentKind, large: bool
) -> None:
    loose = LoosePaper(filled.practice, "Maria", ("Lift Leo",), texts=dict.fromkeys(PaperText, "Say it"), facts=FACTS)
    own = of_kind(kind, filled.practice) if has_own_record(kind) else loose
    record = marked(filled if kind.needs_plan else own, itertools.count(100))
    drawn = sheets.draw(kind, record, Paper.A4, large)
    printed = set(re.findall(r"\[\?\](q\d+z)", read(drawn.data)))
    named = set(re.findall(r"夜(q\d+z)", " ".join(told for told in drawn.remarks if "cannot be printed" in told)))
    # Nobody is named on a slip.
    assert bool(printed) == (kind is not DocumentKind.CLOSING_SLIPS)
    assert printed - named == set()
    # Large print has no room for the title, and a signature is a drawing unless it was given aloud.
    if kind is not DocumentKind.PLAN and not large:
        assert named - printed == set()
