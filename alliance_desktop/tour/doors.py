"""The doors: a practice begun in the first run, quitting with a backup, the recovery code, restore and rescue."""

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.tour.outside import command_line, stored_of, text_of
from alliance_desktop.tour.walk import Act, Walk
from alliance_desktop.ui.backup.restore_page import RestorePage
from alliance_desktop.ui.unlock.first_run import FirstRun
from alliance_desktop.ui.unlock.rescue_page import RescuePage
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from alliance_desktop.words import _

PASSWORD = "moss lantern quiet harbour"
THERAPIST = "Ana Brandl"
CLIENT = "Jonas Wehrling"


class Doors:
    """Steps on a practice of its own, that begins empty and comes back from its backup on another computer."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._first = PracticeFolder(walk.target / "first")
        self._again = PracticeFolder(walk.target / "another-computer")
        self._drive = walk.target / "DRIVE"
        self._code = ""

    def acts(self) -> list[tuple[str, Act]]:
        """The steps in their order."""
        return [
            ("first-run-look", self._look),
            ("first-run-begin", self._begin),
            ("first-run-names", self._names),
            ("first-run-password", self._password),
            ("first-run-sheet", self._sheet),
            ("first-run-backups", self._backups),
            ("first-day", self._first_day),
            ("quit", self._quit),
            ("quit-backup", self._back_up),
            ("forgotten", self._forgotten),
            ("opened-by-code", self._opened_by_code),
            ("restore", self._restore),
            ("restored-here", self._restored),
            ("rescue", self._rescue),
            ("rescued", self._rescued),
        ]

    def _run(self) -> FirstRun:
        page = self._walk.person.find("first_run")
        assert isinstance(page, FirstRun)  # what the name says
        return page

    def _look(self) -> tuple[bool, str]:
        self._walk.open(self._first)
        return self._run().look_step.isVisible(), _("An empty folder begins with the first run.")

    def _begin(self) -> tuple[bool, str]:
        self._walk.person.click("look_step_on_button")
        return self._run().begin_step.isVisible(), _("Four ways to begin.")

    def _names(self) -> tuple[bool, str]:
        self._walk.person.click("new_practice_button")
        self._walk.person.type("therapist_edit", THERAPIST)
        self._walk.person.type("title_edit", "Bodywork")
        return self._run().names_step.draft().therapist == THERAPIST, _("One name is needed.")

    def _password(self) -> tuple[bool, str]:
        self._walk.person.click("names_step_on_button")
        self._walk.person.type("password_field", PASSWORD)
        self._walk.person.type("again_field", PASSWORD)
        return self._run().password_step.words() == PASSWORD, _("Four words make a good password.")

    def _sheet(self) -> tuple[bool, str]:
        self._walk.person.click("password_step_on_button")
        step, paper = self._run().sheet_step, self._walk.target / "recovery-sheet.pdf"
        self._code = " ".join(step.code_words.text().split())
        step.sheet.save_to(paper)
        self._walk.person.until(_("The recovery sheet"), paper.exists)
        self._walk.person.type("typed_edit", self._code)
        on_paper = all(group in text_of(paper) for group in self._code.split())
        return on_paper, _("The sheet bears the code, and it was typed back from it.")

    def _backups(self) -> tuple[bool, str]:
        self._walk.person.click("sheet_step_on_button")
        step = self._run().backups_step
        step.use_folder(self._drive)
        return step.target == self._drive, _("Backups go to the drive.")

    def _first_day(self) -> tuple[bool, str]:
        self._walk.person.click("backups_step_on_button")
        self._walk.person.until(_("The workspace"), lambda: self._walk.window.workspace is not None)
        workspace = self._walk.workspace
        workspace.new_client()
        self._walk.person.type("name_edit", CLIENT)
        self._walk.person.click("accept_button")
        self._walk.person.until(CLIENT, lambda: workspace.client_page.name.text() == CLIENT)
        workspace.go("today")
        return workspace.today_page.isVisible(), _("The first client is here.")

    def _quit(self) -> tuple[bool, str]:
        choice = self._walk.workspace.backup_page.drive_choice
        self._walk.person.until(_("The drive"), lambda: any(drive.removable for drive in choice.seen))
        self._walk.window.close()
        self._walk.person.find("quit_dialog")
        return self._walk.window.isVisible(), _("Nothing was backed up yet, so quitting offers it.")

    def _back_up(self) -> tuple[bool, str]:
        self._walk.person.click("quit_backup_button")
        page = self._walk.workspace.backup_page
        self._walk.person.until(_("The proven backup"), page.result.isVisible)
        return bool(self._copies()), _("Read back from the drive, opened and counted.")

    def _forgotten(self) -> tuple[bool, str]:
        self._walk.window.lock()
        self._walk.person.click("other_way_button")
        self._walk.person.type("code_edit", self._code.lower())
        stored = self._stored(self._first)
        held = len(self._copies()) == 1 and stored.get("backups") == self._copies() and stored.get("client") == CLIENT
        return held, _told(held, _("The backup is on record; whoever forgot the password types the code."))

    def _copies(self) -> list[str]:
        return [path.name for path in self._drive.glob("*.alliance")]

    def _opened_by_code(self) -> tuple[bool, str]:
        self._walk.person.click("unlock_button")
        self._walk.person.until(_("The workspace"), lambda: self._walk.window.workspace is not None)
        self._walk.workspace.go("clients")
        shown = self._walk.workspace.clients_page.client_list.records
        self._walk.person.until(CLIENT, lambda: [line.full_name for line in shown.records] == [CLIENT])
        return True, _("The code on the sheet opened the practice.")

    def _restore(self) -> tuple[bool, str]:
        self._walk.open(self._again)
        self._walk.person.click("look_step_on_button")
        self._walk.person.click("restore_practice_button")
        page = self._walk.person.find("restore_page")
        assert isinstance(page, RestorePage)  # what the name says
        page.look_at(next(self._drive.glob("*.alliance")))
        self._walk.person.type("backup_code_edit", self._code)
        self._walk.person.click("open_backup_button")
        self._walk.person.until(_("The opened backup"), page.restore_button.isEnabled)
        return not self._again.exists, _("The backup was opened and counted, before anything is touched.")

    def _restored(self) -> tuple[bool, str]:
        self._walk.person.click("restore_now_button")
        self._walk.person.until(_("The door"), lambda: isinstance(self._walk.window.centralWidget(), UnlockPage))
        stored, first = self._stored(self._again), self._stored(self._first)
        # The backup was made before it could be written down in what it holds.
        held = bool(stored) and stored == first | {"backups": []} and self._checked()
        return held, _told(held, _("Everything came back on a computer that had nothing."))

    def _checked(self) -> bool:
        secret = self._walk.target / "password-of-the-tour"
        secret.write_text(PASSWORD + "\n", encoding="utf-8")
        told = command_line("check", str(self._again.root), "--password-file", str(secret))
        secret.unlink()
        return bool(told.get("ok"))

    def _rescue(self) -> tuple[bool, str]:
        self._walk.close()
        self._keys = {path: path.read_bytes() for path in (self._again.keys, self._again.keys_copy)}
        self._records = self._again.database.read_bytes()
        for path in self._keys:
            path.write_bytes(b"not keys any more")
        self._walk.open(self._again)
        return isinstance(self._walk.window.centralWidget(), RescuePage), _("Damaged keys lead to the way back.")

    def _rescued(self) -> tuple[bool, str]:
        for path, data in self._keys.items():
            path.write_bytes(data)
        self._walk.person.click("again_button")
        at_the_door = isinstance(self._walk.window.centralWidget(), UnlockPage)
        held = at_the_door and self._again.database.read_bytes() == self._records and self._checked()
        return held, _told(held, _("Nothing was touched, and with its keys the practice opens again."))

    def _stored(self, folder: PracticeFolder) -> dict[str, object]:
        return stored_of(folder, CLIENT, PASSWORD)


def _told(held: bool, words: str) -> str:
    """What a step says of itself where the stored file was asked."""
    return words if held else _("The stored file differs.")
