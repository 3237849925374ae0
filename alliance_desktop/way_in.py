"""What the verbs of the command line share: an answer, a refusal, and the way into a practice and out again."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.words import _, speak


class CannotRun(AllianceError):
    """What was asked for cannot be done, and why."""


@dataclass
class Answer:
    """What a verb has to say: lines for people, values for programs, and whether it went well."""

    lines: list[str]
    values: dict[str, Any] = field(default_factory=dict)
    ok: bool = True


@contextmanager
def locked(folder: PracticeFolder) -> Iterator[None]:
    """Hold the practice's lock; raises ``PracticeInUse`` while a window has it open."""
    from alliance_desktop.storage.lock import PracticeLock  # late: brings QtCore

    lock = PracticeLock(folder)
    lock.take()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[PracticeFolder]:
    """Open the practice named on the command line with its password, and forget the key afterwards."""
    from alliance_desktop.services import appearance, practice_file, vault  # late: brings the database

    folder = PracticeFolder(asked.folder)
    if not folder.exists:
        raise CannotRun(_("There is no practice in {folder}.").format(folder=asked.folder))
    # A paper comes out as the window would draw it.
    speak(appearance.current(folder).language)
    with locked(folder):
        now = datetime.now(UTC)
        practice_file.open_with(folder, vault.open_with_password(folder, _password(asked, folder), now), now)
        try:
            yield folder
        finally:
            practice_file.shut()


def _password(asked: argparse.Namespace, folder: PracticeFolder) -> str:
    """The password: from the file, from the sample itself, or asked for; never from an argument."""
    from alliance_desktop.services import vault

    if asked.password_file is not None:
        return first_line(asked.password_file)
    if vault.is_sample(folder):
        return vault.SAMPLE_PASSWORD
    if not sys.stdin.isatty():
        raise CannotRun(_("A password is needed: run it in a terminal, or use --password-file."))
    return typed(_("Password: "))


def typed(words: str) -> str:
    """What is typed at a prompt, unseen."""
    import getpass  # late: only where a password is typed in a terminal

    try:
        return getpass.getpass(words)
    except EOFError as nothing:
        raise CannotRun(_("Nothing was typed. Nothing was changed.")) from nothing


def first_line(path: Path) -> str:
    """The first line of a file that holds a password."""
    if path.stat().st_size > 10_000:
        raise CannotRun(_("This file is too large to hold a password."))
    try:
        return path.read_text(encoding="utf-8-sig").partition("\n")[0].rstrip("\r")
    except UnicodeDecodeError as trouble:
        raise CannotRun(_("The password in {file} is not written in UTF-8.").format(file=path)) from trouble
