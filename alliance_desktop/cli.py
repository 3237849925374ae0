"""The command line: opens the window, or does one thing without it; answers in lines, refuses in a sentence."""

import argparse
import gc
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from alliance_desktop import printing_verb, terminal
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder, default_practice
from alliance_desktop.storage import process
from alliance_desktop.way_in import Answer, CannotRun, first_line, locked, opened, typed
from alliance_desktop.words import _

if TYPE_CHECKING:
    from alliance_desktop.domain.backup import Seen

REFUSED, FAILED, INTERRUPTED = 2, 1, 130


class WrongUsage(AllianceError):
    """The command line was not understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUsage(_("{message}. Try --help.").format(message=message[:1].upper() + message[1:]))


def run(arguments: list[str]) -> int:
    """Do what the arguments say and return the exit code: 0 well, 1 a check failed, 2 refused, 130 interrupted."""
    process.keep_private()
    try:
        asked = _plain_start(arguments) or _parser().parse_args(arguments)
        if asked.verb is None:
            return _open_window(asked)
        answer: Answer = _VERBS[asked.verb](asked)
        _tell(asked, answer)
    except AllianceError as refusal:
        return _refuse(str(refusal))
    except OSError as trouble:
        what = trouble.filename or trouble.strerror or trouble
        return _refuse(_("This cannot be read or written: {what}").format(what=what))
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0 if answer.ok else FAILED


def _tell(asked: argparse.Namespace, answer: Answer) -> None:
    if asked.json:
        # Pure ASCII: whatever reads it, in whatever encoding, reads the same.
        terminal.say(json.dumps({"ok": answer.ok, "verb": asked.verb, **answer.values}))
        return
    for line in answer.lines:
        terminal.say(line)


def _refuse(sentence: str) -> int:
    terminal.complain(sentence)
    return REFUSED


def _plain_start(arguments: list[str]) -> argparse.Namespace | None:
    """What a start of the window asks for; None for all else, which is worth the time of describing eight verbs."""
    match arguments:
        case []:
            return argparse.Namespace(practice=None, sample=False, verb=None)
        case ["--practice", folder] if not folder.startswith("-"):
            return argparse.Namespace(practice=Path(folder), sample=False, verb=None)
    return None


def _parser() -> _Parser:
    parser = _Parser(prog="alliance-desktop", description=_("The practice of one bodywork therapist, offline."))
    parser.add_argument("--practice", type=Path, metavar="DIR", help=_("use the practice in this folder"))
    parser.add_argument("--sample", action="store_true", help=_("look at a sample practice that is thrown away"))
    parser.set_defaults(json=False)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    sample = _verb(verbs, "sample", _("write a sample practice"))
    sample.add_argument("folder", type=Path)
    sample.add_argument("--clients", type=int, default=12)
    sample.add_argument("--sessions", type=int, default=80)
    sample.add_argument("--seed", type=int, default=1)
    _password_option(sample)
    printing = _verb(verbs, "print-plan", _("write a paper as a PDF; of a client's, keep the same bytes on record"))
    printing_verb.describe(printing)
    _password_option(printing)
    backing_up = _verb(verbs, "backup", _("back a practice up into a folder, and prove the copy"))
    backing_up.add_argument("folder", type=Path)
    backing_up.add_argument("target", type=Path)
    backing_up.add_argument("--sure", action="store_true", help=_("make it even where something would be asked first"))
    _password_option(backing_up)
    verifying = _verb(verbs, "verify", _("check a backup; with its password also what is in it"))
    verifying.add_argument("file", type=Path)
    verifying.add_argument("--open", action="store_true", help=_("ask for the password or recovery code"))
    _password_option(verifying)
    restoring = _verb(verbs, "restore", _("put a backup into a folder as a practice"))
    restoring.add_argument("file", type=Path)
    restoring.add_argument("folder", type=Path)
    restoring.add_argument("--replace", action="store_true", help=_("keep the practice that is there aside"))
    _password_option(restoring)
    check = _verb(verbs, "check", _("check everything in a practice"))
    check.add_argument("folder", type=Path)
    _password_option(check)
    tour = _verb(verbs, "tour", _("drive the windows through the main job and keep pictures of each step"))
    tour.add_argument("folder", type=Path)
    tour.add_argument("--pictures", type=Path, metavar="DIR", help=_("keep the pictures of README in DIR"))
    return parser


def _verb(verbs: Any, name: str, about: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about)
    made.add_argument("--json", action="store_true", help=_("answer with one JSON object"))
    return made


def _password_option(parser: argparse.ArgumentParser) -> None:
    about = _("read the password, or the recovery code of a backup, from the first line of F")
    parser.add_argument("--password-file", type=Path, metavar="F", help=about)


def _open_window(asked: argparse.Namespace) -> int:
    # Nothing that is made before the window stands is rubbish; the window turns it on again.
    gc.disable()
    from alliance_desktop import app  # late: brings Qt, which no other verb needs

    if not asked.sample:
        return app.run(asked.practice or default_practice(), [], _sample_command())
    if asked.practice is not None:
        raise WrongUsage(_("A sample practice has its own folder; please leave out one of the two."))
    from alliance_desktop.sample import stage  # late: only where a sample is wanted

    with tempfile.TemporaryDirectory(prefix="alliance-sample-") as home:
        folder = PracticeFolder(Path(home) / "practice")
        folder.root.mkdir(mode=0o700)
        stage.write(folder, now=datetime.now(UTC))
        return app.run(folder.root, [], _sample_command())


def _sample_command() -> tuple[str, ...]:
    """How this very program writes a sample; the window knows no sample, so it is given this."""
    frozen = bool(getattr(sys, "frozen", False))
    return (sys.executable, *(() if frozen else ("-m", "alliance_desktop")), "sample")


def _sample(asked: argparse.Namespace) -> Answer:
    from alliance_desktop.sample import stage  # late: only where a sample is wanted

    folder = PracticeFolder(asked.folder)
    if folder.exists:
        raise CannotRun(_("There is a practice in this folder already. Nothing was changed."))
    stage.check(asked.clients, asked.sessions)
    asked.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    password = first_line(asked.password_file) if asked.password_file else None
    with locked(folder):
        stage.write(
            folder,
            now=datetime.now(UTC),
            clients=asked.clients,
            sessions=asked.sessions,
            seed=asked.seed,
            password=password,
        )
    told = _("A sample practice with {clients} clients and {sessions} sessions is in {folder}.")
    line = told.format(clients=asked.clients, sessions=asked.sessions, folder=asked.folder)
    return Answer([line], {"folder": str(asked.folder), "clients": asked.clients, "sessions": asked.sessions})


def _check(asked: argparse.Namespace) -> Answer:
    with opened(asked):
        from alliance_desktop.services import practice_file

        checks = practice_file.check()
    values = {"checks": [{"name": c.name, "held": c.held, "words": c.words} for c in checks]}
    return Answer([c.words for c in checks], values, all(c.held for c in checks))


def _backup(asked: argparse.Namespace) -> Answer:
    with opened(asked) as folder:
        from alliance_desktop.services import backups

        proven = backups.make(backups.order(folder, datetime.now(UTC), asked.sure), asked.target, _unwatched)
        backups.note(proven, datetime.now(UTC))
    line = _("{clients} clients, {notes} notes came back. The backup is {file}.").format(
        clients=proven.clients, notes=proven.notes, file=asked.target / proven.file_name
    )
    values = {"file": str(asked.target / proven.file_name), "size": proven.size, "counts": proven.counts}
    return Answer([line], values)


def _unwatched(*_told: int) -> None:
    """Nobody watches a backup on the command line."""


def _verify(asked: argparse.Namespace) -> Answer:
    """Whether a backup holds; a wrong password, or a file that cannot be judged here, is a refusal and no answer."""
    from alliance_desktop.services import restores  # late: brings the database
    from alliance_desktop.services.rehearsals import BackupUnproven
    from alliance_desktop.storage.cipher import PracticeDamaged
    from alliance_desktop.storage.container import BackupDamaged, NotABackup
    from alliance_desktop.storage.wrapping import KeysDamaged

    try:
        if asked.password_file is None and not asked.open:
            seen = restores.look(asked.file, _unwatched)
            return Answer([_("Complete, contents not opened.")], _values(seen))
        # Ciphertext only, and not beside the backup: its drive may be full, or may only be read.
        with tempfile.TemporaryDirectory(prefix="alliance-verify-") as apart:
            password, code = _backup_secret(asked)
            seen = restores.prove(asked.file, Path(apart) / "rehearsal.db", password, code, _unwatched)
    except (BackupDamaged, NotABackup, BackupUnproven, KeysDamaged, PracticeDamaged) as damaged:
        return Answer([str(damaged)], {"words": str(damaged)}, ok=False)
    line = _("Complete and opened: {clients} clients, {notes} signed notes.")
    return Answer([line.format(clients=seen.clients, notes=seen.notes)], _values(seen))


def _restore(asked: argparse.Namespace) -> Answer:
    from alliance_desktop.services import restores

    folder = PracticeFolder(asked.folder)
    if folder.exists and not asked.replace:
        raise CannotRun(_("There is a practice in this folder. With --replace it is kept aside and replaced."))
    asked.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with locked(folder):
        password, code = _backup_secret(asked)
        seen = restores.restore(asked.file, folder, password, code, datetime.now(UTC), _unwatched, over_another=True)
    line = _("{clients} clients, {notes} signed notes came back into {folder}.").format(
        clients=seen.clients, notes=seen.notes, folder=asked.folder
    )
    return Answer([line], _values(seen))


def _values(seen: "Seen") -> dict[str, object]:
    """A backup's facts as plain values."""
    values = {**asdict(seen), "made_at": seen.made_at.isoformat()}
    del values["here"]
    return values


