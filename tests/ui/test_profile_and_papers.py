"""The profile tells whose words are whose; the papers show only what can be done."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, comforts
from alliance_desktop.ui import theme
from alliance_desktop.ui.clients.profile_tab import ProfileTab
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.documents.documents_tab import DocumentsTab


@pytest.fixture
def maria(practice: PracticeFolder, qapp: QApplication, now: datetime) -> int:
    theme.apply(qapp, Theme.LIGHT)
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


@pytest.fixture
def profile(maria: int, qtbot: QtBot) -> Iterator[ProfileTab]:
    made = ProfileTab(Desk())
    qtbot.addWidget(made)
    made.resize(984, 600)
    made.show()
    made.show_client(maria)
    yield made
    made.leave()


def test_whose_words_is_asked_only_once_there_are_words(profile: ProfileTab) -> None:
    edit, whose = profile.comfort_edits[ComfortKind.PACE], profile.comfort_voices[ComfortKind.PACE]
    assert not whose.isVisible()

    edit.setText("slow")

    assert whose.isVisible()


def test_the_clients_words_stand_in_their_colour(profile: ProfileTab) -> None:
    edit, whose = profile.comfort_edits[ComfortKind.PACE], profile.comfort_voices[ComfortKind.PACE]
    edit.setText("slow")
    assert edit.palette().text().color() == theme.colour("clay_ink")

    whose.click()

    assert edit.palette().text().color() == theme.colour("text")


def test_each_question_whose_words_is_spoken_with_what_it_is_about(profile: ProfileTab) -> None:
    spoken = [
        QAccessible.queryAccessibleInterface(whose).text(QAccessible.Text.Name)
        for whose in profile.comfort_voices.values()
    ]

    assert spoken[0].startswith("Pressure")
    assert len(set(spoken)) == len(spoken)


def test_a_tick_keeps_whose_words_they_are(profile: ProfileTab, maria: int) -> None:
    profile.comfort_edits[ComfortKind.PACE].setText("slow")

    profile.comfort_voices[ComfortKind.PACE].click()
    profile.leave()

    assert [item.whose for item in comforts.of(maria) if item.kind is ComfortKind.PACE] == [Whose.THERAPIST]


def test_without_a_plan_only_papers_that_need_none_are_offered(maria: int, qtbot: QtBot) -> None:
    papers = DocumentsTab(Desk())
    qtbot.addWidget(papers)
    papers.resize(984, 600)
    papers.show()
    papers.show_client(maria)

    offered = [papers.paper_choice.itemData(place) for place in range(papers.paper_choice.count())]

    # Nobody was here yet: there is nothing to tell of visits either.
    assert offered == [kind for kind in DocumentKind if not kind.needs_plan and not kind.of_visits]
    assert papers.note.isVisible()
    assert not papers.kept_list.isVisible()
    # Nobody was here yet: there is no last time to ask about.
    assert list(papers.ticks.boxes) == [Section.NOT_TODAY]
    qtbot.waitUntil(lambda: len(papers.view.pages) == 1, timeout=5000)
