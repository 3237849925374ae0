"""The program speaks German and Spanish, from the first page on; a client's papers are in the client's language."""

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from alliance_desktop import words
from alliance_desktop.services import appearance, clients, plans
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


def test_a_client_s_papers_are_in_the_client_s_language_and_their_words_stay_their_own(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("profile")
    choose(hands, "language_choice", "de")
    hands.workspace.profile_tab.leave()
    assert clients.one(1).profile.language == "de"
    now = hands.workspace.desk.now()
    plan = plans.begin(1, now)
    hands.tab("plan")
    hands.type("matters_edit", "I want my garden back.")
    hands.workspace.plan_tab.editor.flush()
    version = plans.make_ready(plan.id, {}, now)
    hands.tab("documents")
    hands.workspace.documents_tab.preview(version.id)
    hands.until(lambda: hands.workspace.documents_tab.drawn)
    read = PdfReader(io.BytesIO(hands.workspace.documents_tab.shown_pdf))
    text = "\n".join(page.extract_text() for page in read.pages)
    assert "Unser Plan, Maria und Ana" in text
    assert "Was Ihnen wichtig ist, Maria" in text
    assert "I want my garden back." in text
    assert "Our plan" not in text
    assert str(read.root_object["/Lang"]) == "de"
