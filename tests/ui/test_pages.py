"""What Today, the brief, the clients and the door say, and where the keyboard is when they come."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.domain.session import NoteDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, health, sessions, vault
from alliance_desktop.ui import theme
from alliance_desktop.ui.clients import clients_page
from alliance_desktop.ui.clients.brief_tab import BriefTab
from alliance_desktop.ui.clients.client_page import ClientPage
from alliance_desktop.ui.clients.clients_page import ClientsPage
from alliance_desktop.ui.clients.profile_tab import ProfileTab
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.settings.settings_page import SettingsPage
from alliance_desktop.ui.today.today_page import TodayPage
from alliance_desktop.ui.unlock.backups_step import BackupsStep
from alliance_desktop.ui.unlock.sheet_step import SheetStep
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.ui.widgets.conftest import Dress, dress

__all__ = ["dress"]


@pytest.fixture
def desk(practice: object, dress: Dress) -> Desk:
    """A desk over an empty practice."""
    return Desk()


def open_page(qtbot: QtBot, page: QWidget, width: int = 1000, height: int = 700) -> None:
    page.resize(width, height)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()


def maria(desk: Desk) -> int:
    return clients.welcome(ClientDraft("Maria Feldner", chosen_name="Mizzi"), desk.now()).id


@pytest.fixture
def client_page(qtbot: QtBot, desk: Desk) -> Iterator[ClientPage]:
    """Maria's page with two of its tabs, nothing known of her yet."""
    tabs: dict[str, tuple[str, ClientTab]] = {
        "brief": ("Brief", BriefTab(desk)),
        "profile": ("Profile", ProfileTab(desk)),
    }
    page = ClientPage(desk, tabs)
    page.open(maria(desk), "brief")
    around = QStackedWidget()
    around.addWidget(page)
    open_page(qtbot, around)
    yield page
    around.close()


def test_enter_on_today_opens_the_brief_of_the_first_client(qtbot: QtBot, desk: Desk, practice: PracticeFolder) -> None:
    client_id = maria(desk)
    page = TodayPage(desk, practice)
    open_page(qtbot, page)

    with qtbot.waitSignal(page.client_chosen) as chosen:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)

    assert chosen.args == [client_id, "brief"]


def test_a_client_who_asks_for_care_is_also_shown_with_the_day_they_were_here(
    qtbot: QtBot, desk: Desk, practice: PracticeFolder
) -> None:
    client_id = maria(desk)
    health.note(client_id, HealthDraft(HealthKind.ALLERGY, "Latex", Caution.AVOID), desk.now())
    page = TodayPage(desk, practice)
    open_page(qtbot, page)

    row = page.lately.records.index(0).data(Qt.ItemDataRole.UserRole)

    assert row.caution == "Avoid: Latex"
    assert row.right == "new"


def test_both_headings_of_today_are_equally_high_and_links_end_at_the_page(
    qtbot: QtBot, desk: Desk, practice: PracticeFolder
) -> None:
    client_id = maria(desk)
    sessions.keep(sessions.begin(client_id, desk.now()).id, NoteDraft(desk.today(), promise="Ask"), desk.now())
    page = TodayPage(desk, practice)
    open_page(qtbot, page)
    heading = next(one for one in page.side.findChildren(QLabel) if one.text() == "To finish")
    link = page.findChildren(QAbstractButton)[-1]

    tops = [one.mapTo(page, QPoint(0, one.height())).y() for one in (page.lately_title, heading)]
    ends = [one.mapTo(page, QPoint(one.width(), 0)).x() for one in (page.new_button, link)]

    assert tops[0] == tops[1]
    # A link has 8 pixels of its own around its words.
    assert ends[0] == ends[1] - 8


@pytest.mark.parametrize("kind", [TodayPage, ClientsPage])
def test_a_page_without_anybody_has_one_button(
    qtbot: QtBot, desk: Desk, practice: PracticeFolder, kind: type[TodayPage | ClientsPage]
) -> None:
    page = TodayPage(desk, practice) if kind is TodayPage else ClientsPage(desk)
    open_page(qtbot, page)

    assert [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text()] == [
        "Add your first client"
    ]


def test_what_is_unfinished_is_named_as_the_client_is_called(
    qtbot: QtBot, desk: Desk, practice: PracticeFolder
) -> None:
    sessions.begin(maria(desk), desk.now())
    page = TodayPage(desk, practice)
    open_page(qtbot, page)

    told = [one.text() for one in page.side.findChildren(QWidget) if hasattr(one, "text")]  # labels and links

    assert any(words.startswith("Mizzi, note of") for words in told)


def test_an_empty_brief_says_what_it_is_for_and_leads_to_the_profile(client_page: ClientPage) -> None:
    page = client_page
    tab = page.stack.currentWidget()
    assert isinstance(tab, BriefTab)
    assert tab.empty.isVisible()

    tab.profile_button.click()

    assert isinstance(page.stack.currentWidget(), ProfileTab)


def test_where_nothing_is_known_the_client_page_says_so(client_page: ClientPage, desk: Desk) -> None:
    page = client_page
    assert page.safety.isVisible()
    assert "nothing known" in page.safety.what.text()

    health.note(page.client_id, HealthDraft(HealthKind.ALLERGY, "Latex", Caution.AVOID), desk.now())
    desk.changed.emit()

    assert page.safety.what.text() == "Latex"


