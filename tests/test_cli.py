"""The command line answers in lines, refuses in one sentence, and never shows where it broke."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from alliance_desktop import cli


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
