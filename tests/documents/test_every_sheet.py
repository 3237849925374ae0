"""What every paper owes its reader: words that fit, inks that are seen, a file that names nobody."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from alliance_desktop.documents import sheets
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.plan import Commitment, Signs
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.privacy import PrivacyFacts
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from tests.documents.any_visits import has_own_record, of_kind
from tests.documents.looking import (
    contrasts,
    fonts_of,
    images_of,
    ink_outside,
    lines_of,
    operators,
    rows_of,
    sizes_of,
)

Reader = Callable[[bytes], str]
FACTS = PrivacyFacts(date(2026, 11, 26), backup_on=date(2026, 11, 24), has_code=True)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"
NEW = (
    DocumentKind.POCKET_CARD, DocumentKind.THINK_BEFORE, DocumentKind.GUIDE, DocumentKind.BLANK_PLAN,
    DocumentKind.PRIVACY,
    DocumentKind.PROGRESS, DocumentKind.VISIT_SUMMARY, DocumentKind.REFERRAL, DocumentKind.ENDING,
)  # fmt: skip
EDITIONS = [(paper, large) for paper in Paper for large in (False, True)]
# What a page may never end with: whatever follows it would stand overleaf. Where only lines to write on follow, no
# words come after a heading; those lines and it are one piece.
HEADINGS = {
    "When to stop and call", "How is it with what I want to reach?", "What has changed since last time?",
    "What do I want from today?", "Is there anything to say about last time?", "Is anything new with my health?",
    "Is there anything I do not want today?", "Why saying it helps", "How to bring something up", "Where my limits are",
    "Where we want to go", "I will", "You will", "Ways we talked about", "We agree",
    "Your privacy", "What we agreed", "Where it is", "Our goals, step by step", "What you can do", "Where you feel it",
    "How we work together, as you said it", "The same numbers as a table", "What you told me", "What we did",
    "How it felt afterwards", "Before and after, as you rated it", "You will, at home", "I promise", "Next visit",
    "Where we began, and where you are", "In your own numbers", "What helped", "What you can go on with",
    "When to call", "How to come back", "Why I write", "Visits", "Where I worked", "What I found", "What I did",
    "In the client’s own numbers", "What we work towards", "What I ask of you",
    "Where they are", "Who can read them", "If the computer is lost", "What you can ask for",
}  # fmt: skip


@pytest.fixture
def records(whole: PlanPaper) -> dict[DocumentKind, Any]:
    """What each new paper is drawn from, with a secret in every place that must not be printed."""
    practice = replace(whole.practice, email="secret@example.org", address="Secret Lane 3", name="Secret House")
    version = replace(whole.version, client="Maria Secretson", previous_digest="secretdigest")
    plan = replace(whole, version=version, practice=practice)
    loose = LoosePaper(practice, "Maria", ("Lift Leo with no fear", "Sleep all night long"), facts=FACTS)
    papers: dict[DocumentKind, Any] = {kind: plan if kind.needs_plan else loose for kind in NEW}
    return papers | {kind: of_kind(kind, practice) for kind in NEW if has_own_record(kind)}


def drawn(kind: DocumentKind, record: Any, paper: Paper = Paper.A4, large: bool = False, grey: bool = False) -> bytes:
    return sheets.draw(kind, record, paper, large, grey).data


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize(("paper", "large"), EDITIONS)
def test_no_line_is_long_no_letter_small_and_nothing_runs_over_the_edge(
    records: dict[DocumentKind, Any], kind: DocumentKind, paper: Paper, large: bool
) -> None:
    data = drawn(kind, records[kind], paper, large)
    assert [row for row, _size in rows_of(data) if len(row) > 76 or ("·" not in row and len(row) > 70)] == []
    assert min(sizes_of(data)) >= (16 if large else 12)
    assert ink_outside(data) == 0
    assert [page[-1] for page in lines_of(data) if page[-1].strip() in HEADINGS] == []


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize("grey", [False, True])
def test_every_mark_of_it_is_seen_in_greyscale(
    records: dict[DocumentKind, Any], kind: DocumentKind, grey: bool
) -> None:
    code = operators(drawn(kind, records[kind], grey=grey))
    filled, lines = (contrasts(code, operator) for operator in ("rg", "RG"))
    assert filled[0] > 5
    assert [contrast for contrast in lines if contrast < 3.4] == lines[:1], "only hairlines are fainter"
    assert not grey or all(len(set(c)) == 1 for c in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", code))


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize(("paper", "large"), EDITIONS)
def test_the_file_is_the_same_again_names_nobody_and_holds_its_fonts(
    records: dict[DocumentKind, Any], kind: DocumentKind, paper: Paper, large: bool
) -> None:
    data = drawn(kind, records[kind], paper, large)
    assert drawn(kind, records[kind], paper, large) == data
    told = {key: value for key, value in (PdfReader(io.BytesIO(data)).metadata or {}).items() if "Date" not in key}
    assert told.pop("/Title") in {
        "Pocket card",
        "Think before you come",
        "Guide",
        "Plan",
        "How it goes",
        "Visit",
        "Letter",
        "Privacy",
    }
    assert {value for key, value in told.items() if key != "/Trapped"} <= {""}
    fonts = fonts_of(data)
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert all(re.match(r"/[A-Z]{6}\+|/AAAAAA", font["/BaseFont"]) for font in fonts), "only the letters in use"
    assert images_of(data) == 0


@pytest.mark.parametrize("kind", NEW)
def test_nothing_private_of_the_record_is_on_it(
    records: dict[DocumentKind, Any], read: Reader, kind: DocumentKind
) -> None:
    text = read(drawn(kind, records[kind]))
    # How the practice is reached stands on its letters.
    reached = ("Secret House", "Secret Lane 3", "secret@example.org")
    assert [words for words in reached if words in text] == (list(reached) if kind.is_letter else [])
    assert "ecret" not in re.sub("|".join(reached), "", text)
    elsewhere = ["tablets", "choir practice", "Lifting tolerance", "Work on your back", "The muscles of the low back"]
    assert [words for words in elsewhere if words in text] == []
    assert ("Leo" in text) == (kind is DocumentKind.THINK_BEFORE or has_own_record(kind))


@pytest.mark.parametrize("kind", NEW)
def test_a_sample_says_so_on_every_page_and_a_real_paper_never_does(
    records: dict[DocumentKind, Any], kind: DocumentKind
) -> None:
    sample = replace(records[kind], practice=replace(records[kind].practice, sample=True))
    for large in (False, True):
        stamped = [any("SAMPLE" in line for line in page) for page in lines_of(drawn(kind, sample, large=large))]
        assert all(stamped)
        assert not any("SAMPLE" in line for page in lines_of(drawn(kind, records[kind])) for line in page)


@pytest.mark.parametrize("kind", NEW)
def test_words_without_a_font_are_named(records: dict[DocumentKind, Any], kind: DocumentKind) -> None:
    paper = replace(records[kind], practice=replace(records[kind].practice, therapist="Ana 夜子"))
    assert sheets.draw(kind, paper, Paper.A4).remarks == ("These words cannot be printed yet: 夜子",)


def test_long_names_fit_every_strip(records: dict[DocumentKind, Any]) -> None:
    for kind in NEW:
        practice = replace(records[kind].practice, therapist="Anastasia " * 8, title=LONG_WORD)
        data = drawn(kind, replace(records[kind], practice=practice, called="Wilhelmina " * 7), Paper.LETTER)
        assert ink_outside(data) == 0, kind


words = st.lists(
    st.sampled_from(["sleep", "the", "stairs", "again", "massage", LONG_WORD, "ليو", "Любовь", "- ", "\n\n"]),
    max_size=60,
)
texts = words.map(" ".join)
steps = st.builds(Commitment, st.just("c"), st.just(Whose.CLIENT), texts, texts, stop_if=texts)


# Shrinking a drawn paper takes minutes and tells no more than the paper itself.
@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    todo=st.lists(steps, min_size=1, max_size=7).map(tuple),
    signs=st.builds(Signs, texts, texts, texts, texts),
    matters=texts.map(Said),
    large=st.booleans(),
    paper=st.sampled_from(Paper),
)
def test_whatever_is_to_do_the_card_holds_all_of_it_and_no_page_is_empty(
    records: dict[DocumentKind, Any], todo: Any, signs: Signs, matters: Said, large: bool, paper: Paper
) -> None:
    plan: PlanPaper = records[DocumentKind.POCKET_CARD]
    content = replace(plan.version.content, commitments=todo, signs=signs, what_matters=matters)
    record = replace(plan, version=replace(plan.version, content=content))
    made = sheets.draw(DocumentKind.POCKET_CARD, record, paper, large)
    told = lines_of(made.data)
    assert len(told) == made.pages <= 30
    assert all(len(page) > 1 for page in told)
    assert ink_outside(made.data) == 0


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    kind=st.sampled_from([k for k in NEW if not k.needs_plan and not has_own_record(k)]),
    goals=st.lists(texts.filter(str.strip), max_size=4).map(tuple),
    own=st.dictionaries(st.sampled_from(PaperText), texts, max_size=3),
    called=st.sampled_from(["", "Jo", "ליאו", "Wilhelmina " * 7]),
    first=st.booleans(),
    large=st.booleans(),
    paper=st.sampled_from(Paper),
)
def test_whatever_is_written_no_page_is_empty_and_no_line_is_cut(
    records: dict[DocumentKind, Any],
    kind: DocumentKind,
    goals: tuple[str, ...],
    own: dict[PaperText, str],
    called: str,
    first: bool,
    large: bool,
    paper: Paper,
) -> None:
    record = replace(records[kind], goals=goals, texts=own, called=called, first=first)
    made = sheets.draw(kind, record, paper, large)
    told = lines_of(made.data)
    assert len(told) == made.pages <= (14 if large else 5)
    assert all(len(page) > 1 for page in told)
    assert ink_outside(made.data) == 0


@pytest.mark.parametrize("kind", [DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD])
def test_hard_words_in_what_is_done_at_home_are_named(record: PlanPaper, kind: DocumentKind) -> None:
    # What stands elsewhere in the plan is not on these papers.
    swaps = tuple(WordSwap(SwapKind.PLAINER, "en", word, "easy") for word in ("Cat stretch", "tolerance"))
    found = sheets.draw(kind, replace(record, swaps=swaps), Paper.A4)
    assert found.better == 1
    assert found.remarks == (
        "It does not say yet when to stop and call.",
        "1 word is better said otherwise:",
        "Plainer: easy for Cat stretch, in: Cat stretch",
        "Version 2 is signed and keeps its words. The next version can say it otherwise.",
    )


def test_another_client_s_name_is_told_on_a_paper_without_a_plan_too(records: dict[DocumentKind, Any]) -> None:
    paper = replace(records[DocumentKind.THINK_BEFORE], strangers=("Jonas Wehrling",))
    told = ("Another client’s name stands on it: Jonas Wehrling",)
    assert sheets.draw(DocumentKind.THINK_BEFORE, paper, Paper.A4).remarks == told
