"""A day in the real program, every secret typed at its windows; run as a process of its own by test_leaks.

Arguments: the home of that day, and a folder for pictures of that home taken while the day goes on. Prints, as JSON,
what must not be found anywhere, and what was seen to be opened and reached for.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from alliance_desktop import cli
from alliance_desktop.services import vault
from alliance_desktop.storage import keys
from alliance_desktop.storage.database import database
from alliance_desktop.tour.person import Person, pause
from alliance_desktop.ui.crash_dialog import CrashDialog
from alliance_desktop.ui.main_window import MainWindow
from tests.faults import canaries

HOME, PICTURES = Path(sys.argv[1]), Path(sys.argv[2])
ROOT, DRIVE = HOME / "practice", HOME / "BLUE STICK"
INTERNET = {2, 10, 23, 30}  # AF_INET, and AF_INET6 of Linux, Windows and macOS

written: set[str] = set()
reached: set[str] = set()
titles: set[str] = set()
secrets: list[str] = []


def watch(event: str, given: tuple[Any, ...]) -> None:
    """Note each file that Python opens for writing, and each socket that is not a local one."""
    if event == "open" and isinstance(given[0], str):
        writes = isinstance(given[1], str) and any(letter in given[1] for letter in "wax+")
        if writes or (isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)):
            written.add(str(Path(given[0]).absolute()))
    elif event == "socket.__new__" and int(given[1]) in INTERNET:
        reached.add(f"{event} {given[1]!s}")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        reached.add(event)


def look_around() -> None:
    """Note the titles on screen, and the sockets that libraries opened behind Python's back."""
    titles.update(widget.windowTitle() for widget in QApplication.topLevelWidgets())
    titles.update(
        widget.windowTitle() for widget in QGuiApplication.topLevelWindows() if hasattr(widget, "windowTitle")
    )
    mine = set()
    for entry in Path("/proc/self/fd").iterdir() if Path("/proc/self/fd").is_dir() else ():
        try:
            mine.add(str(entry.readlink()))
        except OSError:
            continue
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        listed = Path("/proc/self/net") / table
        for line in listed.read_text().splitlines()[1:] if listed.exists() else ():
            if f"socket:[{line.split()[9]}]" in mine:
                reached.add(f"{table} {line.split()[1]}")


def picture(name: str) -> None:
    """Keep every file of this moment, as whoever takes the computer away would find it."""
    shutil.copytree(HOME, PICTURES / name, symlinks=True)


