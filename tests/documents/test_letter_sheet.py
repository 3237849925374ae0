"""A letter on paper: only what was let stand, under plain headings, with a line to sign that never stands alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from alliance_desktop.documents import sheets
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import ALWAYS, LetterDraft, LetterPaper, LetterPart, heading, parts_of
from alliance_desktop.domain.practice import Paper, Practice
from tests.documents.any_visits import letter
from tests.documents.looking import lines_of

Reader = Callable[[bytes], str]
PRACTICE = Practice("Ana Brandl", "bodywork", "Quiet Hands", "555 0142", "ana@example.org", "Lark Street 3\n8010 Graz")
LETTERS = (DocumentKind.REFERRAL, DocumentKind.ENDING)


def told(read: Reader, paper: LetterPaper, large: bool = False) -> str:
    return read(sheets.draw(paper.draft.kind, paper, Paper.A4, large).data)


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("large", [False, True])
def test_each_part_stands_on_it_with_its_heading_and_goes_with_its_tick(
    read: Reader, kind: DocumentKind, large: bool
) -> None:
    paper = letter(kind, PRACTICE)
    whole = told(read, paper, large)
    for part in parts_of(kind):
        first = paper.draft.words[part].splitlines()[0].removeprefix("- ")
        assert first in whole, part
        assert heading(part, kind) in whole
        if part not in ALWAYS:
            without = LetterDraft(kind, paper.draft.words, paper.draft.ticked - {part})
            assert first not in told(read, replace(paper, draft=without), large), part


def test_the_address_stands_line_by_line_and_the_practice_below_the_line_to_sign(read: Reader) -> None:
    data = sheets.draw(DocumentKind.REFERRAL, letter(DocumentKind.REFERRAL, PRACTICE), Paper.A4).data
    lines = [line.strip() for page in lines_of(data) for line in page]
    assert [lines.index(line) for line in ("Dr. Eva Lind", "Hill Practice", "Lark Street 3")] == [1, 2, 3]
    assert lines[-4:] == [
        "Ana Brandl, bodywork",
        "Quiet Hands",
        "Lark Street 3, 8010 Graz",
        "555 0142 · ana@example.org",
    ]


@pytest.mark.parametrize("many", range(8, 26))
def test_nobody_signs_a_page_on_which_nothing_else_stands(many: int) -> None:
    paper = letter(DocumentKind.ENDING, PRACTICE)
    words = dict(paper.draft.words) | {LetterPart.GOALS: "\n".join(f"Goal {n}" for n in range(many))}
    drawn = sheets.draw(DocumentKind.ENDING, replace(paper, draft=replace(paper.draft, words=words)), Paper.A4)
    last = [line.strip() for line in lines_of(drawn.data)[-1]]
    assert last.index("What stands under closing.") > 1


def test_a_letter_to_somebody_else_says_what_it_lacks() -> None:
    paper = letter(DocumentKind.REFERRAL, PRACTICE)
    assert sheets.draw(DocumentKind.REFERRAL, paper, Paper.A4).remarks == ()
    words = dict(paper.draft.words) | {LetterPart.TO: " ", LetterPart.REASON: ""}
    bare = LetterDraft(DocumentKind.REFERRAL, words, paper.draft.ticked - {LetterPart.AGREED})
    assert sheets.draw(DocumentKind.REFERRAL, replace(paper, draft=bare), Paper.A4).remarks == (
        "It does not say yet to whom it goes.",
        "It does not say yet why you write.",
        "It does not say that Maria agreed to it. Ask first; then tick it.",
    )


def test_a_letter_with_nothing_on_it_still_has_its_day_and_its_line(read: Reader) -> None:
    for kind in LETTERS:
        bare = LetterPaper(PRACTICE, "Maria", letter(kind, PRACTICE).day, LetterDraft(kind))
        assert "26 November 2026" in told(read, bare)
        assert "Ana Brandl, bodywork" in told(read, bare)
