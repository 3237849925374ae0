"""Very long words and texts are cut where the page ends: the first part always fits, and no letter is lost."""

import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from reportlab.platypus import Flowable

from alliance_desktop.documents import sheets
from alliance_desktop.documents.columns import Columns, Stack
from alliance_desktop.documents.edition import GUTTER, Edition, span
from alliance_desktop.documents.marks import Ticked
from alliance_desktop.documents.quote import Quote
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import LetterDraft, LetterPaper, parts_of
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.plan import Commitment, Goal, PlanContent, Signs, Way
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.domain.privacy import PrivacyFacts
from alliance_desktop.domain.progress_paper import GoalWay, ProgressPaper
from alliance_desktop.domain.session import Rating
from alliance_desktop.domain.visit_paper import VisitPaper
from alliance_desktop.domain.voice import Said, Whose
from tests.documents.any_visits import has_own_record, progress, visit
from tests.documents.looking import ink_outside, lines_of
from tests.documents.test_body_figure import printed

# Words of several fonts, with and without places to break, and letters that are wider than others.
WORDS = (
    "walk", "I", "→→→", "→→ZZ", "well-being", "12345" * 9, "https://example.org/a/b/c?" * 3, "x" * 60, "é" * 30,
    "Z" * 200, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter",
)  # fmt: skip
texts = st.builds(
    lambda between, words: between.join(words),
    st.sampled_from((" ", "\n")),
    st.lists(st.sampled_from(WORDS), max_size=30),
)
few = settings(
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def pieces(edition: Edition, text: str, style: str) -> list[Flowable]:
    """The pieces of paper that may be cut, each with this text."""
    ticked = Ticked(edition, [edition.words(text, style), edition.words(text, "small")])
    beside = Columns([[Ticked(edition, [edition.words(text, style)])], [Quote(edition, text)]], [span(3)] * 2, GUTTER)
    return [edition.words(text, style), ticked, Quote(edition, text), beside, Stack([edition.words(text, style)])]


@settings(few, max_examples=60)
@given(text=texts, style=st.sampled_from(("body", "small", "strong")), large=st.booleans(), part=st.floats(0.05, 0.95))
def test_the_first_part_of_a_cut_fits_the_room_it_was_cut_for(text: str, style: str, large: bool, part: float) -> None:
    for piece in pieces(Edition(Paper.A4, large), text, style):
        room = piece.wrap(span(6), 1e6)[1] * part
        cut = piece.split(span(6), room)
        assert not cut or cut[0].wrap(span(6), 1e6)[1] <= room + 1e-5


def test_a_long_word_that_is_broken_anew_takes_no_more_than_its_room() -> None:
    edition, physio = Edition(Paper.A4), "physiotherapeutischerseits"
    words = (physio, "well-being", WORDS[-1], physio, "→→→", "12345" * 9, "é" * 30, "well-being")
    room = 2 * edition.styles["strong"].leading
    cut = edition.words(" ".join(words), "strong").split(span(3), room)
    assert not cut or cut[0].wrap(span(3), 1e6)[1] <= room


def test_a_cut_that_is_refused_leaves_the_piece_whole() -> None:
    edition = Edition(Paper.A4)
    long = Ticked(edition, [edition.words("walk " * 400), edition.words("rest")])
    _width, whole = long.wrap(span(3), 1e6)
    assert len(long.split(span(3), whole / 2)) == 2
    assert long.wrap(span(3), 1e6)[1] == whole


def long_visits(kind: DocumentKind, practice: Practice, long: list[str]) -> ProgressPaper | VisitPaper | LetterPaper:
    if kind.is_letter:
        words = dict(zip(parts_of(kind), long * 3, strict=False))
        return LetterPaper(practice, "Maria", date(2026, 6, 15), LetterDraft(kind, words, frozenset(words)))
    if kind is DocumentKind.PROGRESS:
        made = progress(practice)
        assert made.chart is not None
        ladder = tuple(long[:5])
        goals = (GoalWay(Goal("g", Said(long[0]), long[2], long[3], 3, 8, ladder=ladder, step=1), long[4], 2),)
        series = tuple(replace(each, name=name or "ease") for each, name in zip(made.chart.series, long, strict=False))
        return replace(made, goals=goals, chart=replace(made.chart, series=series))
    steps = (Commitment("c", Whose.CLIENT, long[4], long[5], None, long[2]),)
    rated = (Rating(long[1] or "ease", 3, 4),)
    note = replace(visit(practice), asked=long[0], did=long[1], response=long[2], promise=long[3])
    return replace(note, ratings=rated, steps=steps, signs=Signs(*long[:4]))


@pytest.mark.parametrize("kind", list(DocumentKind))
@settings(few, max_examples=8)
@given(long=st.lists(texts, min_size=6, max_size=6), paper=st.sampled_from(Paper), large=st.booleans())
def test_every_paper_takes_whatever_is_written(
    whole: PlanPaper, kind: DocumentKind, long: list[str], paper: Paper, large: bool
) -> None:
    own, facts = dict(zip(PaperText, long[2:], strict=False)), PrivacyFacts(date(2026, 11, 26))
    record: Any = LoosePaper(whole.practice, "Maria", (long[0], long[1]), texts=own, facts=facts)
    if has_own_record(kind):
        record = long_visits(kind, whole.practice, long)
    elif kind.needs_plan:
        content = PlanContent(
            what_matters=Said(long[0]),
            goals=(Goal("g", Said(long[1]), long[2], long[3], 3, 8),),
            commitments=(
                Commitment("c", Whose.CLIENT, long[4], long[5], None, long[2]),
                Commitment("d", Whose.THERAPIST, long[3], long[1], None, long[0]),
            ),
            ways=(Way("w", long[5], long[4], long[3], long[2]),),
            understanding=long[1],
            signs=Signs(*long[:4]),
        )
        record = replace(whole, version=replace(whole.version, content=content, signatures=()))
    drawn = sheets.draw(kind, record, paper, large)
    told = lines_of(drawn.data)
    assert len(told) == drawn.pages
    assert all(len(page) > 1 for page in told)
    # The lines along which slips are cut run to the paper's edge.
    assert kind is DocumentKind.CLOSING_SLIPS or ink_outside(drawn.data) == 0


def test_a_web_address_over_several_lines_is_copied_as_it_was_written() -> None:
    address = "https://example.org/donaudampfschifffahrtsgesellschaft/" + "way-home/" * 12 + "?a=1&b=2"
    edition = Edition(Paper.A4)
    told = [
        edition.words(f"See {address} today"),
        edition.told("Where:", f"{address} → today"),
        Quote(edition, address),
    ]
    document = PdfDocument(printed(*told))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert text.replace("\r\n", "").count(address) == 3
    assert [letter for letter in text if unicodedata.category(letter) == "Cf"] == []
