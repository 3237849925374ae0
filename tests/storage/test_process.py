"""New files are for this user alone, and a crash leaves no picture of memory."""

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource")

TOLD = """
import os, pathlib, resource, sys
from alliance_desktop import cli
resource.setrlimit(resource.RLIMIT_CORE, (4096, resource.getrlimit(resource.RLIMIT_CORE)[1]))
os.umask(0o022)
if sys.argv[2] == "program":
    cli.run(["check", "/nowhere/at/all"])
new = pathlib.Path(sys.argv[1])
new.write_text("")
print(oct(new.stat().st_mode & 0o777), resource.getrlimit(resource.RLIMIT_CORE)[0])
"""


@pytest.mark.parametrize(("who", "told"), [("program", "0o600 0"), ("anybody", "0o644 4096")])
def test_whatever_the_program_does_begins_in_private(tmp_path: Path, who: str, told: str) -> None:
    if 0 <= resource.getrlimit(resource.RLIMIT_CORE)[1] < 4096:
        pytest.skip("no core dumps on this machine anyway")
    command = [sys.executable, "-c", TOLD, str(tmp_path / "new"), who]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.strip() == told
