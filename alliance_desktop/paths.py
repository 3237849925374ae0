"""Where things lie: the folder of this user's practice and the names of the files in it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


def default_practice() -> Path:
    """Return the folder of this user's own practice; it may not exist yet."""
    import platformdirs  # late: not needed where a folder was named

    return Path(platformdirs.user_data_dir("Alliance Desktop", appauthor=False)) / "practice"


RESTORING = "restoring"


@dataclass(frozen=True, slots=True)
class PracticeFolder:
    """The files of one practice, named here and nowhere else; nothing is written outside this folder.

    While it is written a small file ends in ``.new``; an open database has ``-wal`` and ``-shm`` beside it.
    """

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
    def settings_aside(self) -> Path:
        """Settings that could not be read."""
        return self.root / "settings.json.set-aside"

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
    def restoring(self) -> Path:
        """Where a backup is put and proven before it takes the place of what is here."""
        return self.root / RESTORING

    @property
    def restore_plan(self) -> Path:
        """Stands only while the two change places."""
        return self.root / "restoring.json"

    @property
    def restored(self) -> Path:
        """What the last restore was, until the practice that came back was opened and knows it."""
        return self.root / "restored.json"

    def replaced(self, moment: datetime) -> Path:
        """Where what a restore replaced is kept; a folder that is not there yet."""
        return self._free(f"replaced-{moment:%Y%m%dT%H%M%SZ}")

    def _free(self, name: str) -> Path:
        place, nth = self.root / name, 1
        while place.exists():
            nth += 1
            place = self.root / f"{name}-{nth}"
        return place

    def before_schema(self, number: int) -> Path:
        """The records as they were before they were brought to this schema."""
        return self.root / f"practice-before-schema-{number}.db"

    def before_schemas(self) -> tuple[Path, ...]:
        """Every such copy that is here."""
        return tuple(self.root.glob("practice-before-schema-*.db"))

    @property
    def unfinished(self) -> bool:
        """True where there are keys and nothing tells that there ever were records: a set-up that was cut off."""
        records = (self.database, self.restore_plan, self.restored, *self.before_schemas())
        ever = any(file.exists() for file in records) or any(self.root.glob("replaced-*"))
        return (self.keys.exists() or self.keys_copy.exists()) and not ever

    def unused(self, moment: datetime) -> Path:
        """Where the keys of a set-up that was cut off are kept; a folder that is not there yet."""
        return self._free(f"unused-{moment:%Y%m%dT%H%M%SZ}")

    @property
    def exists(self) -> bool:
        """True when a practice was set up or is being restored here, even if one of its files has gone missing."""
        files = (self.keys, self.keys_copy, self.database, self.restore_plan)
        return any(file.exists() for file in files)
