"""The command line answers in lines, refuses in one sentence, and never shows where it broke."""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from alliance_desktop import cli
from alliance_desktop.domain.document import DocumentLine
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import documents, practice_file, vault

NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)


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
    assert [path.name for path in drive.iterdir()] == [Path(file).name]
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
    code, out, err = told(capsys, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_wrong_password_is_refused(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not it")
    code, _out, err = told(capsys, "check", str(sample), "--password-file", str(wrong))
    assert (code, "not the password" in err) == (2, True)
