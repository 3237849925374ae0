"""The next plan says what was asked for and done; the front says when they come again, and both can be left out."""

from dataclasses import replace
from datetime import date, time

from alliance_desktop.documents import sheets
from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.promise import Promise
from tests.documents.conftest import Reader

KEPT = Promise(1, 1, "Please warm the room", "Heater on before she comes", date(2026, 5, 1), None, date(2026, 5, 8))
COMING = Appointment(1, "u", 1, "Maria Feldner", "", date(2026, 6, 29), time(10, 30), 60, "A word of hers alone")


def test_both_stand_on_the_paper_in_their_words(record: PlanPaper, read: Reader) -> None:
    told = replace(record, kept=(KEPT,), next_visit=COMING)
    for large in (False, True):
        text = read(sheets.draw(DocumentKind.PLAN, told, Paper.A4, large).data)
        assert "Since then you asked" in text
        assert "Please warm the room" in text
        assert "We did: Heater on before she comes" in text
        assert "Next visit Monday 29 June, 10:30" in text
        assert "A word of hers alone" not in text


def test_what_was_asked_and_done_can_be_left_out(record: PlanPaper, read: Reader) -> None:
    told = replace(record, kept=(KEPT,), left_out=frozenset({Section.ASKED}))
    assert "Heater" not in read(sheets.draw(DocumentKind.PLAN, told, Paper.A4, False).data)
