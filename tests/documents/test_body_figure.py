"""The marked body on paper: every mark can be told from another without colour, and nothing is left out."""

import re
from io import BytesIO

import pytest
from PIL import ImageChops, ImageStat
from PIL.Image import Image
from pypdfium2 import PdfDocument
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from alliance_desktop.documents.body_figure import MarkedBody, views_for
from alliance_desktop.documents.edition import Edition
from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind, on_region
from alliance_desktop.domain.voice import Whose
from tests.documents.conftest import Reader
from tests.domain.bodies import REGIONS, shoulder


def printed(*flow: Flowable) -> bytes:
    target = BytesIO()
    document = BaseDocTemplate(target, pagesize=(595, 842), invariant=1, initialFontName="Sans")
    document.addPageTemplates([PageTemplate(frames=[Frame(42, 42, 511, 758, 0, 0, 0, 0)])])
    document.build(list(flow))
    return target.getvalue()


def picture(data: bytes, scale: float = 80 / 72) -> Image:
    """The first page as grey pixels."""
    pages = PdfDocument(data)
    made = pages[0].render(scale=scale, grayscale=True).to_pil()
    pages.close()
    return made


def figure(kind: MarkKind) -> Image:
    """One mark on a figure 160 pixels wide, without its letter and legend: only the shoulder itself."""
    whole = picture(printed(MarkedBody(Edition(grey=True), [shoulder(kind)], "Maria", "Ana", tall=324)))
    return whole.crop((0, 0, round(whole.width * 0.31), round(whole.height / 3)))


def test_all_kinds_on_one_region_differ_in_grey_pixels() -> None:
    drawn = {kind: figure(kind) for kind in MarkKind}

    kinds = list(MarkKind)
    alike = [
        (one, other)
        for place, one in enumerate(kinds)
        for other in kinds[place + 1 :]
        if ImageStat.Stat(ImageChops.difference(drawn[one], drawn[other])).sum[0] < 255 * 20
    ]
    assert alike == []


def test_the_legend_names_every_kind_that_is_used_and_whose_each_is(read: Reader) -> None:
    marks = [shoulder(kind, kind.whose) for kind in MarkKind]

    told = read(printed(MarkedBody(Edition(), marks, "Maria", "Ana")))

    for kind in MarkKind:
        assert kind.words in told
    assert "Round: Maria" in told
    assert "Square: Ana" in told
    assert "Round in a square: both" in told


def test_the_legend_names_nothing_that_is_not_used(read: Reader) -> None:
    told = read(printed(MarkedBody(Edition(), [shoulder(MarkKind.ACHE)], "Maria", "Ana")))

    assert "aches" in told
    assert "numb" not in told
    assert "Square" not in told


def test_each_view_says_its_name_and_which_side_is_which(read: Reader) -> None:
    told = read(printed(MarkedBody(Edition(), [], "Maria", "Ana")))

    assert re.search("Right Left Front", told)
    assert re.search("Left Right Back", told)


def test_marks_of_views_that_are_not_drawn_are_said_in_words(read: Reader) -> None:
    marks = [mark(f"{view}.left.{part}") for view, part in (("front", "chest"), ("front", "hand"), ("back", "calf"))]
    marks += [mark("back.left.foot"), mark("hands_palm.left.thumb")]

    told = read(printed(MarkedBody(Edition(), marks, "Maria", "Ana")))

    assert [view.id for view in views_for(marks)] == ["front", "back"]
    assert "Left thumb, palm side: aches, said by Maria" in told


@pytest.mark.parametrize("large", [False, True])
def test_no_letter_is_smaller_than_seven_points_even_with_every_region_marked(large: bool) -> None:
    marks = [mark(region.id) for region in REGIONS if region.view in body.WHOLE[:2]]

    data = printed(MarkedBody(Edition(large=large), marks, "Maria", "Ana"))

    pages = PdfDocument(data)
    text = pages[0].get_textpage()
    heights = [text.get_charbox(n, loose=True) for n in range(text.count_chars()) if text.get_text_range(n, 1) == "A"]
    pages.close()
    assert len(heights) >= len(marks)
    assert min(top - bottom for _left, bottom, _right, top in heights) >= 7


def test_the_same_marks_make_the_same_bytes() -> None:
    marks = [shoulder(kind) for kind in MarkKind]

    assert printed(MarkedBody(Edition(), marks, "Maria", "Ana")) == printed(
        MarkedBody(Edition(), marks, "Maria", "Ana")
    )


def test_a_narrow_column_takes_the_legend_below_and_stays_within_it() -> None:
    marks = [shoulder(MarkKind.ACHE), mark("back.left.calf")]
    made = MarkedBody(Edition(), marks, "Maria", "Ana")

    width, height = made.wrap(245, 1000)
    wide = made.wrap(511, 1000)

    assert width == 245
    assert height > wide[1]


def mark(region_id: str) -> Mark:
    region = next(region for region in REGIONS if region.id == region_id)
    return on_region(region_id, Whose.CLIENT, MarkKind.ACHE, region)
