"""The main job on the sample: brief, client, plan, paper, note, search and backup, checked in what was stored."""

import hashlib
from pathlib import Path

from PySide6.QtCore import Qt

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients
from alliance_desktop.tour.closing import Closing
from alliance_desktop.tour.outside import command_line, stored_of, text_of
from alliance_desktop.tour.person import pause
from alliance_desktop.tour.together import TALKER, Together
from alliance_desktop.tour.visits import VisitsToCome
from alliance_desktop.tour.walk import Act, Walk
from alliance_desktop.words import _

NAME = "Klara Testmann"
MATTERS = "I want to carry my cello up the stairs again."
PHONE, OWN_PHONE = "0664 55 02 11", "0664 55 01 99"

# Each of the other papers and what stands on it.
_PAPERS = (
    ("home-care.pdf", "At home"),
    ("pocket-card.pdf", "Cut along the dashed line"),
    ("think-before.pdf", "Before you come"),
    ("progress.pdf", "How it goes, Klara"),
    ("guide.pdf", "You can always say it"),
    ("privacy.pdf", "How your words are kept"),
    ("blank-plan.pdf", "Draw on the figure"),
    ("closing-slips.pdf", "One ring in each row"),
    ("referral-letter.pdf", "Dear colleague"),
    ("ending-letter.pdf", "Dear Klara"),
)


