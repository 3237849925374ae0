"""The marked body on paper: every mark can be told from another without colour, and nothing is left out."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import ImageChops, ImageStat
from PIL.Image import Image
from pypdfium2 import PdfDocument
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from alliance_desktop.documents import plan_sheet
from alliance_desktop.documents.body_figure import MarkedBody, views_for
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.plan_front import FIGURE
from alliance_desktop.domain import body
from alliance_desktop.domain.body_letters import laid_out, width_for
from alliance_desktop.domain.body_mark import Mark, MarkKind, on_region
from alliance_desktop.domain.body_path import bounds, clearance, contains
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.voice import Whose
from tests.documents.conftest import Reader
from tests.documents.looking import luminance
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


def mark(region_id: str, kind: MarkKind = MarkKind.ACHE) -> Mark:
    region = next(region for region in REGIONS if region.id == region_id)
    return on_region(f"{region_id} {kind}", Whose.CLIENT, kind, region)


# On the plan the figure is smallest; the region is a usual one, and no letter fits into it there.
PLACE = "back.left.low_back"


def on_the_plan(kind: MarkKind, grey: bool, dots: int = 300) -> tuple[list[int], list[int]]:
    """The grey pixels within a mark of this kind, clear of its edge, and those along the edge."""
    scale, edition = dots / 72, Edition(grey=grey)
    whole = picture(printed(MarkedBody(edition, [mark(PLACE, kind)], "Maria", "Ana", tall=FIGURE)), scale)
    line = edition.styles["small"].leading
    view, marks = body.view("back"), [mark(PLACE, kind)]
    size = edition.styles["small"].fontSize * 1.45
    layout = laid_out(view, marks, (width_for(view, marks, FIGURE, size), FIGURE), size)
    shape = layout.shape(marks[0])
    assert not any(contains(shape, letter.centre) for letter in layout.letters)

    def shade(x: float, y: float) -> int:
        return int(whole.getpixel((round((42 + x) * scale), round((42 + line + y) * scale))))  # type: ignore[arg-type]

    left, top, right, bottom = bounds(shape)
    step = 72 / dots
    inside = [
        shade(x, y)
        for x in (left + n * step for n in range(int((right - left) / step)))
        for y in (top + n * step for n in range(int((bottom - top) / step)))
        if contains(shape, (x, y)) and clearance(shape, (x, y)) > 1.2
    ]
    edge = [
        shade(one[0] + (other[0] - one[0]) * n / 10, one[1] + (other[1] - one[1]) * n / 10)
        for one, other in pairwise((*shape, shape[0]))
        for n in range(10)
    ]
    return inside, edge


def contrast(shade: int) -> float:
    """How much a grey stands out from white paper."""
    return 1.05 / (luminance((shade / 255,) * 3) + 0.05)


@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("kind", list(MarkKind))
def test_on_the_plan_every_kind_stands_out_from_its_ground_in_grey_pixels(kind: MarkKind, grey: bool) -> None:
    inside, edge = on_the_plan(kind, grey)
    drawn = sorted(edge if kind is MarkKind.WORKED else inside)
    ink = [shade for shade in drawn if contrast(shade) >= 3]
    assert len(ink) >= len(drawn) * 0.04, "there is something to see"
    assert contrast(drawn[len(ink) // 2]) >= 7, "and most of it is nearly black"
    # The ground is white: neither a tint nor the pattern itself fills it.
    assert drawn[-1] == 255
    assert len(ink) <= len(drawn) * 0.9


def test_on_the_plan_kinds_are_told_apart_by_grey_pixels() -> None:
    seen = {kind: on_the_plan(kind, True) for kind in MarkKind}
    alike = [
        (one, other)
        for place, one in enumerate(MarkKind)
        for other in list(MarkKind)[place + 1 :]
        if all(unlike(seen[one][part], seen[other][part]) < 0.06 for part in (0, 1))
    ]
    assert alike == []


def unlike(one: list[int], other: list[int]) -> float:
    """How much two patterns differ, from 0 (in nothing) to 1 (everywhere)."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / 255 / len(one)


def test_on_the_plan_letters_stand_outside_the_figure_each_with_its_leader(whole: PlanPaper) -> None:
    marks = tuple(mark(PLACE, kind) for kind in (MarkKind.ACHE, MarkKind.WORKED))
    content = replace(whole.version.content, marks=marks)
    data, _pages = plan_sheet.pdf(replace(whole, version=replace(whole.version, content=content)), Paper.A4)
    pages = PdfDocument(data)
    text = pages[0].get_textpage()
    boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1) in ("A", "W")]
    pages.close()
    # On the figure and again in the legend.
    letters = [box for box in boxes if box[3] - box[1] > 8]
    assert len(letters) >= 4
    layout = laid_out(body.view("back"), marks, (200, FIGURE), 12 * 1.45)
    assert all(letter.leader is not None for letter in layout.letters)
    assert all(not 0 <= layout.back(letter.centre)[0] <= 1 for letter in layout.letters)
