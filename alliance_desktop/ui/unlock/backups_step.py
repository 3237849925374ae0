"""Where backups go: a drive that was found, a folder, or later."""

from pathlib import Path

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui.drive_choice import DriveChoice
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class BackupsStep(StepPage):
    """The last step; a drive that can be carried away is proposed, and nothing has to be decided now."""

    def __init__(self, folder: PracticeFolder) -> None:
        about = _("A backup on a drive brings everything back when the computer is lost. It is encrypted too.")
        super().__init__("backups_step", _("Where should backups go?"), about, _("Open my practice"))
        self.drive_choice = DriveChoice(folder, later=True)
        self.later_words = Words(_("You can change this at any time on the Backup page."), "small", "muted")
        self.fill(column(self.drive_choice, self.later_words, gap=12))

    @property
    def target(self) -> Path | None:
        """Where backups go, or None for later."""
        return self.drive_choice.target

    def enter(self) -> None:
        super().enter()
        self.drive_choice.look()

    def go_on(self) -> None:
        # What is ticked now is what was chosen, whatever is plugged in meanwhile.
        self.drive_choice.choose(self.target)
        super().go_on()

    def use_folder(self, target: Path) -> None:
        """Send backups to a folder of the therapist's own choice."""
        self.drive_choice.choose(target)
