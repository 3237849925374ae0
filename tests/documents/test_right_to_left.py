"""Words that run from the right: joined, broken in reading order, turned for the eye."""

import io
import unicodedata
from collections.abc import Callable

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from alliance_desktop.documents import right_to_left, text_runs
from alliance_desktop.documents.both_ways import BothWays

SENTENCE = "أريد أن أنام طوال الليل"


def style() -> ParagraphStyle:
    text_runs.fonts()
    return ParagraphStyle("body", fontName="Sans", fontSize=13, leading=17)


def test_plain_words_stay_as_they_are() -> None:
    assert not right_to_left.needed("Café, 3 → 4")
    assert right_to_left.visual("Café, 3 → 4") == "Café, 3 → 4"


def test_arabic_letters_are_joined_and_turned() -> None:
    shown = right_to_left.visual("نوم", from_right=True)
    assert [unicodedata.name(letter).split()[-2] for letter in shown] == ["ISOLATED", "FINAL", "INITIAL"]
    assert unicodedata.normalize("NFKC", shown[::-1]) == "نوم"


def test_numbers_and_names_keep_their_own_direction() -> None:
    assert right_to_left.visual("שלום Ana 12", from_right=True) == "Ana 12 םולש"
    assert right_to_left.visual("For שלום, Ana") == "For םולש, Ana"


@pytest.mark.parametrize(
    ("written", "from_right", "seen"),
    [
        ("שלום (לך)", True, "(ךל) םולש"),
        ("שלום (Ana 12) אב", True, "בא (Ana 12) םולש"),
        ("אב Ana (PT)", True, "Ana (PT) בא"),
        ("אב [12–14] < ג", True, "ג > [14–12] בא"),
        ("For (שלום), Ana (12)", False, "For (םולש), Ana (12)"),
        ("«שלום» “אב”", True, "”בא“ «םולש»"),
    ],
)
def test_brackets_open_towards_what_they_hold(written: str, from_right: bool, seen: str) -> None:
    assert right_to_left.visual(written, from_right) == seen


def ink_of(draw: Callable[[Canvas], object]) -> bytes:
    """The picture of what was drawn on a strip of paper, without the white around it."""
    canvas = Canvas(made := io.BytesIO(), pagesize=(200, 30))
    draw(canvas)
    canvas.save()
    pages = PdfDocument(made.getvalue())
    picture = pages[0].render(scale=4).to_pil().convert("L")
    pages.close()
    return bytes(picture.crop(picture.point(lambda shade: 255 - shade).getbbox()).tobytes())


def test_a_line_on_paper_shows_its_brackets_the_right_way_round() -> None:
    shown = BothWays("(הבו) Ana", style(), from_right=True)
    shown.wrap(180, 20)
    seen = "Ana (ובה)"
    left = 190 - text_runs.width_shown(seen, "Sans", 13)
    inked = ink_of(lambda canvas: shown.drawOn(canvas, 10, 6))
    assert inked == ink_of(lambda canvas: text_runs.draw_shown(canvas, left, 10, seen, "Sans", 13))


def test_vowel_marks_are_kept() -> None:
    assert "\u064b" in right_to_left.shaped("طويلاً")


def test_lines_break_in_reading_order() -> None:
    shown = BothWays(SENTENCE, style())
    _width, height = shown.wrap(80, 1000)
    first, *others = shown.split(80, 17)
    assert height == 2 * 17
    assert isinstance(first, BothWays)
    assert SENTENCE.startswith(first.text)
    assert " ".join(part.text.replace("\n", " ") for part in (first, *others) if isinstance(part, BothWays)) == SENTENCE


def test_it_starts_on_the_side_its_first_letter_asks_for() -> None:
    assert BothWays(SENTENCE, style()).from_right
    assert not BothWays(f"For {SENTENCE}", style()).from_right
    assert not BothWays(f"{SENTENCE}, client", style(), from_right=False).from_right


def test_a_word_wider_than_the_line_is_cut_and_drawn() -> None:
    shown = BothWays("نوم" * 60, style())
    canvas = Canvas(io.BytesIO())
    _width, height = shown.wrap(60, 1000)
    shown.drawOn(canvas, 0, 0)
    assert height > 4 * 17
    assert all(isinstance(part, BothWays) for part in shown.split(60, 40))
