"""Words that are better said otherwise are looked through, changed, hidden and given back at Settings."""

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from alliance_desktop.services import word_swaps
from tests.journeys.conftest import Hands, hands
from tests.ui.settings.test_password_section import at_settings

__all__ = ["at_settings", "hands"]


def rows(hands: Hands) -> list[str]:
    model = hands.workspace.settings_page.words.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def instead(word: str) -> list[str]:
    return [swap.instead for swap in word_swaps.of("en") if swap.word == word]


def test_a_word_is_looked_up_changed_and_given_back(at_settings: Hands) -> None:
    at_settings.type("swap_word_edit", "trapezius")
    assert rows(at_settings) == ["trapezius → muscle from neck to shoulder"]
    at_settings.type("swap_instead_edit", "shoulder muscle")
    at_settings.click("swap_keep_button")
    assert instead("trapezius") == ["shoulder muscle"]
    at_settings.type("swap_word_edit", "trapezius")
    at_settings.click("swap_remove_button")
    assert instead("trapezius") == ["muscle from neck to shoulder"]
    at_settings.click("undo_button")
    assert instead("trapezius") == ["shoulder muscle"]


def test_a_word_may_never_be_asked_about_again(at_settings: Hands) -> None:
    at_settings.type("swap_word_edit", "trapezius")
    at_settings.click("swap_hide_button")
    assert instead("trapezius") == []
    at_settings.type("swap_word_edit", "trapezius")
    assert rows(at_settings) == ["trapezius → never asked"]


@pytest.mark.parametrize("missing", ["swap_word_edit", "swap_instead_edit"])
def test_half_a_word_is_said_and_nothing_is_kept(at_settings: Hands, missing: str) -> None:
    for name in {"swap_word_edit", "swap_instead_edit"} - {missing}:
        at_settings.type(name, "fascia")
    at_settings.click("swap_keep_button")
    assert at_settings.workspace.settings_page.words.word_box.problem.isVisible()
    assert word_swaps.own("en") == ()
    assert at_settings.find(QWidget, "swap_list")


def test_the_words_of_another_language_are_changed_for_clients_who_read_it(at_settings: Hands) -> None:
    choice = at_settings.find(QComboBox, "swap_language_choice")
    assert choice.currentText() == "English"
    choice.setFocus()
    at_settings.qtbot.keyClicks(choice, "Deutsch")
    at_settings.type("swap_word_edit", "palpation")
    assert rows(at_settings) == ["Palpation → Tasten"]
    at_settings.type("swap_instead_edit", "Fühlen")
    at_settings.click("swap_keep_button")
    assert [swap.instead for swap in word_swaps.own("de")] == ["Fühlen"]
    assert word_swaps.own("en") == ()
