"""Where backups go: what is ticked is where they go, and no drive ever keeps the window waiting."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.backup import Drive
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage.drives import found
from alliance_desktop.ui import theme
from alliance_desktop.ui.drive_choice import DriveChoice
from alliance_desktop.ui.quit_dialog import QuitDialog
from alliance_desktop.ui.widgets.buttons import Chip
from tests.journeys.conftest import Hands, hands

__all__ = ["hands"]


class Ports:
    """What is plugged in, and from which threads it was asked."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.plugged: list[Drive] = []
        self.asked_by: set[threading.Thread] = set()
        self.hangs = threading.Event()
        self.hangs.set()

    def plug(self, name: str, removable: bool = True) -> Path:
        root = self.home / name
        root.mkdir(exist_ok=True)
        self.plugged.append(Drive(name, str(root), 5 << 30, removable))
        return root

    def drives(self) -> tuple[Drive, ...]:
        self.asked_by.add(threading.current_thread())
        self.hangs.wait(20)
        return tuple(self.plugged)


@pytest.fixture
def ports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ports]:
    made = Ports(tmp_path)
    monkeypatch.setattr(found, "drives", made.drives)
    yield made
    made.hangs.set()
    assert threading.main_thread() not in made.asked_by


@pytest.fixture
def choice(qtbot: QtBot, qapp: QApplication, folder: PracticeFolder) -> DriveChoice:
    theme.apply(qapp, Theme.LIGHT)
    made = DriveChoice(folder, later=True)
    qtbot.addWidget(made)
    made.show()
    return made


def look(choice: DriveChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.looked):
        choice.look()


def ticked(choice: DriveChoice) -> list[str]:
    QApplication.processEvents()
    return [chip.text() for chip in choice.findChildren(Chip) if chip.isVisible() and chip.isChecked()]


def stops(choice: DriveChoice) -> list[str]:
    """Where Tab comes by, from what is ticked on."""
    first = next(chip for chip in choice.findChildren(Chip) if chip.isChecked() and chip.isVisible())
    seen, now = [first.objectName()], first.nextInFocusChain()
    while now is not None and now is not first:
        seen += [now.objectName()] * bool(now.focusPolicy() & Qt.FocusPolicy.TabFocus)
        now = now.nextInFocusChain()
    return seen


def press(choice: DriveChoice, words: str, qtbot: QtBot) -> None:
    chip = next(c for c in choice.findChildren(Chip) if c.isVisible() and c.text().startswith(words))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_of_two_drives_with_names_alike_the_one_that_is_pressed_is_ticked(
    choice: DriveChoice, ports: Ports, qtbot: QtBot
) -> None:
    ports.plug("INSIDE", removable=False)
    usb, other = ports.plug("USB"), ports.plug("USB 2")
    look(choice, qtbot)
    assert (choice.target, ticked(choice)) == (usb, ["USB, 5 GB free"])
    press(choice, "USB 2", qtbot)
    assert (choice.target, ticked(choice)) == (other, ["USB 2, 5 GB free"])
    choice.choose(usb)
    assert ticked(choice) == ["USB, 5 GB free"]
    assert stops(choice) == ["drive_1_chip", "look_again_button", "other_folder_button"]
    look(choice, qtbot)
    assert (choice.target, ticked(choice)) == (usb, ["USB, 5 GB free"])


def test_a_folder_of_ones_own_has_a_choice_of_its_own_and_stays_chosen(
    choice: DriveChoice, ports: Ports, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Dropbox").mkdir()
    choice.choose(tmp_path / "elsewhere")
    choice.choose(tmp_path / "Dropbox")
    assert "copied to a service" in choice.caution.text()
    ports.plug("USB")
    look(choice, qtbot)
    assert (choice.target, ticked(choice)) == (tmp_path / "Dropbox", ["Dropbox"])
    press(choice, "Decide later", qtbot)
    assert (choice.target, ticked(choice), choice.caution.isVisible()) == (None, ["Decide later"], False)
    look(choice, qtbot)
    assert choice.target is None


def test_a_drive_that_is_plugged_in_is_proposed_until_somebody_chose(
    choice: DriveChoice, ports: Ports, qtbot: QtBot
) -> None:
    look(choice, qtbot)
    assert "No drive" in choice.told.text()
    assert ticked(choice) == ["Decide later"]
    usb = ports.plug("USB")
    look(choice, qtbot)
    assert (choice.target, choice.told.isVisible()) == (usb, False)
    ports.plugged.clear()
    look(choice, qtbot)
    assert (choice.target, ticked(choice)) == (None, ["Decide later"])


def test_a_look_that_went_wrong_is_no_drive_and_can_be_taken_again(
    choice: DriveChoice, ports: Ports, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trouble() -> tuple[Drive, ...]:
        raise OSError

    with monkeypatch.context() as bad:
        bad.setattr(found, "drives", trouble)
        look(choice, qtbot)
    assert "No drive" in choice.told.text()
    usb = ports.plug("USB")
    look(choice, qtbot)
    assert choice.target == usb


def test_a_drive_that_hangs_keeps_neither_the_page_nor_quitting_waiting(hands: Hands, ports: Ports) -> None:
    hands.found()
    ports.hangs.clear()
    hands.workspace.go("backup")
    hands.until(lambda: hands.workspace.backup_page.drive_choice.looking)
    hands.window.close()
    assert not hands.window.isVisible()
    ports.hangs.set()


def test_a_backup_asked_for_while_drives_are_looked_for_is_made_once_they_are_known(hands: Hands, ports: Ports) -> None:
    hands.found()
    usb = ports.plug("USB")
    hands.workspace.go("backup")
    page = hands.workspace.backup_page
    hands.until(lambda: not page.drive_choice.looking)
    page.drive_choice.target, page.drive_choice.decided = None, False
    ports.hangs.clear()
    page.drive_choice.look()
    page.make()
    ports.hangs.set()
    hands.until(page.result.isVisible)
    assert len(list(usb.glob("*.alliance"))) == 1


def test_without_any_drive_a_backup_asks_where_to_go(hands: Hands, ports: Ports) -> None:
    hands.found()
    hands.workspace.go("backup")
    hands.until(lambda: not hands.workspace.backup_page.drive_choice.looking)
    hands.workspace.backup_page.make()
    assert "choose first" in hands.workspace.notice.sentence.text()


def test_quitting_offers_a_backup_on_the_drive_that_was_seen(hands: Hands, ports: Ports) -> None:
    ports.plug("USB")
    hands.found()
    hands.until(lambda: hands.workspace.backup_page.drive_choice.seen)
    ports.hangs.clear()
    hands.window.close()
    hands.find(QuitDialog, "quit_dialog")
    ports.hangs.set()
