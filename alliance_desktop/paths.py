"""Where things lie: the folder of this user's practice and the names of the files in it."""

from dataclasses import dataclass
from pathlib import Path


def default_practice() -> Path:
    """Return the folder of this user's own practice; it may not exist yet."""
    import platformdirs  # late: not needed where a folder was named

    return Path(platformdirs.user_data_dir("Alliance Desktop", appauthor=False)) / "practice"


@dataclass(frozen=True, slots=True)
class PracticeFolder:
    """The files of one practice; trust.md names them all, and nothing is written outside this folder."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "practice.db"

    @property
    def keys(self) -> Path:
        return self.root / "practice.keys"

    @property
    def keys_copy(self) -> Path:
        return self.root / "practice.keys.bak"

    @property
    def lock(self) -> Path:
        return self.root / "practice.lock"

    @property
    def front(self) -> Path:
        """What a second program writes so that the first comes to the front."""
        return self.root / "front"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def attempts(self) -> Path:
        return self.root / "attempts.json"

    @property
    def log(self) -> Path:
        return self.root / "log"

    @property
    def aside(self) -> Path:
        """Ciphertext under work; swept at start."""
        return self.root / "aside"

    @property
    def exists(self) -> bool:
        """True when a practice was set up here, even if one of its files has gone missing since."""
        return self.keys.exists() or self.keys_copy.exists() or self.database.exists()