def test_in_a_narrow_window_the_acts_go_above_the_name_and_every_tab_is_whole(
    client_page: ClientPage, dress: Dress
) -> None:
    page = client_page
    assert page.consent_words.isVisible()
    assert page.bar.indexOf(page.acts) >= 0

    dress(Theme.LIGHT, 200)
    page.window().resize(600, 560)
    QTest.qWait(10)

    assert page.acts_row.indexOf(page.acts) >= 0
    assert not page.consent_words.isVisible()
    assert page.consent_icon.accessibleName() == "No consent yet"
    assert page.tab_bar.width() >= page.tab_bar.sizeHint().width()

    dress(Theme.LIGHT, 100)
    page.window().resize(1000, 800)
    QTest.qWait(10)

    assert page.bar.indexOf(page.acts) >= 0
    assert page.menu_button.text() == "More"


def test_where_all_but_a_word_fits_beside_the_tabs_the_menu_is_its_sign_alone(client_page: ClientPage) -> None:
    page = client_page
    page.window().resize(1100, 640)
    QTest.qWait(10)
    shorter = page.acts.width() - 16
    page.window().resize(page.tab_bar.sizeHint().width() + 72 + shorter - page.consent_words.width(), 640)
    QTest.qWait(10)

    assert page.bar.indexOf(page.acts) >= 0
    assert (page.menu_button.text(), page.menu_button.accessibleName()) == ("", "More")

    page.window().resize(1100, 640)
    QTest.qWait(10)

    assert page.menu_button.text() == "More"


def test_that_nobody_is_archived_is_said_right_below_the_choices(qtbot: QtBot, desk: Desk) -> None:
    maria(desk)
    page = ClientsPage(desk)
    open_page(qtbot, page)

    page.archived_chip.click()
    QTest.qWait(10)

    assert page.nothing.y() - page.tools.geometry().bottom() < 40


def test_clients_beyond_those_shown_are_counted_and_the_deleted_ones_obey_the_filter(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients_page, "SHOWN", 2)
    made = [clients.welcome(ClientDraft(name), desk.now()).id for name in ("Ada", "Bea", "Cleo", "Dora")]
    page = ClientsPage(desk)
    open_page(qtbot, page)
    assert page.counted_words.text() == "2 of 4 people; type part of a name for the others"
    for client_id in made[:3]:
        clients.delete(client_id, desk.now())
    page.deleted_chip.click()
    assert page.counted_words.text() == "3 people"
    page.filter_edit.setText("cle")
    qtbot.waitUntil(lambda: page.counted_words.text() == "1 person")
    page.here_chip.click()
    page.filter_edit.setText("")
    qtbot.waitUntil(lambda: [line.full_name for line in page.client_list.records.records] == ["Dora"])


def test_fields_of_the_settings_go_below_each_other_in_large_letters(
    qtbot: QtBot, desk: Desk, dress: Dress, folder: PracticeFolder
) -> None:
    page = SettingsPage(desk, folder, Settings())
    open_page(qtbot, page, 800)

    def tops() -> list[int]:
        return [one.mapTo(page, QPoint(0, 0)).y() for one in (page.therapist_edit, page.title_edit)]

    assert len(set(tops())) == 1
    dress(Theme.LIGHT, 200)
    QTest.qWait(10)

    assert tops()[0] < tops()[1]


@pytest.fixture
def door(qtbot: QtBot, dress: Dress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UnlockPage:
    """The door of the sample practice."""
    folder = PracticeFolder(tmp_path / "sample")
    folder.root.mkdir(mode=0o700)
    monkeypatch.setattr(vault, "is_sample", lambda _folder: True)
    page = UnlockPage(folder, Desk().now)
    open_page(qtbot, page, 1280, 800)
    return page


def test_the_door_speaks_of_the_password_only_where_one_is_asked_for(door: UnlockPage) -> None:
    assert "already filled in" in door.promise.text()
    assert "“" not in door.promise.text()

    door.other_way_button.click()

    assert "filled in" not in door.promise.text()


def test_the_password_and_the_way_in_are_large(door: UnlockPage) -> None:
    assert door.password_field.field.height() == 48
    assert door.unlock_button.height() == 48
    assert door.password_field.field.isAncestorOf(door.password_field.show_button)


def test_doing_without_a_spare_key_says_what_it_means_and_its_code_is_set_like_the_paper(
    qtbot: QtBot, desk: Desk
) -> None:
    step = SheetStep(desk.now)
    qtbot.addWidget(step)

    assert "nobody can open these records" in step.decline_box.accessibleName()
    assert step.code_words.font().family() == theme.font("code").family() == "Noto Sans Mono"


def test_no_drive_is_missed_once_a_place_for_backups_is_chosen(
    qtbot: QtBot, desk: Desk, folder: PracticeFolder, tmp_path: Path
) -> None:
    step = BackupsStep(folder)
    qtbot.addWidget(step)
    step.drive_choice.choose(None)
    assert "No drive" in step.drive_choice.told.text()

    step.use_folder(tmp_path)

    assert "No drive" not in step.drive_choice.told.text()
