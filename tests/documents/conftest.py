"""A plan of two fictional people, as paper takes it, and what a reader finds in the finished file."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdfium2 import PdfDocument

from alliance_desktop.domain.plan import (
    Agreement,
    Choice,
    Commitment,
    Goal,
    HowSigned,
    PlanContent,
    PlanVersion,
    Reservation,
    Signature,
    Signer,
    Signs,
    Way,
)
from alliance_desktop.domain.plan_changes import ChangeLine, Kind
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.voice import Said, Whose

MADE = datetime(2026, 6, 15, 12, tzinfo=UTC)
Reader = Callable[[bytes], str]


@pytest.fixture
def read() -> Reader:
    """Every page's text, one after the other, with single spaces, in the order it was drawn."""

    def text(data: bytes) -> str:
        pages = PdfDocument(data)
        told = " ".join(page.get_textpage().get_text_range() for page in pages)
        pages.close()
        return " ".join(told.split())

    return text


@pytest.fixture
def content() -> PlanContent:
    """What Maria and Ana agreed on."""
    review = date(2026, 7, 27)
    return PlanContent(
        what_matters=Said("I want to pick up my grandson without fear.", date(2026, 5, 4)),
        goals=(
            Goal("g1", Said("Lift Leo with no fear"), "Lifting tolerance", "Lift my grandson", 4, 8, review),
            Goal("g2", Said("Sleep all night long"), "Back pain at night", "Sleep through", 5, 8, review),
            Goal("g3", Said("Sing in the choir again"), "", "Stand for half the practice", 2, 6, date(2027, 3, 1)),
        ),
        agreement=Agreement(6, "every Monday", 50, "back and hips", "the right knee"),
        commitments=(
            Commitment("c1", Whose.THERAPIST, "Work on your back", "Mondays, firm and slow."),
            Commitment("c2", Whose.CLIENT, "Warm pack", "Each evening, 15 minutes", review),
            Commitment("c3", Whose.CLIENT, "Cat stretch", "Each morning, 8 slow times"),
        ),
        reservations=(
            Reservation("r1", Said("I may not manage walks in the rain."), "Walking indoors counts."),
            Reservation("r2", Said("Will it hurt?")),
        ),
        reservations_asked=True,
        review_on=review,
    )


@pytest.fixture
def record(content: PlanContent) -> PlanPaper:
    """Version 2 of that plan, signed by both, with one thing done and two changes."""
    wave = (tuple((i / 20, 0.5 + 0.3 * math.sin(i)) for i in range(21)),)
    signatures = tuple(
        Signature(signer, name, HowSigned.DRAWN, "d", MADE, wave)
        for signer, name in ((Signer.CLIENT, "Maria Feldner"), (Signer.THERAPIST, "Ana Brandl"))
    )
    version = PlanVersion(1, 1, 2, content, (), "Maria Feldner", "Ana Brandl", "", "d", MADE, signatures)
    practice = Practice("Ana Brandl", "bodywork", "Quiet Hands", "555 0142", "ana@example.org", "Lark Street 3")
    changes = (ChangeLine(Kind.CHANGED, "Visits: 4 → 6"), ChangeLine(Kind.NEW, "You will: Cat stretch"))
    return PlanPaper(version, practice, "Maria", frozenset({"c2"}), changes, since=version.number - 1, copied=True)


@pytest.fixture
def whole(record: PlanPaper) -> PlanPaper:
    """That plan with every part filled in."""
    content = record.version.content
    ladders = (
        ("I do not lift him", "I lift him and hurt all day", "I lift him, fine within an hour", "I lift him and think "
         "nothing of it", "I carry him up the stairs"),
        ("I wake four times", "I wake two or three times", "I wake once and fall asleep again", "Most nights I sleep "
         "right through", "Every night I sleep right through"),
        ("I stay at home", "I stand for one song", "I stand for half the practice", "I stand for the whole practice",
         "I sing the summer concert"),
    )  # fmt: skip
    goals = tuple(
        replace(goal, activity="", professional="", now=None, hoped=None, ladder=ladder, step=step)
        for goal, ladder, step in zip(content.goals, ladders, (-1, 0, -2), strict=True)
    )
    steps = (
        content.commitments[0],
        replace(content.commitments[1], stop_if="the skin gets sore", confidence=8),
        replace(content.commitments[2], stop_if="pain runs down a leg", confidence=8),
    )
    full = replace(
        content,
        goals=goals,
        commitments=steps,
        agreement=replace(content.agreement, pressure="Firm", stop_signal="I tap the table twice"),
        ways=(
            Way("w1", "Hands and home", "Massage brings ease, stretches keep it.", "It asks patience.", "Six visits"),
            Way("w2", "Stretches alone", "Free, and at your own pace.", "Slower. Easy to let slip."),
            Way("w3", "See the doctor first", "Rules out other causes.", "A wait of three weeks."),
        ),
        choice=Choice("w1", Said("I want hands on first."), Said("No more tablets.")),
        strengths=Said("A warm bath and my choir."),
        understanding="The muscles of the low back hold tight after the fall. Nothing is broken.",
        signs=Signs(
            "You lift Leo and are fine within an hour.",
            "If nothing has moved by 27 July, we change the plan.",
            "you hurt more for two days after a visit",
            "a leg goes weak or numb, or you lose control of your bladder or bowels.",
        ),
        teach_back=Said("You loosen my back and I keep it moving."),
    )  # fmt: skip
    return replace(record, version=replace(record.version, content=full))