class MainJob:
    """Steps on the sample practice that lies in a folder."""

    def __init__(self, walk: Walk, folder: PracticeFolder) -> None:
        self._walk, self._folder = walk, folder
        self._found: dict[str, object] = {}
        self._copies: list[Path] = []
        self._together, self._closing, self._visits = Together(walk), Closing(walk), VisitsToCome(walk)

    def acts(self) -> list[tuple[str, Act]]:
        """The steps in their order."""
        return [
            ("door", self._door),
            ("unlock", self._unlock),
            ("today", self._today),
            *self._visits.coming(),
            ("clients", self._clients),
            ("brief", self._brief),
            ("agreed-plan", self._agreed_plan),
            *self._closing.acts(),
            *self._visits.repairing(),
            *self._together.acts(),
            ("new-client", self._new_client),
            ("health", self._health),
            ("consent", self._consent),
            ("profile", self._profile),
            ("plan-draft", self._write_plan),
            ("signing", self._signing),
            ("plan-signed", self._sign_plan),
            ("plan-revised", self._revise_plan),
            ("paper", self._paper),
            ("other-papers", self._other_papers),
            ("note-typing", self._note),
            ("note-body", self._mark),
            ("note", self._finish),
            ("search", self._search),
            ("settings", self._settings),
            ("help", self._help),
            ("backup", self._backup),
            ("stored", self._stored),
            ("restored", self._restored),
        ]

    def _door(self) -> tuple[bool, str]:
        self._walk.open(self._folder)
        return self._walk.window.workspace is None, _("The sample waits at its door.")

    def _unlock(self) -> tuple[bool, str]:
        self._walk.person.click("unlock_button")
        self._walk.person.until(_("The workspace"), lambda: self._walk.window.workspace is not None)
        return True, _("The sample's password opened the practice.")

    def _today(self) -> tuple[bool, str]:
        count = self._walk.workspace.today_page.lately.records.rowCount()
        return count > 0, _("{n} clients seen last are shown.").format(n=count)

    def _clients(self) -> tuple[bool, str]:
        self._walk.workspace.go("clients")
        count = self._walk.workspace.clients_page.client_list.records.rowCount()
        return count >= 12, _("{n} clients are listed.").format(n=count)

    def _brief(self) -> tuple[bool, str]:
        self._walk.workspace.open_client(clients.lines("Maria Feldner")[0].id, "brief")
        block = self._walk.person.find("what_matters")
        return "garden" in block.accessibleName(), block.accessibleName()

    def _agreed_plan(self) -> tuple[bool, str]:
        self._walk.workspace.client_page.show_tab("plan")
        version = self._walk.workspace.plan_tab.view.version
        held = version is not None and version.agreed
        return held, _("The sample's plan is signed by both.") if held else _("There is no signed plan.")

    def _new_client(self) -> tuple[bool, str]:
        self._walk.workspace.new_client()
        self._walk.person.type("name_edit", NAME)
        self._walk.person.click("accept_button")
        self._walk.person.until(NAME, lambda: self._walk.workspace.client_page.name.text() == NAME)
        return True, _("A name was enough.")

    def _health(self) -> tuple[bool, str]:
        self._walk.workspace.client_page.show_tab("profile")
        self._walk.person.type("phone_edit", PHONE)
        self._walk.person.type("occupation_edit", "Cellist")
        self._walk.person.click("health_button")
        self._walk.person.type("name_edit", "Old fracture of the wrist")
        self._walk.person.type("advice_edit", "No pull on the left hand")
        return True, _("What asks for care has a form.")

    def _consent(self) -> tuple[bool, str]:
        self._walk.person.click("accept_button")
        self._walk.person.click("consent_button")
        self._walk.person.find("consent_dialog")
        return True, _("The consent is in the words that are read together.")

    def _profile(self) -> tuple[bool, str]:
        self._walk.person.click("accept_button")
        shown = self._walk.workspace.client_page.stack.currentWidget()
        return shown is not None and shown.isVisible(), _("The profile holds both.")

    def _write_plan(self) -> tuple[bool, str]:
        self._walk.workspace.client_page.show_tab("plan")
        self._walk.person.click("begin_plan_button")
        self._walk.person.type("matters_edit", MATTERS)
        self._walk.person.type("goal_1_said_edit", "Two floors with the cello")
        self._walk.person.type("goal_1_professional_edit", "Carrying eight kilos on the left for two floors")
        self._walk.person.type("goal_1_activity_edit", "Carrying the cello")
        self._walk.person.digit("goal_1_now", 3)
        self._walk.person.digit("goal_1_hoped", 8)
        self._walk.person.type("visits_edit", "6")
        self._walk.person.type("rhythm_edit", "every two weeks")
        self._walk.person.click("add_mine_button")
        self._walk.person.type("therapist_1_what_edit", "Work slowly on the left shoulder")
        self._walk.person.click("add_yours_button")
        self._walk.person.type("client_1_what_edit", "Door-frame stretch")
        self._walk.person.type("client_1_how_edit", "every morning")
        self._walk.person.click("asked_box")
        return True, _("Both voices are in the draft.")

    def _signing(self) -> tuple[bool, str]:
        self._walk.person.click("ready_button")
        self._walk.person.sign("client_pad")
        return True, _("The client draws a signature.")

    def _sign_plan(self) -> tuple[bool, str]:
        self._walk.person.click("client_sign_button")
        self._walk.person.click("therapist_how_choice_2")
        self._walk.person.type("therapist_reason_edit", "Oil on my hands")
        self._walk.person.click("therapist_sign_button")
        self._walk.person.until(_("The signed plan"), lambda: self._walk.workspace.plan_tab.view.isVisible())
        return True, _("The client signed on the pad, the therapist agreed aloud.")

    def _revise_plan(self) -> tuple[bool, str]:
        self._walk.person.click("change_button")
        self._walk.person.type("visits_edit", "4")
        self._walk.workspace.plan_tab.editor.flush()
        self._walk.person.type("reason_0_edit", "It goes faster than I thought")
        self._walk.person.click("ready_button")
        for seat in ("client", "therapist"):
            self._walk.person.sign(f"{seat}_pad")
            self._walk.person.click(f"{seat}_sign_button")
        self._walk.person.until(_("Version 2"), self._second_version)
        return True, _("Version 2 says what changed.")

    def _second_version(self) -> bool:
        version = self._walk.workspace.plan_tab.view.version
        return version is not None and version.number == 2 and version.agreed

    def _paper(self) -> tuple[bool, str]:
        self._walk.person.click("print_button")
        tab = self._walk.workspace.documents_tab
        self._walk.person.until(_("The paper"), lambda: tab.view.pages)
        pause(200)
        tab.save_to(self._walk.target / "plan.pdf")
        text = text_of(self._walk.target / "plan.pdf")
        wanted = (MATTERS, "Two floors with the cello", "Door-frame stretch", "version 2", "Visits: 6 → 4")
        missing = [words for words in wanted if " ".join(words.split()) not in text]
        self._walk.person.click("large_print_box")
        self._walk.person.until(_("The paper"), lambda: tab.drawn)
        tab.save_to(self._walk.target / "plan-large-print.pdf")
        missing += [] if MATTERS in text_of(self._walk.target / "plan-large-print.pdf") else [_("Large print")]
        self._walk.person.click("large_print_box")
        self._walk.person.until(_("The paper"), lambda: tab.drawn)
        return not missing, _("The paper holds both voices.") if not missing else ", ".join(missing)

    def _other_papers(self) -> tuple[bool, str]:
        """Every other paper is chosen, saved and kept; each says what it is for."""
        tab, wanted = self._walk.workspace.documents_tab, dict(_PAPERS)
        missing = []
        for place in range(1, tab.paper_choice.count()):
            tab.paper_choice.setCurrentIndex(place)
            tab.paper_choice.activated.emit(place)
            self._walk.person.until(tab.kind.words, lambda: tab.drawn)
            path = self._walk.target / tab.kind.file_name
            tab.save_to(path)
            missing += [tab.kind.words] if wanted.pop(path.name, path.name) not in text_of(path) else []
        missing += wanted
        count = tab.paper_choice.count() - 1
        return not missing, ", ".join(missing) or _("{n} more papers are saved.").format(n=count)

    def _note(self) -> tuple[bool, str]:
        self._walk.person.click("note_button")
        self._walk.person.type("asked_edit", "My left shoulder, after the concert.")
        self._walk.person.type("did_edit", "Slow strokes, held pressure on the left.")
        self._walk.person.type("response_edit", "Let go after five minutes.")
        self._walk.person.type("measure_1_edit", "Tension")
        self._walk.person.digit("rating_1_before", 7)
        self._walk.person.digit("rating_1_after", 4)
        return True, _("The note is being written.")

    def _mark(self) -> tuple[bool, str]:
        self._walk.person.type("home_edit", "Door-frame stretch, one minute")
        self._walk.person.click("add_note_body_button")
        self._walk.person.press("body_chart_figure", Qt.Key.Key_Return)
        self._walk.person.digit("body_chart_figure", 5)
        marks = self._walk.workspace.sessions_tab.editor.note().marks
        return [mark.strength for mark in marks] == [5], _("Where it is, on the body itself.")

    def _finish(self) -> tuple[bool, str]:
        self._walk.person.click("finish_button")
        self._walk.person.until(_("The signed note"), lambda: self._walk.workspace.sessions_tab.view.isVisible())
        return True, _("The note is signed and locked.")

    def _search(self) -> tuple[bool, str]:
        self._walk.person.type("find_edit", "cello")
        self._walk.person.until(_("A hit"), lambda: self._walk.workspace.found_page.hits)
        hits = self._walk.workspace.found_page.hits
        return NAME in {hit.client_name for hit in hits}, _("{n} things found.").format(n=len(hits))

    def _backup(self) -> tuple[bool, str]:
        drive = self._walk.target / "DRIVE"
        before = set(drive.glob("*.alliance"))
        self._walk.workspace.go("backup")
        self._walk.workspace.backup_page.use_folder(drive)
        self._walk.person.click("make_backup_button")
        self._walk.person.until(_("The proven backup"), lambda: self._walk.workspace.backup_page.result.isVisible())
        made = set(drive.glob("*.alliance")) - before
        self._copies = sorted(made)
        return len(made) == 1, self._walk.workspace.backup_page.result_words.text()

    def _settings(self) -> tuple[bool, str]:
        self._walk.workspace.go("settings")
        self._walk.person.type("phone_edit", OWN_PHONE)
        return self._walk.workspace.settings_page.isVisible(), _("A new number for the printed page.")

    def _help(self) -> tuple[bool, str]:
        self._walk.workspace.go("help")
        return self._walk.workspace.help_page.isVisible(), _("Help is open.")

    def _stored(self) -> tuple[bool, str]:
        self._walk.close()
        told = command_line("check", str(self._folder.root))
        again = self._walk.target / "plan-again.pdf"
        # What is printed now is one more paper on record.
        self._found = stored_of(self._folder, NAME)
        printed = command_line("print-plan", str(self._folder.root), "--client", NAME, "-o", str(again))
        differing = [name for name, value in self._wanted().items() if self._found.get(name) != value]
        talked = stored_of(self._folder, TALKER).get("versions")
        differing += [] if talked == [self._together.wanted()] else [TALKER]
        held = bool(told.get("ok") and printed.get("version") == 2 and MATTERS in text_of(again) and not differing)
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
        handed_out = [*(name for name, _words in reversed(_PAPERS)), "plan-large-print.pdf", "plan.pdf"]
        note = {"signed": True, "intact": True, "fields": fields, "ratings": [["Tension", 7, 4]]}
        note |= {"marks": [["client", "ache", 5]], "home": ["Door-frame stretch, one minute"]}
        return {
            "client": NAME,
            "profile": [PHONE, "Cellist"],
            "health": [["Old fracture of the wrist", "modify", "No pull on the left hand"]],
            "consents": ["treatment"],
            "phone": OWN_PHONE,
            "versions": [first, first | {"number": 2, "visits": 4, "changes": changed, "signatures": drawn}],
            "notes": [note],
            "papers": [hashlib.sha256((self._walk.target / name).read_bytes()).hexdigest() for name in handed_out],
            "backups": [path.name for path in self._copies],
        }

    def _restored(self) -> tuple[bool, str]:
        copy = self._copies[0]
        again = self._walk.target / "restored"
        command_line("restore", str(copy), str(again))
        told = command_line("check", str(again))
        # The backup was made before it could be written down in what it holds.
        same = stored_of(PracticeFolder(again), NAME) == self._found | {"backups": []}
        paper = self._walk.target / "plan-restored.pdf"
        command_line("print-plan", str(again), "--client", NAME, "-o", str(paper))
        held = bool(told.get("ok")) and same and MATTERS in text_of(paper)
        if held:
            return True, _("The backup was restored into an empty folder, and everything is in it.")
        return False, _("What came back from the backup differs.")
