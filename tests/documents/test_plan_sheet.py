"""The plan on paper: what it says and in which order, what is in the file, and what happens to hard texts."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfTextPage

from alliance_desktop.documents import plan_sheet
from alliance_desktop.domain.plan import Goal, HowSigned, PlanContent, Reservation, Signature
from alliance_desktop.domain.plan_changes import ChangeLine, Kind
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.domain.voice import Said
from alliance_desktop.domain.word_swap import SwapKind, WordSwap

Reader = Callable[[bytes], str]
EDITIONS = [(paper, large, grey) for paper in Paper for large in (False, True) for grey in (False, True)]
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"


def drawn(record: PlanPaper, paper: Paper = Paper.A4, large: bool = False, grey: bool = False) -> bytes:
    return plan_sheet.pdf(record, paper, large, grey)[0]


def pages_of(data: bytes) -> list[Any]:
    return list(PdfReader(io.BytesIO(data)).pages)


def operators(data: bytes) -> str:
    return "\n".join(page.get_contents().get_data().decode("latin-1") for page in pages_of(data))


def with_content(record: PlanPaper, **changed: Any) -> PlanPaper:
    version = record.version
    return replace(record, version=replace(version, content=replace(version.content, **changed)))


def unsigned(record: PlanPaper) -> PlanPaper:
    return replace(record, version=replace(record.version, signatures=()))


def test_it_reads_in_the_order_two_people_talk(record: PlanPaper, read: Reader) -> None:
    text = read(drawn(record))
    order = [
        "Ana Brandl, bodywork · 555 0142",
        "For Maria · version 2 · page 1 of 2",
        "Our plan, Maria and Ana",
        "from 15 June 2026",
        "What matters to you, Maria",
        "I want to pick up my grandson without fear.”",
        "Next look together Monday 27 July",
        "Where we want to go",
        "Lift Leo with no fear” Lift my grandson now 4 hoped 8 by 27 July Ana understands: Lifting tolerance",
        "Sleep all night long”",
        "Sing in the choir again” Stand for half the practice now 2 hoped 6 by 1 March 2027",
        "I will Work on your back Mondays, firm and slow.",
        "You will Warm pack Each evening, 15 minutes, by 27 July",
        "Cat stretch",
        "page 2 of 2",
        "What you are not sure about",
        "I may not manage walks in the rain.” We said: Walking indoors counts.",
        "Will it hurt?” Still open. We come back to it.",
        "What we agreed 6 visits, every Monday, 50 minutes each We work on: back and hips",
        "We do not work on: the right knee",
        "New since version 1 Visits: 4 → 6 You will: Cat stretch",
        "Room to write",
        "We agree I had time to ask. I can change my mind at any time. I have a copy.",
        "Maria, client · 15 June 2026",
        "Ana Brandl, therapist · 15 June 2026",
        "Your privacy",
    ]
    places = [text.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_only_the_clients_words_stand_in_quotation_marks(record: PlanPaper, read: Reader) -> None:
    content = record.version.content
    said = [content.what_matters, *[g.said for g in content.goals], *[r.said for r in content.reservations]]
    quoted = re.findall("“(.*?)”", read(drawn(record)))
    assert quoted == [words.words for words in said]


@pytest.mark.parametrize("grey", [False, True])
def test_every_quotation_has_its_bar_in_colour_and_in_black(record: PlanPaper, grey: bool) -> None:
    bars = re.findall(r"^n 0 0 2\.25 [\d.]+ re f", operators(drawn(record, grey=grey)), re.MULTILINE)
    assert len(bars) == 6


def test_done_things_are_ticked_and_the_others_are_not(record: PlanPaper) -> None:
    given: list[frozenset[str]] = [frozenset(), frozenset({"c2"}), frozenset({"c2", "c3"})]
    ticks = [operators(drawn(replace(record, done=done))).count("1 j") for done in given]
    assert [count - ticks[0] for count in ticks] == [0, 1, 2]


@pytest.mark.parametrize(("paper", "large", "grey"), EDITIONS)
def test_every_font_is_embedded_and_nothing_is_a_picture(
    record: PlanPaper, paper: Paper, large: bool, grey: bool
) -> None:
    for page in pages_of(drawn(record, paper, large, grey)):
        assert "/XObject" not in page["/Resources"]
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        assert fonts
        assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts), fonts


def test_the_file_says_nothing_about_anybody(record: PlanPaper) -> None:
    reader = PdfReader(io.BytesIO(drawn(record)))
    told = {key: value for key, value in (reader.metadata or {}).items() if not key.endswith("Date")}
    assert told.pop("/Title") == "Plan"
    assert {value for key, value in told.items() if key != "/Trapped"} <= {""}
    root = reader.root_object
    assert str(root["/Lang"]) == "en"
    assert "/Metadata" not in root


@pytest.mark.parametrize(("paper", "large", "grey"), EDITIONS)
def test_the_same_record_gives_the_same_bytes(record: PlanPaper, paper: Paper, large: bool, grey: bool) -> None:
    assert drawn(record, paper, large, grey) == drawn(record, paper, large, grey)


@pytest.mark.parametrize("large", [False, True])
def test_a4_and_letter_break_their_lines_alike(record: PlanPaper, large: bool) -> None:
    lines = [[page.extract_text() for page in pages_of(drawn(record, paper, large))] for paper in Paper]
    assert lines[0] == lines[1]
    assert [float(pages_of(drawn(record, paper))[0].mediabox.width) for paper in Paper] == pytest.approx(
        [595.28, 612], abs=0.01
    )


@pytest.mark.parametrize(("large", "least", "body"), [(False, 12, 13), (True, 16, 18)])
def test_no_letter_is_smaller_than_promised(record: PlanPaper, large: bool, least: float, body: float) -> None:
    sizes = {float(size) for size in re.findall(r"/F\d\+\d+ ([\d.]+) Tf", operators(drawn(record, large=large)))}
    assert min(sizes) == least
    assert body in sizes


def test_black_and_white_is_black_and_white(record: PlanPaper) -> None:
    colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", operators(drawn(record, grey=True)))
    assert colours
    assert [colour for colour in colours if len(set(colour)) > 1] == []
    assert any(
        len(set(colour)) > 1 for colour in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", operators(drawn(record)))
    )


def test_nothing_private_of_the_record_is_printed(record: PlanPaper, read: Reader) -> None:
    text = read(drawn(record))
    for private in ("Feldner", "example.org", "Lark Street", "Quiet Hands"):
        assert private not in text


def test_a_sample_says_so_on_every_page_and_a_real_plan_never_does(record: PlanPaper) -> None:
    sample = replace(record, practice=replace(record.practice, sample=True))
    assert all("SAMPLE" in page.extract_text() for page in pages_of(drawn(sample)))
    assert not any("SAMPLE" in page.extract_text() for page in pages_of(drawn(record)))


def test_signatures_are_drawn_as_curves(record: PlanPaper) -> None:
    curves = [len(re.findall(r" c\b", operators(drawn(paper)))) for paper in (record, unsigned(record))]
    assert curves[0] - curves[1] == 2 * 19


def test_what_is_not_signed_yet_has_lines_for_ink_and_a_date(record: PlanPaper, read: Reader) -> None:
    text = read(drawn(unsigned(record)))
    assert "Maria, client Date Ana Brandl, therapist Date" in text


@pytest.mark.parametrize(
    ("how", "words"),
    [(HowSigned.ALOUD, "Agreed aloud, because her wrist"), (HowSigned.PAPER, "Signed on paper, because her wrist")],
)
def test_how_somebody_agreed_stands_in_words(record: PlanPaper, read: Reader, how: HowSigned, words: str) -> None:
    drawn_one, other = record.version.signatures
    aloud: Signature = replace(drawn_one, how=how, strokes=(), reason="her wrist is in a cast")
    signed = replace(record, version=replace(record.version, signatures=(aloud, other)))
    assert f"{words} is in a cast Maria, client · 15 June 2026" in read(drawn(signed))


def test_a_draft_and_a_version_taken_back_say_what_they_are(record: PlanPaper, read: Reader) -> None:
    assert "For Maria · draft, not signed · page 1 of 2" in read(drawn(replace(unsigned(record), draft=True)))
    gone = replace(record.version, withdrawn_at=record.version.made_at)
    assert "version 2, taken back" in read(drawn(replace(record, version=gone)))


def test_asking_and_hearing_nothing_is_an_answer(record: PlanPaper, read: Reader) -> None:
    assert "We asked. There was nothing." in read(drawn(with_content(record, reservations=())))


def test_a_plan_of_one_goal_closes_up_on_two_sides(record: PlanPaper, read: Reader) -> None:
    bare = PlanContent(goals=(Goal("g", Said("Sleep better")),))
    version = replace(record.version, content=bare, signatures=(), number=1)
    data, pages = plan_sheet.pdf(PlanPaper(version, Practice("Ana"), "Jo"), Paper.A4)
    text = read(data)
    assert pages == 2
    for absent in ("What matters", "Next look together", "I will", "You will", "What we agreed", "not sure", "New "):
        assert absent not in text
    assert "Sleep better”" in text


def test_a_goal_that_nobody_put_into_words_of_the_client_is_not_quoted(record: PlanPaper, read: Reader) -> None:
    text = read(drawn(with_content(record, what_matters=Said(), reservations=(), goals=(Goal("g", activity="Sleep"),))))
    assert "Sleep" in text
    assert "”" not in text


def test_long_words_and_long_lists_lose_nothing(record: PlanPaper, read: Reader) -> None:
    content = record.version.content
    goals = tuple(Goal(f"g{n}", Said(f"Goal {n} at the {LONG_WORD} station"), LONG_WORD, LONG_WORD) for n in range(4))
    steps = tuple(replace(content.commitments[n % 3], uid=f"s{n}", what=f"Step {n} {LONG_WORD}") for n in range(12))
    data = drawn(with_content(record, goals=goals, commitments=steps), Paper.LETTER)
    # The reader marks a word broken with a hyphen by a sign of its own.
    text = re.sub("[\ufffe\x02] ?", "", read(data))
    assert text.count(LONG_WORD) == 4 * 3 + 12
    assert [n for n in range(12) if f"Step {n} " not in text] == []
    assert [n for n in range(4) if f"Goal {n} at" not in text] == []


def test_a_list_that_goes_on_overleaf_says_again_whose_it_is(record: PlanPaper) -> None:
    one, other, _third = record.version.content.commitments
    steps = tuple(replace(step, uid=f"{step.uid}{n}") for n in range(16) for step in (one, other))
    unchanged = replace(record, changes=())
    pages = [page.extract_text() for page in pages_of(drawn(with_content(unchanged, commitments=steps)))]
    assert [page.count("I will") for page in pages[:2]] == [1, 1]
    assert [page.count("You will") for page in pages[:2]] == [1, 1]
    assert sum(page.count("Warm pack") for page in pages) == 16


@pytest.mark.parametrize("large", [False, True])
def test_a_text_of_many_pages_is_printed_to_its_end(record: PlanPaper, read: Reader, large: bool) -> None:
    endless = "word " * 900 + "enough"
    everywhere = with_content(
        record,
        what_matters=Said(endless),
        goals=(Goal("g", Said(endless), endless, f"I {endless}", 1, 2),) * 3,
        reservations=(Reservation("r", Said(endless), endless),),
        commitments=tuple(replace(step, what=endless) for step in record.version.content.commitments),
    )
    assert read(drawn(everywhere, large=large)).count("enough") == 1 + 9 + 2 + 3


def test_a_name_of_eighty_letters_fits_the_strip(record: PlanPaper) -> None:
    name = "Wilhelmina Constantinopolitana Featherstonehaugh Llewellyn Abernathy Montgomery X"
    named = replace(record, called=name, practice=replace(record.practice, therapist=name, sample=True))
    first = " ".join(pages_of(drawn(named))[0].extract_text().split())
    assert "Wilhelmina Constantinopolitana" in first
    assert "555 0142" in first
    assert "SAMPLE" in first


def test_words_without_a_font_are_named_and_seen(record: PlanPaper, read: Reader) -> None:
    goals = (Goal("g", Said("夜 ぐっすり sleep"), "नींद"),)
    told = with_content(record, goals=goals)
    assert plan_sheet.unprintable(told) == ("夜", "ぐっすり", "नींद")
    assert "[?] [?] sleep”" in read(drawn(told))
    assert plan_sheet.remarks(told, 2, False)[0].endswith("夜, ぐっすり, नींद")


def test_names_in_many_scripts_print(record: PlanPaper, read: Reader) -> None:
    for name in ("Ελευθερία", "Любовь", "Nguyễn Thị Thảo", "Þóra", "ليلى", "ליאורה", "Grace-Ọlá"):
        named = replace(record, called=name)
        assert plan_sheet.unprintable(named) == ()
        assert "[?]" not in read(drawn(named))


def test_nothing_is_amber_on_a_good_plan(whole: PlanPaper) -> None:
    data, pages = plan_sheet.pdf(whole, Paper.A4)
    assert data.startswith(b"%PDF")
    assert plan_sheet.remarks(whole, pages, False) == ()


def test_a_doubt_is_not_told_again_among_what_is_new(record: PlanPaper, read: Reader) -> None:
    doubt = record.version.content.reservations[0].said.words
    new = ChangeLine(Kind.NEW, f"Not sure about: “{doubt}”", "reservations")

    text = read(drawn(replace(record, changes=(*record.changes, new))))

    assert "Not sure about:" not in text
    assert text.count(doubt) == 1


def test_in_large_print_a_signatures_day_stays_in_one_piece(record: PlanPaper) -> None:
    pages = PdfDocument(drawn(record, large=True))
    lines = [line for page in pages for line in page.get_textpage().get_text_range().splitlines()]
    pages.close()

    assert lines.count("15 June 2026") == 2


def test_the_day_of_a_goal_keeps_clear_of_its_numbers(record: PlanPaper) -> None:
    goals = record.version.content.goals
    for content in (record.version.content, replace(record.version.content, goals=goals[:1])):
        pages = PdfDocument(drawn(replace(record, version=replace(record.version, content=content))))
        text = pages[0].get_textpage()
        now, day = (box_of(text, words) for words in ("now 4", "by 27 July"))
        pages.close()
        assert now[1] - day[3] > 8, "bottom of the numbers, top of the day"


def box_of(text: PdfTextPage, words: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the first place of some words."""
    found = text.search(words).get_next()
    assert found is not None
    boxes = [text.get_charbox(found[0] + place) for place in range(found[1])]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def test_a_version_keeps_its_words_and_the_checks_say_where_they_can_change(record: PlanPaper) -> None:
    swaps = (WordSwap(SwapKind.PLAINER, "en", "tolerance", "what you can do"),)
    signed = replace(record, swaps=swaps)
    waiting = replace(signed, version=replace(record.version, signatures=()))
    ends = [plan_sheet.remarks(paper, 2, False)[-1] for paper in (signed, waiting)]
    assert ends == [
        "Version 2 is signed and keeps its words. The next version can say it otherwise.",
        "Version 2 is ready to sign and keeps its words. A change to the plan can say it otherwise.",
    ]
    draft = plan_sheet.remarks(replace(waiting, draft=True), 2, False)
    assert draft[-1] == "Plainer: what you can do for tolerance, in: Lifting tolerance"
    assert not any("keeps its words" in told for told in plan_sheet.remarks(record, 2, False))
