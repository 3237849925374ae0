"""The look of this computer: read before the password, kept whenever it changes."""

from alliance_desktop.domain.appearance import Settings
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import settings_file


def current(folder: PracticeFolder) -> Settings:
    """The settings kept, or the defaults."""
    return settings_file.load(folder)


def keep(folder: PracticeFolder, settings: Settings) -> None:
    """Keep the settings; raises a refusal when the folder does not take them."""
    settings_file.save(folder, settings)
