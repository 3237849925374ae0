"""The program speaks German and Spanish, from the first page on; a client's papers are in the client's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from alliance_desktop import words
from alliance_desktop.services import appearance, clients
from tests.journeys.conftest import PASSWORD, Hands


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.speak("en")


def button(hands: Hands, name: str) -> str:
    return hands.find(QAbstractButton, name).text().replace("&", "")


def choose(hands: Hands, name: str, value: str) -> None:
    choice = hands.find(QComboBox, name)
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def test_the_first_run_speaks_the_language_that_was_chosen_from_its_next_moment_on(hands: Hands) -> None:
    hands.click("language_de_chip")
    hands.until(lambda: button(hands, "look_step_on_button") == "Fortsetzen")
    assert appearance.current(hands.folder).language == "de"
    hands.click("look_step_on_button")
    hands.click("new_practice_button")
    hands.type("therapist_edit", "Ana Brandl")
    hands.click("names_step_on_button")
    hands.type("password_field", PASSWORD)
    assert "gut" in hands.find(QLabel, "strength").text().lower()
    hands.click("phrase_button")
    assert len(hands.find(QWidget, "password_field").text().split()) == 5  # type: ignore[attr-defined]


def test_settings_change_the_language_at_once_and_nothing_is_locked(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.workspace.go("settings")
    choose(hands, "language_choice", "es")
    hands.until(lambda: hands.window.workspace is not None and button(hands, "today_button") == "Hoy")
    assert hands.workspace.settings_page.isVisible()
    assert [line.full_name for line in clients.lines()] == ["Maria Feldner"]
