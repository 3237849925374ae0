"""The guide's words are put in one's own way and back again at Settings; papers for anybody are printed there."""

import pytest
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.services import paper_texts
from alliance_desktop.ui import printing
from tests.documents.looking import lines_of
from tests.journeys.conftest import Hands, hands
from tests.ui.settings.test_password_section import at_settings

__all__ = ["at_settings", "hands"]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was sent to the printer, in words."""
    sent: list[str] = []

    def send(_parent: QWidget, pdf: bytes) -> bool:
        sent.append(" ".join(line for page in lines_of(pdf) for line in page))
        return True

    monkeypatch.setattr(printing, "print_pdf", send)
    return sent


def guide(hands: Hands, printed: list[str]) -> str:
    before = len(printed)
    hands.click("print_guide_button")
    hands.until(lambda: len(printed) > before)
    return printed[-1]


def test_own_words_are_printed_and_ours_come_back_and_can_be_taken_back_again(
    at_settings: Hands, printed: list[str]
) -> None:
    assert "My work is hands-on care." in guide(at_settings, printed)
    at_settings.click("guide_words_button")
    at_settings.type("limits_edit", "I work on Mondays only.")
    told = guide(at_settings, printed)
    assert "I work on Mondays only." in told
    assert "My work is hands-on care." not in told
    assert "You feel what I cannot see." in told, "the other parts stay ours"
    assert set(paper_texts.of("en")) == {PaperText.LIMITS}

    at_settings.click("limits_back_button")
    assert paper_texts.of("en") == {}
    assert at_settings.find(QWidget, "limits_edit").words() == PaperText.LIMITS.ours  # type: ignore[attr-defined]
    at_settings.click("undo_button")
    assert paper_texts.of("en") == {PaperText.LIMITS: "I work on Mondays only."}
    assert "I work on Mondays only." in guide(at_settings, printed)


def test_unfolded_texts_are_as_high_as_their_lines(at_settings: Hands) -> None:
    at_settings.click("guide_words_button")
    edit = at_settings.workspace.settings_page.papers.edits[PaperText.LIMITS]
    at_settings.until(edit.isVisible)
    lines = edit.document().size().height()
    at_settings.until(lambda: edit.viewport().height() >= lines * edit.fontMetrics().lineSpacing())


def test_looking_at_our_words_keeps_nothing(at_settings: Hands) -> None:
    at_settings.click("guide_words_button")
    at_settings.workspace.go("today")
    assert paper_texts.of("en") == {}


def test_a_blank_plan_is_for_anybody(at_settings: Hands, printed: list[str]) -> None:
    at_settings.click("print_blank_button")
    at_settings.until(lambda: printed)
    assert "Name" in printed[0]
    assert "Client Date Ana Brandl, therapist Date" in printed[0]
