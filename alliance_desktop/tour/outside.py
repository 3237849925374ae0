"""What the tour asks of others: a second process about a practice, and a PDF about its words."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from alliance_desktop.paths import PracticeFolder


def stored_of(folder: PracticeFolder, name: str, password: str = "") -> dict[str, Any]:
    """What a second process finds of one client in the file; nothing at all where it cannot open it."""
    command = [sys.executable, "-m", "alliance_desktop.tour.stored", str(folder.root), name]
    return _answer(command, password)


def command_line(*arguments: str) -> dict[str, Any]:
    """What the command line answers in a process of its own; nothing at all where it refuses."""
    return _answer([sys.executable, "-m", "alliance_desktop", *arguments, "--json"])


def text_of(path: Path) -> str:
    """All words of a PDF, blanks and line ends made one."""
    from pypdfium2 import PdfDocument  # heavy: only where paper is read

    with PdfDocument(path) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.split())


def _answer(command: list[str], said: str = "") -> dict[str, Any]:
    told = subprocess.run(command, input=said, capture_output=True, text=True, check=False)
    found: dict[str, Any] = json.loads(told.stdout) if told.returncode == 0 else {}
    return found
