"""Finds the files packaged with the program, in a source tree, a wheel and a frozen app alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_HOME = _PACKAGE / "resources" if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent / "resources"


def path(*parts: str) -> Path:
    """Return the full path of one packaged file or folder, whether or not it exists."""
    return _HOME.joinpath(*parts)


def text(*parts: str) -> str:
    """Return the UTF-8 text of one packaged file."""
    return path(*parts).read_text(encoding="utf-8")
