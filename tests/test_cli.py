"""The command line answers in lines, refuses in one sentence, and never shows where it broke."""

import getpass
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from alliance_desktop import cli
from alliance_desktop.domain.document import DocumentKind, DocumentLine
from alliance_desktop.domain.practice import Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import documents, practice_file, vault
from alliance_desktop.storage import cipher, keys

NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)
OWN_PASSWORD = "moss lantern quiet harbour"
CODE = vault.new_code()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "practice"
    assert cli.run(["sample", str(folder), "--clients", "4", "--sessions", "12"]) == 0
    return folder


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = cli.run(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def one_sentence(answered: tuple[int, str, str], words: str) -> None:
    code, out, err = answered
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "password"
    file.write_text("sample\n")
    return file


@pytest.fixture
def backup(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    drive = tmp_path / "drive"
    drive.mkdir()
    return Path(json.loads(told(capsys, "backup", str(sample), str(drive), "--json")[1])["file"])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A practice that is no sample, with a recovery code."""
    folder = PracticeFolder(tmp_path / "own")
    folder.root.mkdir(mode=0o700)
    key = keys.create(folder, OWN_PASSWORD, CODE, cost=keys.CHEAP)
    practice_file.found(folder, key, Practice("Ana Brandl", "Bodywork", "", ""), NOW)
    practice_file.shut()
    return folder.root


def test_a_sample_is_whole(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capsys, "check", str(sample), "--json")
    answer = json.loads(out)
    assert (code, err, answer["ok"], answer["verb"]) == (0, "", True, "check")
    assert all(check["held"] for check in answer["checks"])


def test_a_sample_is_never_written_over_a_practice(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capsys, "sample", str(sample))
    assert (code, out) == (2, "")
    assert "already" in err


def test_a_plan_is_printed_by_name(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf = tmp_path / "plan.pdf"
    code, out, _err = told(
        capsys, "print-plan", str(sample), "--client", "Feldner", "-o", str(pdf), "--paper", "letter"
    )
    assert code == 0
    assert "Maria Feldner" in out
    page = PdfReader(pdf).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)


def test_what_is_done_at_home_is_printed_as_a_sheet_of_its_own_and_kept(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "home.pdf"
    code, out, _err = told(capsys, "print-plan", str(sample), "--client", "1", "-o", str(pdf), "--home-care")
    assert code == 0
    assert out.startswith("The home care sheet of ")
    page = PdfReader(pdf).pages[0].extract_text()
    assert "At home" in page
    assert "Our plan" not in page
    assert kept(sample)[0].kind is DocumentKind.HOME_CARE


@pytest.mark.parametrize(("sheet", "words"), [("progress", "How it goes, "), ("visit-summary", "Your visit on ")])
def test_a_paper_about_the_visits_is_printed_and_kept(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], sheet: str, words: str
) -> None:
    pdf = tmp_path / "visits.pdf"
    code, out, _err = told(capsys, "print-plan", str(sample), "--client", "1", "-o", str(pdf), "--sheet", sheet)
    assert code == 0
    assert "It is not encrypted." in out
    assert words in PdfReader(pdf).pages[0].extract_text()
    assert kept(sample)[0].kind is DocumentKind(sheet.replace("-", " "))
    assert (kept(sample)[0].version > 0) == (sheet == "visit-summary")
    code, _out, err = told(capsys, "print-plan", str(sample), "-o", str(tmp_path / "x.pdf"), "--sheet", sheet)
    assert (code, err.strip()) == (2, "Whose paper? Please name a client with --client.")


def kept(sample: Path) -> list[DocumentLine]:
    folder = PracticeFolder(sample)
    practice_file.open_with(folder, vault.open_with_password(folder, vault.SAMPLE_PASSWORD, NOW), NOW)
    try:
        assert all(documents.intact(line.id) for line in documents.of(1))
        return list(documents.of(1))
    finally:
        practice_file.shut()


def test_a_plan_that_is_handed_out_is_kept_to_the_byte_and_noted_in_the_trail(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "plan.pdf"
    before = len(kept(sample))
    code, out, _err = told(capsys, "print-plan", str(sample), "--client", "1", "-o", str(pdf), "--json")
    answer, line = json.loads(out), kept(sample)[0]
    assert (code, len(kept(sample))) == (0, before + 1)
    assert (line.version, line.pages, line.size) == (answer["version"], answer["pages"], pdf.stat().st_size)
    assert told(capsys, "check", str(sample))[0] == 0


def test_a_file_that_is_there_is_replaced_only_when_asked_to_and_nothing_is_noted_unwritten(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "plan.pdf"
    pdf.write_text("something of hers")
    before = kept(sample)
    code, out, err = told(capsys, "print-plan", str(sample), "--client", "1", "-o", str(pdf))
    assert (code, out, pdf.read_text()) == (2, "", "something of hers")
    assert "--replace" in err
    nowhere = str(tmp_path / "no such folder" / "plan.pdf")
    assert told(capsys, "print-plan", str(sample), "--client", "1", "-o", nowhere)[0] == 2
    assert kept(sample) == before
    assert told(capsys, "print-plan", str(sample), "--client", "1", "-o", str(pdf), "--replace")[0] == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert len(kept(sample)) == len(before) + 1


def test_an_ambiguous_name_lists_numbers_and_an_unknown_one_is_said(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, err = told(capsys, "print-plan", str(sample), "--client", "r", "-o", str(tmp_path / "x.pdf"))
    assert code == 2
    assert "please give a number" in err
    code, _out, err = told(capsys, "print-plan", str(sample), "--client", "zzz", "-o", str(tmp_path / "x.pdf"))
    assert (code, "Nobody here" in err) == (2, True)


def test_a_backup_is_made_verified_and_restored(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drive, secret = tmp_path / "drive", tmp_path / "password"
    drive.mkdir()
    secret.write_text("sample\n")
    code, out, _err = told(capsys, "backup", str(sample), str(drive), "--json")
    file = json.loads(out)["file"]
    assert code == 0
    assert told(capsys, "verify", file) == (0, "Complete, contents not opened.\n", "")
    code, out, _err = told(capsys, "verify", file, "--password-file", str(secret))
    assert (code, out.startswith("Complete and opened: 4 clients")) == (0, True)
    assert [path.name for path in drive.iterdir() if path.suffix != ".drive"] == [Path(file).name]
    again = tmp_path / "again"
    assert told(capsys, "restore", file, str(again))[0] == 0
    code, _out, err = told(capsys, "restore", file, str(again))
    assert (code, "--replace" in err) == (2, True)
    assert told(capsys, "restore", file, str(again), "--replace")[0] == 0
    assert told(capsys, "check", str(again))[0] == 0
    damaged = bytearray(Path(file).read_bytes())
    damaged[-1] ^= 1
    Path(file).write_bytes(damaged)
    code, out, _err = told(capsys, "verify", file)
    assert (code, "damaged" in out) == (1, True)


def test_a_backup_on_a_drive_that_takes_nothing_is_verified_and_leaves_nothing_on_the_computer(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drive, computer, secret = tmp_path / "drive", tmp_path / "tmp", tmp_path / "password"
    drive.mkdir()
    computer.mkdir()
    secret.write_text("sample\n")
    file = json.loads(told(capsys, "backup", str(sample), str(drive), "--json")[1])["file"]
    monkeypatch.setattr(tempfile, "tempdir", str(computer))
    made, folders = tempfile.mkdtemp, set[Path]()

    def noted(suffix: str | None = None, prefix: str | None = None, dir: str | None = None) -> str:  # noqa: A002
        where = made(suffix, prefix, dir)
        folders.add(Path(where).parent)
        return where

    monkeypatch.setattr(tempfile, "mkdtemp", noted)
    assert told(capsys, "verify", file, "--password-file", str(secret))[0] == 0
    assert folders == {computer}
    assert list(computer.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bogus"], "invalid choice"),
        (["check"], "required"),
        (["check", "/nowhere/at/all"], "no practice"),
        (["verify", "/nowhere/at/all"], "cannot be read"),
        (["--sample", "--practice", "/x"], "own folder"),
        (["sample", "/tmp/never", "--clients", "0"], "clients"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    one_sentence(told(capsys, *arguments), words)


def test_a_wrong_password_is_refused(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not it")
    code, _out, err = told(capsys, "check", str(sample), "--password-file", str(wrong))
    assert (code, "not the password" in err) == (2, True)


@pytest.mark.parametrize("number", ["²", "99999999999999999999", "9" * 5000])
def test_what_is_no_number_of_a_client_is_looked_for_as_a_name(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    one_sentence(told(capsys, "print-plan", str(sample), "--client", number, "-o", str(tmp_path / "x.pdf")), "Nobody")


def test_a_password_file_that_is_no_text_is_refused(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    one_sentence(told(capsys, "check", str(sample), "--password-file", str(tmp_path / "binary")), "UTF-8")


def test_a_password_is_asked_for_at_a_terminal_and_only_there(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def typed(words: str) -> str:
        asked.append(words)
        return OWN_PASSWORD

    monkeypatch.setattr(getpass, "getpass", typed)
    one_sentence(told(capsys, "check", str(own)), "--password-file")
    assert asked == []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert told(capsys, "check", str(own))[0] == 0
    assert asked == ["Password: "]


def test_a_prompt_that_is_left_is_one_sentence_and_an_interrupted_one_130(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def raised(fault: type[BaseException]) -> Callable[[str], str]:
        def leave(_words: str) -> str:
            raise fault

        return leave

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", raised(EOFError))
    one_sentence(told(capsys, "check", str(own)), "Nothing was typed")
    monkeypatch.setattr(getpass, "getpass", raised(KeyboardInterrupt))
    assert told(capsys, "check", str(own)) == (130, "", "")


def test_a_backup_is_verified_with_its_password_or_its_recovery_code(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {name: tmp_path / name for name in ("password", "code", "wrong", "another code")}
    for file, words in zip(given.values(), (OWN_PASSWORD, CODE, "not it", vault.new_code()), strict=True):
        file.write_text(words + "\n")
    file = json.loads(
        told(capsys, "backup", str(own), str(tmp_path), "--json", "--password-file", str(given["password"]))[1]
    )["file"]
    for name in ("password", "code"):
        code, out, err = told(capsys, "verify", file, "--password-file", str(given[name]))
        assert (code, out.startswith("Complete and opened"), err) == (0, True, "")
    one_sentence(told(capsys, "verify", file, "--password-file", str(given["wrong"])), "not the password")
    one_sentence(told(capsys, "verify", file, "--password-file", str(given["another code"])), "code")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", {"Password or recovery code: ": CODE}.__getitem__)
    assert told(capsys, "verify", file, "--open")[0] == 0
    Path(file).write_bytes(b"something else")
    code, out, err = told(capsys, "verify", file, "--password-file", str(given["password"]))
    assert (code, "not a backup" in out, err) == (1, True, "")


def test_large_print_is_larger(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual, large = tmp_path / "usual.pdf", tmp_path / "large.pdf"
    asked = ("print-plan", str(sample), "--client", "1", "-o")
    assert told(capsys, *asked, str(usual))[0] == 0
    assert told(capsys, *asked, str(large), "--large-print")[0] == 0
    assert largest_letters(large) > largest_letters(usual)


def largest_letters(pdf: Path) -> float:
    """The size of the words that most of the first page is set in."""
    sizes: Counter[float] = Counter()
    PdfReader(pdf).pages[0].extract_text(
        visitor_text=lambda text, _cm, _tm, _font, size: sizes.update({float(size): len(text.strip())})
    )
    return sizes.most_common(1)[0][0]


def test_every_verb_answers_with_one_json_object(
    sample: Path, backup: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {
        "sample": (str(tmp_path / "s"), "--clients", "1", "--sessions", "1"),
        "print-plan": (str(sample), "--client", "1", "-o", str(tmp_path / "p.pdf")),
        "check": (str(sample),),
        "backup": (str(sample), str(tmp_path)),
        "verify": (str(backup), "--password-file", str(secret)),
        "restore": (str(backup), str(tmp_path / "r")),
    }
    for verb, arguments in asked.items():
        code, out, err = told(capsys, verb, *arguments, "--json")
        answer = json.loads(out)
        assert (code, err, out.count("\n"), out.isascii()) == (0, "", 1, True)
        assert (answer["ok"], answer["verb"], len(answer) > 2) == (True, verb, True)


@pytest.mark.parametrize("kind", ["damaged keys", "newer keys", "damaged file", "newer file"])
def test_a_practice_that_cannot_be_opened_is_one_sentence(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    folder = PracticeFolder(tmp_path / "practice")
    shutil.copytree(sample, folder.root)
    if kind.endswith("keys"):
        for file in (folder.keys, folder.keys_copy):
            text = file.read_text()
            newer = re.sub(r'("format"[^0-9]*|"version"[^0-9]*)[0-9]+', r"\g<1>99", text)
            file.write_text(text[: len(text) // 2] if kind == "damaged keys" else newer)
    elif kind == "damaged file":
        folder.database.write_bytes(b"x" * 8192)
    else:
        key = keys.open_with_password(folder, vault.SAMPLE_PASSWORD)
        with cipher.opened(folder.database, key.sqlcipher) as connection:
            connection.execute("PRAGMA user_version = 9999")
    one_sentence(told(capsys, "check", str(folder.root)), "")


@pytest.mark.parametrize("verb", ["print-plan", "backup", "restore", "sample", "tour"])
def test_a_target_that_cannot_be_written_is_one_sentence(
    sample: Path, backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    (tmp_path / "file").write_text("")
    nowhere = str(tmp_path / "file" / "inside")
    asked = {
        "print-plan": (str(sample), "--client", "1", "-o", nowhere),
        "backup": (str(sample), nowhere),
        "restore": (str(backup), nowhere),
        "sample": (nowhere,),
        "tour": (nowhere,),
    }[verb]
    one_sentence(told(capsys, verb, *asked), "")


def program(*arguments: str, **how: Any) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "alliance_desktop", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)


def test_letters_that_the_terminal_does_not_know_are_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    out, err = program("sample", str(tmp_path / "6 → 4"), "--clients", "1", "--sessions", "1").communicate(timeout=120)
    assert (b"6 \\u2192 4" in out, err) == (True, b"")
    with program("check", str(tmp_path / "→")) as refused:
        assert b"Traceback" not in refused.communicate(timeout=120)[1]
        assert refused.returncode == 2


@pytest.mark.parametrize("arguments", [["--help"], ["check", "{sample}"], ["check", "{sample}", "--json"]])
def test_a_reader_who_goes_away_is_no_trouble(sample: Path, arguments: list[str]) -> None:
    with program(*(word.format(sample=sample) for word in arguments)) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_an_answer_that_cannot_be_written_down_is_one_sentence(sample: Path) -> None:
    command = [sys.executable, "-m", "alliance_desktop", "check", str(sample)]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)
    assert (ended.returncode, ended.stderr.count(b"\n")) == (2, 1)


# Interrupts some seconds after the first line of ours: modules load, then the work is done.
STARTED = """
import os, signal, sys, threading, time
from alliance_desktop import __main__
after = float(sys.argv[1])
sys.argv[1:] = sys.argv[2:]

def interrupt():
    while signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        time.sleep(0.001)
    time.sleep(after)
    os.kill(os.getpid(), signal.SIGINT)

threading.Thread(target=interrupt).start()
__main__.main()
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signal to one process")
@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.3, 0.6])
def test_an_interruption_at_any_moment_ends_with_130_and_no_word(tmp_path: Path, after: float) -> None:
    asked = ("sample", str(tmp_path / "large"), "--clients", "20000", "--sessions", "200000")
    command = [sys.executable, "-c", STARTED, str(after), *asked]
    # Whoever runs the tests in the background has the signal ignored, and what is started would inherit that.
    ended = subprocess.run(command, capture_output=True, check=False, timeout=120, preexec_fn=_heard)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


def _heard() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("sheet", "words"),
    [("pocket-card", "At home, "), ("think-before", "Before you come, "), ("guide", "You can always say it")],
)
def test_every_paper_of_a_client_is_printed_and_kept(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], sheet: str, words: str
) -> None:
    pdf = tmp_path / "paper.pdf"
    code, out, err = told(capsys, "print-plan", str(sample), "--client", "1", "-o", str(pdf), "--sheet", sheet)
    assert (code, err) == (0, "")
    assert "not encrypted" in out
    assert words in PdfReader(pdf).pages[0].extract_text()
    assert kept(sample)[0].kind == sheet.replace("-", " ")


def test_a_blank_plan_needs_nobody_and_is_on_nobodys_record(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, pdf = kept(sample), tmp_path / "blank.pdf"
    code, out, _err = told(
        capsys, "print-plan", str(sample), "-o", str(pdf), "--sheet", "blank-plan", "--large-print", "--json"
    )
    answer = json.loads(out)
    assert (code, answer["client"], answer["pages"]) == (0, None, len(PdfReader(pdf).pages))
    assert kept(sample) == before
    one_sentence(told(capsys, "print-plan", str(sample), "-o", str(tmp_path / "x.pdf")), "--client")
