"""The recovery sheet: the code in its groups, and nobody's name."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from pypdf import PdfReader

from alliance_desktop.documents import recovery_sheet
from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.practice import Paper

CODE = recovery_code.make(123456789012345678901234567890)
DAY = date(2026, 6, 15)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_code_stands_in_numbered_groups_that_can_be_typed_back(paper: Paper, read: Callable[[bytes], str]) -> None:
    data = recovery_sheet.pdf(CODE, DAY, "4f2a91c7aa", paper)
    text = read(data)
    numbered = " ".join(f"{n} {group}" for n, group in enumerate(recovery_code.groups(CODE), 1))
    assert f"Your recovery code {numbered} Capitals" in text
    assert "Vault 4F2A-91C7 · made 15 June 2026" in text
    assert len(PdfReader(io.BytesIO(data)).pages) == 1


def test_it_says_where_to_keep_it_and_how_to_use_it(read: Callable[[bytes], str]) -> None:
    text = read(recovery_sheet.pdf(CODE, DAY))
    for words in (
        "Where to keep it",
        "Where not to keep it",
        "How to use it",
        "This sheet opens your records",
        "Kept at",
    ):
        assert words in text
    assert "Vault" not in text
    assert "“" not in text


def test_the_same_code_and_day_give_the_same_bytes() -> None:
    assert recovery_sheet.pdf(CODE, DAY) == recovery_sheet.pdf(CODE, DAY)


def test_the_file_names_nobody() -> None:
    told = PdfReader(io.BytesIO(recovery_sheet.pdf(CODE, DAY, "4f2a91c7aa"))).metadata
    assert told is not None
    assert str(told["/Title"]) == "Recovery sheet"
    assert {str(told[key]) for key in ("/Author", "/Subject", "/Creator", "/Producer")} == {""}
