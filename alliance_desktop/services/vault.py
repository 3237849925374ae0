"""The keys of the practice: made, opened with password or recovery code, changed. Light: loaded before any record."""

import os
from dataclasses import dataclass
from datetime import datetime

from alliance_desktop import resources, words
from alliance_desktop.domain import phrase, recovery_code
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic, attempts, keys
from alliance_desktop.storage.keys import SAMPLE_PASSWORD, DataKey
from alliance_desktop.words import _

# zxcvbn's third step of four: withstands an offline guesser for years even before Argon2id slows him down.
ENOUGH = 3

# What one guess costs in a new practice; tests set a cheap one here.
COST = keys.PRODUCTION

__all__ = ["SAMPLE_PASSWORD"]


class PasswordWeak(AllianceError):
    """The password could be guessed."""


class TryLater(AllianceError):
    """Too many wrong tries; a pause runs."""


class FolderKept(AllianceError):
    """What is in the folder stays where it is."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a password is to guess: 0 to 4, and in words."""

    score: int
    words: str

    @property
    def enough(self) -> bool:
        return self.score >= ENOUGH


def strength(password: str) -> Strength:
    """Judge a password as somebody who guesses would."""
    if not password:
        return Strength(0, "")
    from zxcvbn import zxcvbn  # heavy: a dictionary, needed only where a password is chosen

    score = int(zxcvbn(password[:72])["score"])
    told = (
        _("Guessed at once. Try four or five words that do not belong together."),
        _("Guessed quickly. Add a word or two."),
        _("Nearly. One more word will do."),
        _("Good. Hard to guess."),
        _("Very good. Nobody will guess this."),
    )
    return Strength(score, told[score])


def new_phrase() -> str:
    """Return five random words as a password, in the language spoken now where there is a list of it."""
    names = (f"phrase.{language}.txt" for language in (words.spoken(), words.SOURCE))
    listed = next(name for name in names if resources.path("words", name).is_file())
    return phrase.phrase(resources.text("words", listed).split(), os.urandom(phrase.RANDOM_BYTES))


def new_code() -> str:
    """Return a new recovery code, 28 characters."""
    return recovery_code.new(os.urandom(recovery_code.RANDOM_BYTES))


def new_vault_id() -> str:
    """Return the name of a new practice's vault, so that the recovery sheet can bear it before the keys are made."""
    return keys.new_vault_id()


def make(folder: PracticeFolder, password: str, code: str | None, vault: str | None = None) -> DataKey:
    """Make and store the keys of a new practice (seconds: in a job); no code means the sheet was declined.

    ``vault`` is the name that the sheet bears. Raises ``PasswordWeak``.
    """
    _strong(password)
    return keys.create(folder, password, code, cost=COST, vault_id=vault)


def exists(folder: PracticeFolder) -> bool:
    """True when there is a practice in this folder."""
    return folder.exists


def is_unfinished(folder: PracticeFolder) -> bool:
    """True where keys were made but nothing tells that there ever were records."""
    return folder.unfinished


def begin_anew(folder: PracticeFolder, now: datetime) -> None:
    """Put the keys of a set-up that was cut off aside, so that it can begin again; nothing is deleted.

    Raises ``FolderKept`` where there are records, or the folder does not let it.
    """
    kept = FolderKept(_("This folder does not let it be done just now. Everything was left as it is."))
    if not folder.unfinished:
        raise kept
    aside = folder.unused(now)
    try:
        aside.mkdir(mode=0o700)
        # The copy goes last: as long as one of the two is here, this can be done again.
        for path in (folder.keys, folder.keys_copy):
            if path.exists():
                atomic.replace(path, aside / path.name)
    except OSError as trouble:
        raise kept from trouble


def vault_id(folder: PracticeFolder) -> str:
    """Return the name of a practice's vault, which its recovery sheet bears."""
    return keys.read(folder).vault_id


def has_code(folder: PracticeFolder) -> bool:
    """True when a recovery code opens the practice beside its password; False where the keys cannot be read."""
    try:
        return keys.RECOVERY in keys.read(folder).slots
    except AllianceError:
        return False


def is_sample(folder: PracticeFolder) -> bool:
    """True for a sample practice, whose password is shown."""
    return keys.read(folder).sample


def open_with_password(folder: PracticeFolder, password: str, now: datetime) -> DataKey:
    """Return the data key (a second: in a job); a wrong password is counted and makes the next pause longer."""
    _patient(folder, now)
    try:
        return keys.open_with_password(folder, password)
    except keys.WrongPassword:
        attempts.failed(folder, now)
        raise


def open_with_code(folder: PracticeFolder, typed: str, now: datetime) -> DataKey:
    """Return the data key by the recovery code; a mistyped code is told apart and not counted."""
    _patient(folder, now)
    try:
        return keys.open_with_code(folder, typed)
    except keys.WrongCode:
        attempts.failed(folder, now)
        raise


def looks_like_code(typed: str) -> bool:
    """True when what was typed is a whole recovery code."""
    try:
        recovery_code.read(typed)
    except recovery_code.MistypedCode:
        return False
    return True


def pause(folder: PracticeFolder, now: datetime) -> float:
    """Seconds until the next try."""
    return attempts.pause(folder, now)


def change_password(folder: PracticeFolder, present: str, new: str, now: datetime) -> None:
    """Make ``new`` the password (seconds: in a job); the records are not touched.

    Whoever cannot give the ``present`` one changes nothing: raises what ``open_with_password`` raises, and
    ``PasswordWeak``.
    """
    _strong(new)
    key = open_with_password(folder, present, now)
    try:
        keys.change_password(folder, key, new)
    finally:
        key.forget()


def replace_code(folder: PracticeFolder, present: str, code: str, now: datetime) -> None:
    """Make ``code`` the recovery code (seconds: in a job); the former opens only older backups.

    Raises what ``open_with_password`` raises for the ``present`` password, and has then changed nothing.
    """
    key = open_with_password(folder, present, now)
    try:
        keys.replace_recovery(folder, key, code)
    finally:
        key.forget()


def _strong(password: str) -> None:
    judged = strength(password)
    if not judged.enough:
        raise PasswordWeak(judged.words or _("A password is needed. Four or five words are good."))


def _patient(folder: PracticeFolder, now: datetime) -> None:
    left = pause(folder, now)
    if left > 0:
        raise TryLater(_("Please wait {seconds} seconds and try again.").format(seconds=round(left + 0.5)))
