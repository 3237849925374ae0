"""What the terminal is told: whole lines, in letters that it can show, and nothing more once nobody reads."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO


def prepare() -> None:
    """Write letters that the terminal's encoding does not know as their numbers, instead of breaking off."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def hush() -> None:
    """Tell nothing more: whoever listened has broken off."""
    sys.unraisablehook = lambda _fault: None
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            _silence(stream)


def say(line: str) -> None:
    """Tell a result; raises OSError where it cannot be written, except to a reader who has gone."""
    _tell(sys.stdout, line)


def complain(line: str) -> None:
    """Tell what stands in the way, as far as anybody can be told."""
    with suppress(OSError):
        _tell(sys.stderr, " ".join(line.split()))


def finish() -> None:
    """Write what waits to be written, so that nothing is left to go wrong when the program ends."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                _silence(stream)


def _tell(stream: TextIO | None, line: str) -> None:
    # A frozen program without a terminal has neither stream.
    if stream is None:
        return
    try:
        stream.write(line + "\n")
        stream.flush()
    except BrokenPipeError:
        # ``… | head -n1``: whoever reads has seen enough.
        _silence(stream)
    except OSError:
        _silence(stream)
        raise


def _silence(stream: TextIO) -> None:
    """Let the stream lead nowhere: what is still in it would be written, and complained of, at the very end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
