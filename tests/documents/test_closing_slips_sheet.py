"""Slips for the closing check: four on a sheet in every language, the same words as on the screen, nobody named."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from alliance_desktop.documents import closing_slips_sheet
from alliance_desktop.domain.alliance import ASKED, answer_words, sentence_of
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.words import LANGUAGES, _, speaking
from tests.documents.looking import contrasts, fonts_of, images_of, operators, sizes_of

Reader = Callable[[bytes], str]
RECORD = LoosePaper(Practice("Ana Brandl", "Bodywork", "", "0664 55 01 23"), "Maria")


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", Paper)
def test_four_slips_are_on_a_sheet_in_every_language(read: Reader, language: str, paper: Paper) -> None:
    with speaking(language):
        data, pages = closing_slips_sheet.pdf(RECORD, paper)
        asked = [sentence_of(strand) for strand in ASKED] + [answer_words(n) for n in range(1, 6)]
        title = _("How was it today?")
    text = squeezed(read(data))
    assert pages == 1
    assert text.count(title) == 4
    assert [words for words in asked if text.count(words) < 4] == []


def test_a_slip_names_nobody(read: Reader) -> None:
    text = read(closing_slips_sheet.pdf(RECORD, Paper.A4)[0])
    assert "Maria" not in text
    assert "Ana" not in text


def test_large_print_is_one_large_slip(read: Reader) -> None:
    data, pages = closing_slips_sheet.pdf(RECORD, Paper.A4, large=True)
    assert (pages, squeezed(read(data)).count("How was it today?")) == (1, 1)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_a_slip_is_read_with_ease_and_printed_whole(paper: Paper, large: bool) -> None:
    data, _pages = closing_slips_sheet.pdf(RECORD, paper, large)
    assert closing_slips_sheet.pdf(RECORD, paper, large)[0] == data
    assert min(sizes_of(data)) >= (16 if large else 12)
    assert images_of(data) == 0
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts_of(data))


@pytest.mark.parametrize("grey", [False, True])
def test_every_ring_and_line_is_seen_in_greyscale(grey: bool) -> None:
    code = operators(closing_slips_sheet.pdf(RECORD, Paper.A4, grey=grey)[0])
    filled, lines = contrasts(code, "rg"), contrasts(code, "RG")
    assert filled[0] > 5
    assert min(lines) >= 3.4


@pytest.mark.parametrize("paper", Paper)
def test_a_sample_says_so_on_every_slip_and_its_slips_are_as_many(read: Reader, paper: Paper) -> None:
    sample = replace(RECORD, practice=replace(RECORD.practice, sample=True))
    text = squeezed(read(closing_slips_sheet.pdf(sample, paper)[0]))
    assert (text.count("SAMPLE"), text.count("How was it today?")) == (4, 4)
    assert "SAMPLE" not in squeezed(read(closing_slips_sheet.pdf(RECORD, paper)[0]))
