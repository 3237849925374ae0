"""Leads the real windows through the main job on a sample practice, and checks each result in what was stored.

Pictures of each step in light and dark, the plan as a PDF; the stored values are read by a second process.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import clients
from alliance_desktop.tour.person import Person, pause
from alliance_desktop.ui import theme
from alliance_desktop.ui.interruption import Interruption
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.ui.workspace import Workspace
from alliance_desktop.words import _

NAME = "Klara Testmann"
MATTERS = "I want to carry my cello up the stairs again."


class TourFolderInUse(AllianceError):
    """The folder for the tour holds something that is not a tour's."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour: what was looked at, whether it held, and what was found."""

    name: str
    held: bool
    words: str


class Tour:
    """One walk through the windows."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = PracticeFolder(target / "practice")
        self.application = _application()
        self.settings = Settings(theme=Theme.LIGHT)
        self.steps: list[Step] = []
        self.number = 0
        self.found: dict[str, object] = {}

    def walk(self) -> list[Step]:
        """Do every step; the first that does not hold ends the walk."""
        theme.apply(self.application, Theme.LIGHT)
        self.window = MainWindow(self.folder, self.settings)
        self.window.resize(1280, 800)
        self.window.show()
        self.person = Person(self.window)
        try:
            with Interruption(self.person.leave):
                for name, act in self._acts():
                    self._step(name, act)
                    if not self.steps[-1].held:
                        break
                self.person.stay()
        finally:
            self.window.close_now()
            pause(100)
        return self.steps

    def _acts(self) -> list[tuple[str, Callable[[], tuple[bool, str]]]]:
        return [
            ("unlock", self._unlock),
            ("today", self._today),
            ("clients", self._clients),
            ("brief", self._brief),
            ("agreed-plan", self._agreed_plan),
            ("new-client", self._new_client),
            ("plan-draft", self._write_plan),
            ("plan-signed", self._sign_plan),
            ("plan-revised", self._revise_plan),
            ("paper", self._paper),
            ("note", self._note),
            ("search", self._search),
            ("backup", self._backup),
            ("settings", self._settings),
            ("help", self._help),
            ("stored", self._stored),
            ("restored", self._restored),
        ]

    def _step(self, name: str, act: Callable[[], tuple[bool, str]]) -> None:
        try:
            held, words = act()
        except AllianceError as refusal:
            held, words = False, str(refusal)
        self.number += 1
        self.steps.append(Step(name, held, words))
        self._picture(name)

    def _picture(self, name: str) -> None:
        for look in (Theme.DARK, Theme.LIGHT):
            theme.apply(self.application, look)
            pause(60)
            self.window.grab().save(str(self.target / f"{self.number:02d}-{name}-{look}.png"))

    @property
    def workspace(self) -> Workspace:
        if self.window.workspace is None:
            raise TourFolderInUse(_("The practice is not open."))
        return self.window.workspace

    def _unlock(self) -> tuple[bool, str]:
        self._picture("door")
        self.person.click("unlock_button")
        self.person.until(_("The workspace"), lambda: self.window.workspace is not None)
        return True, _("The sample's password opened the practice.")

    def _today(self) -> tuple[bool, str]:
        count = self.workspace.today_page.lately.records.rowCount()
        return count > 0, _("{n} clients seen last are shown.").format(n=count)

    def _clients(self) -> tuple[bool, str]:
        self.workspace.go("clients")
        count = self.workspace.clients_page.client_list.records.rowCount()
        return count >= 12, _("{n} clients are listed.").format(n=count)

    def _brief(self) -> tuple[bool, str]:
        self.workspace.open_client(clients.lines("Maria Feldner")[0].id, "brief")
        block = self.person.find("what_matters")
        return "garden" in block.accessibleName(), block.accessibleName()

    def _agreed_plan(self) -> tuple[bool, str]:
        self.workspace.client_page.show_tab("plan")
        version = self.workspace.plan_tab.view.version
        held = version is not None and version.agreed
        return held, _("The sample's plan is signed by both.") if held else _("There is no signed plan.")

    def _new_client(self) -> tuple[bool, str]:
        self.workspace.new_client()
        self.person.type("name_edit", NAME)
        self.person.click("accept_button")
        self.person.until(NAME, lambda: self.workspace.client_page.name.text() == NAME)
        return True, _("A name was enough.")

    def _write_plan(self) -> tuple[bool, str]:
        self.workspace.client_page.show_tab("plan")
        self.person.click("begin_plan_button")
        self.person.type("matters_edit", MATTERS)
        self.person.type("goal_1_said_edit", "Two floors with the cello")
        self.person.type("goal_1_professional_edit", "Carrying eight kilos on the left for two floors")
        self.person.type("goal_1_activity_edit", "Carrying the cello")
        self.person.digit("goal_1_now", 3)
        self.person.digit("goal_1_hoped", 8)
        self.person.type("visits_edit", "6")
        self.person.type("rhythm_edit", "every two weeks")
        self.person.click("add_mine_button")
        self.person.type("therapist_1_what_edit", "Work slowly on the left shoulder")
        self.person.click("add_yours_button")
        self.person.type("client_1_what_edit", "Door-frame stretch")
        self.person.type("client_1_how_edit", "every morning")
        self.person.click("asked_box")
        return True, _("Both voices are in the draft.")

    def _sign_plan(self) -> tuple[bool, str]:
        self.person.click("ready_button")
        self.person.sign("client_pad")
        self.person.click("client_sign_button")
        self.person.click("therapist_how_choice_2")
        self.person.type("therapist_reason_edit", "Oil on my hands")
        self.person.click("therapist_sign_button")
        self.person.until(_("The signed plan"), lambda: self.workspace.plan_tab.view.isVisible())
        return True, _("The client signed on the pad, the therapist agreed aloud.")

    def _revise_plan(self) -> tuple[bool, str]:
        self.person.click("change_button")
        self.person.type("visits_edit", "4")
        self.workspace.plan_tab.editor.flush()
        self.person.type("reason_0_edit", "It goes faster than I thought")
        self.person.click("ready_button")
        for seat in ("client", "therapist"):
            self.person.sign(f"{seat}_pad")
            self.person.click(f"{seat}_sign_button")
        self.person.until(_("Version 2"), self._second_version)
        return True, _("Version 2 says what changed.")

    def _second_version(self) -> bool:
        version = self.workspace.plan_tab.view.version
        return version is not None and version.number == 2 and version.agreed

    def _paper(self) -> tuple[bool, str]:
        self.person.click("print_button")
        tab = self.workspace.documents_tab
        self.person.until(_("The paper"), lambda: tab.view.pages)
        pause(200)
        tab.save_to(self.target / "plan.pdf")
        text = _text_of(self.target / "plan.pdf")
        wanted = (MATTERS, "Two floors with the cello", "Door-frame stretch", "version 2", "Visits: 6 → 4")
        missing = [words for words in wanted if " ".join(words.split()) not in text]
        return not missing, _("The paper holds both voices.") if not missing else ", ".join(missing)

    def _note(self) -> tuple[bool, str]:
        self.person.click("note_button")
        self.person.type("asked_edit", "My left shoulder, after the concert.")
        self.person.type("did_edit", "Slow strokes, held pressure on the left.")
        self.person.type("response_edit", "Let go after five minutes.")
        self.person.type("measure_1_edit", "Tension")
        self.person.digit("rating_1_before", 7)
        self.person.digit("rating_1_after", 4)
        self.person.click("finish_button")
        self.person.until(_("The signed note"), lambda: self.workspace.sessions_tab.view.isVisible())
        return True, _("The note is signed and locked.")

    def _search(self) -> tuple[bool, str]:
        self.person.type("find_edit", "cello")
        self.person.until(_("A hit"), lambda: self.workspace.found_page.hits)
        return True, _("{n} things found.").format(n=len(self.workspace.found_page.hits))

    def _backup(self) -> tuple[bool, str]:
        drive = self.target / "DRIVE"
        drive.mkdir()
        self.workspace.go("backup")
        self.workspace.backup_page.use_folder(drive)
        self.person.click("make_backup_button")
        self.person.until(_("The proven backup"), lambda: self.workspace.backup_page.result.isVisible())
        return len(list(drive.glob("*.alliance"))) == 1, self.workspace.backup_page.result_words.text()

    def _settings(self) -> tuple[bool, str]:
        self.workspace.go("settings")
        return self.workspace.settings_page.isVisible(), _("Settings are open.")

    def _help(self) -> tuple[bool, str]:
        self.workspace.go("help")
        return self.workspace.help_page.isVisible(), _("Help is open.")

    def _stored(self) -> tuple[bool, str]:
        self.window.close()
        self.person.until(_("The door"), lambda: self.window.workspace is None)
        pause(200)
        told = _second_process("check", str(self.folder.root))
        again = self.target / "plan-again.pdf"
        # What is printed now is one more paper on record.
        self.found = _stored_of(self.folder)
        printed = _second_process("print-plan", str(self.folder.root), "--client", NAME, "-o", str(again))
        differing = [name for name, value in self._wanted().items() if self.found.get(name) != value]
        held = bool(told.get("ok") and printed.get("version") == 2 and MATTERS in _text_of(again) and not differing)
        if held:
            return True, _("A second process found everything as it was typed and signed.")
        return False, _("The stored file differs: {what}").format(what=", ".join(differing))

    def _wanted(self) -> dict[str, object]:
        """What was typed, signed and handed out, as the file must hold it."""
        goal = ["Two floors with the cello", "Carrying eight kilos on the left for two floors", 3, 8]
        mine, yours = "Work slowly on the left shoulder", "Door-frame stretch"
        first: dict[str, object] = {
            "number": 1, "intact": True, "what_matters": MATTERS, "goals": [goal], "visits": 6, "asked": True,
            "commitments": [["therapist", mine, ""], ["client", yours, "every morning"]], "changes": [],
            "signatures": [["client", "drawn", True, ""], ["therapist", "aloud", False, "Oil on my hands"]],
        }  # fmt: skip
        drawn = [["client", "drawn", True, ""], ["therapist", "drawn", True, ""]]
        changed = ["Visits: 6 → 4: “It goes faster than I thought”"]
        fields = {
            "asked": "My left shoulder, after the concert.",
            "did": "Slow strokes, held pressure on the left.",
            "response": "Let go after five minutes.",
        }
        note = {"signed": True, "intact": True, "fields": fields, "ratings": [["Tension", 7, 4]]}
        return {
            "client": NAME,
            "versions": [first, first | {"number": 2, "visits": 4, "changes": changed, "signatures": drawn}],
            "notes": [note],
            "papers": [hashlib.sha256((self.target / "plan.pdf").read_bytes()).hexdigest()],
            "backups": [path.name for path in (self.target / "DRIVE").glob("*.alliance")],
        }

    def _restored(self) -> tuple[bool, str]:
        copy = next((self.target / "DRIVE").glob("*.alliance"))
        again = self.target / "restored"
        _second_process("restore", str(copy), str(again))
        told = _second_process("check", str(again))
        # The backup was made before it could be written down in what it holds.
        same = _stored_of(PracticeFolder(again)) == self.found | {"backups": []}
        paper = self.target / "plan-restored.pdf"
        _second_process("print-plan", str(again), "--client", NAME, "-o", str(paper))
        held = bool(told.get("ok")) and same and MATTERS in _text_of(paper)
        if held:
            return True, _("The backup was restored into an empty folder, and everything is in it.")
        return False, _("What came back from the backup differs.")


def tour(target: Path) -> list[Step]:
    """Write the sample practice, walk through the windows, and return every step with its result."""
    if (target / "practice").exists():
        raise TourFolderInUse(_("{folder} holds a tour already. Please name an empty folder.").format(folder=target))
    root = target / "practice"
    root.mkdir(mode=0o700, parents=True)
    stage.write(PracticeFolder(root), now=datetime.now(UTC))
    return Tour(target).walk()


def _application() -> QApplication:
    existing = QApplication.instance()
    if existing is None and sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return existing if isinstance(existing, QApplication) else QApplication([])


def _text_of(path: Path) -> str:
    """All words of a PDF, blanks and line ends made one."""
    from pypdfium2 import PdfDocument  # heavy: only where paper is read

    with PdfDocument(path) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.split())


def _stored_of(folder: PracticeFolder) -> dict[str, object]:
    command = [sys.executable, "-m", "alliance_desktop.tour.stored", str(folder.root), NAME]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    found: dict[str, object] = json.loads(told.stdout) if told.returncode == 0 else {}
    return found


def _second_process(*arguments: str) -> dict[str, object]:
    command = [sys.executable, "-m", "alliance_desktop", *arguments, "--json"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    found: dict[str, object] = json.loads(told.stdout) if told.returncode == 0 else {}
    return found