class Day:
    """What happens at the windows."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.hands = window, Person(window)

    def live(self) -> None:
        self.set_up()
        self.take_key()
        self.write()
        picture("while it is open")
        self.hand_out()
        self.break_down()
        self.lock_and_mistype()
        picture("while it is locked")
        self.change_keys()
        self.window.close()
        pause(200)

    def set_up(self) -> None:
        self.hands.click("look_step_on_button")
        self.hands.click("new_practice_button")
        self.hands.type("therapist_edit", canaries.THERAPIST)
        self.hands.click("names_step_on_button")
        self.hands.type("password_field", canaries.PASSWORD)
        self.hands.type("again_field", canaries.PASSWORD)
        self.hands.click("password_step_on_button")
        self.type_back("code_words", "typed_edit")
        self.hands.click("sheet_step_on_button")
        self.hands.click("backups_step_on_button")
        self.hands.until("the workspace", lambda: self.window.workspace is not None)

    def type_back(self, shown: str, typed: str) -> None:
        code = str(self.hands.find(shown).text())  # type: ignore[attr-defined]
        secrets.extend([code, code.replace(" ", ""), code.replace("  ", "-"), code.replace("  ", " ")])
        self.hands.type(typed, code)

    def take_key(self) -> None:
        key = database.key
        for raw in (key.secret, key.backup_mac, key.audit, key.keys_check, bytes.fromhex(key.sqlcipher[2:-1])):
            secrets.append(raw.hex())

    def write(self) -> None:
        workspace = self.window.workspace
        assert workspace is not None
        workspace.new_client()
        self.hands.type("name_edit", canaries.CLIENT)
        self.hands.click("accept_button")
        self.hands.until("the client", lambda: workspace.client_page.isVisible())
        workspace.client_page.show_tab("profile")
        for name, words in canaries.TYPED.items():
            self.hands.type(name, words)
        self.hands.click("health_button")
        self.hands.type("name_edit", canaries.HEALTH)
        self.hands.click("accept_button")
        self.write_plan()
        self.write_note()
        self.hands.type("find_edit", canaries.SEARCHED)
        self.hands.until("a hit", lambda: workspace.found_page.hits)

    def write_plan(self) -> None:
        workspace = self.window.workspace
        assert workspace is not None
        workspace.client_page.show_tab("plan")
        self.hands.click("begin_plan_button")
        self.hands.type("matters_edit", canaries.MATTERS)
        self.hands.type("goal_1_said_edit", canaries.GOAL)
        self.hands.click("add_yours_button")
        self.hands.type("client_1_what_edit", canaries.PROMISE)
        self.hands.click("add_reservation_button")
        self.hands.type("reservation_1_said_edit", canaries.RESERVATION)
        self.hands.click("ready_button")
        for seat in ("client", "therapist"):
            self.hands.click(f"{seat}_how_choice_2")
            self.hands.type(f"{seat}_reason_edit", canaries.REASON)
            self.hands.click(f"{seat}_sign_button")

    def write_note(self) -> None:
        self.hands.click("note_button")
        self.hands.type("did_edit", canaries.NOTE)
        did = self.hands.find("did_edit")
        assert isinstance(did, QPlainTextEdit | QLineEdit)
        did.selectAll()
        did.copy()
        pause(1200)
        self.hands.click("finish_button")

    def hand_out(self) -> None:
        workspace = self.window.workspace
        assert workspace is not None
        workspace.open_client(1, "documents")
        self.hands.until("the paper", lambda: workspace.documents_tab.view.pages)
        workspace.go("backup")
        workspace.backup_page.use_folder(DRIVE)
        self.hands.click("make_backup_button")
        self.hands.until("the backup", lambda: workspace.backup_page.result.isVisible())

    def break_down(self) -> None:
        QTimer.singleShot(0, fail)
        self.hands.until("the calm dialog", crashed)
        crashed()[0].go_on_button.click()

    def lock_and_mistype(self) -> None:
        self.window.lock()
        self.hands.until("the door", lambda: self.window.workspace is None)
        pause(100)
        assert QGuiApplication.clipboard().text() == ""
        self.hands.type("password_field", canaries.WRONG)
        self.hands.click("unlock_button")
        self.hands.until("a calm no", lambda: "not the password" in self.hands.find("status").text())  # type: ignore[attr-defined]

    def change_keys(self) -> None:
        self.hands.type("password_field", canaries.PASSWORD)
        self.hands.click("unlock_button")
        self.hands.until("the workspace", lambda: self.window.workspace is not None)
        workspace = self.window.workspace
        assert workspace is not None
        workspace.go("settings")
        self.hands.type("present_password_field", canaries.PASSWORD)
        self.hands.type("new_password_field", canaries.NEXT_PASSWORD)
        self.hands.click("change_password_button")
        self.hands.until("the new password", lambda: "new password holds" in workspace.notice.sentence.text())
        self.hands.type("present_password_field", canaries.NEXT_PASSWORD)
        self.hands.click("new_sheet_button")
        self.type_back("new_code_words", "new_code_edit")
        self.hands.click("use_sheet_button")
        self.hands.until("the new sheet", lambda: "new recovery sheet" in workspace.notice.sentence.text())


def fail() -> None:
    """Break as a fault of ours would, with somebody's name in its mouth."""
    raise ValueError(canaries.FAULT)


def crashed() -> list[CrashDialog]:
    """The dialog that tells of a fault, if it is on screen."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]


def begin() -> None:
    """Live the day once the window stands; whatever stops it ends the program."""
    try:
        Day(next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))).live()
    finally:
        QApplication.exit(0)


def main() -> None:
    """Live one day and print what was seen."""
    vault.COST = keys.CHEAP
    sys.addaudithook(watch)
    if "--reach-out" in sys.argv:
        import socket

        reach = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        reach.bind(("127.0.0.1", 0))
        look_around()
        reach.close()
    else:
        application = QApplication([])
        timer = QTimer()
        timer.timeout.connect(look_around)
        timer.start(40)
        QTimer.singleShot(200, application, begin)
        cli.run(["--practice", str(ROOT)])
        look_around()
    seen = {"written": sorted(written), "reached": sorted(reached), "titles": sorted(titles), "secrets": secrets}
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main()