def _backup_secret(asked: argparse.Namespace) -> tuple[str | None, str | None]:
    """The backup's password, or its recovery code when that is what was given."""
    from alliance_desktop.services import restores, vault

    if asked.password_file is not None:
        secret = first_line(asked.password_file)
    elif restores.is_sample(asked.file):
        secret = vault.SAMPLE_PASSWORD
    elif sys.stdin.isatty():
        secret = typed(_("Password or recovery code: "))
    else:
        raise CannotRun(_("A password is needed: run it in a terminal, or use --password-file."))
    return (None, secret) if vault.looks_like_code(secret) else (secret, None)


def _tour(asked: argparse.Namespace) -> Answer:
    from alliance_desktop.tour import drive  # late: brings Qt and every window

    steps = drive.tour(asked.folder)
    if asked.pictures is not None and all(step.held for step in steps):
        drive.keep_pictures(asked.folder, asked.pictures)
    lines = [_("{step}: {words}").format(step=step.name, words=step.words) for step in steps]
    values = {"steps": [{"name": step.name, "held": step.held, "words": step.words} for step in steps]}
    return Answer(lines, values, all(step.held for step in steps))


_VERBS: dict[str, Callable[[argparse.Namespace], Answer]] = {
    "sample": _sample,
    "print-plan": printing_verb.run,
    "check": _check,
    "backup": _backup,
    "verify": _verify,
    "restore": _restore,
    "tour": _tour,
}
