"""The program's own log: small rotating files in the practice folder; ids only, never a name or a note."""

import logging
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

logger = logging.getLogger("alliance_desktop")
# Without a log file nothing is said at all: what goes to a terminal may end up in the system's journal.
logger.addHandler(logging.NullHandler())

# Bytes after which the file is turned over at the next start; the one before it is kept.
FULL = 512 * 1024


class _Wordless(logging.Formatter):
    """Tells where a fault happened and of which kind; what it says may quote a note and is left out."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        lines: list[str] = []
        fault = ei[1]
        while fault is not None and len(lines) < 400:
            lines.append(f"{type(fault).__module__}.{type(fault).__qualname__}")
            for frame in traceback.extract_tb(fault.__traceback__):
                place = "/".join(Path(frame.filename).parts[-2:])
                lines.append(f"  {place}:{frame.lineno} {frame.name}")
            fault = fault.__cause__ or fault.__context__
        return "\n".join(lines)


# Who heard of faults on threads, and of those nobody could catch, before a log was started.
_heard_before: list[tuple[Any, Any]] = []


def _thread_fault(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        logger.error("a fault on a thread", exc_info=told.exc_value)


def _lost_fault(told: "sys.UnraisableHookArgs") -> None:
    if told.exc_value is not None:
        logger.error("a fault that nobody could catch", exc_info=told.exc_value)


def start(folder: Path) -> None:
    """Log into ``folder`` from now on, turning the file over once it is full; an unwritable folder means no log.

    Faults on other threads, and where nobody can catch them, come here too: the system would print what they say.
    """
    stop()
    _heard_before.append((threading.excepthook, sys.unraisablehook))
    threading.excepthook, sys.unraisablehook = _thread_fault, _lost_fault
    # peewee's DEBUG lines hold the text of notes, so that logger never speaks.
    logging.getLogger("peewee").disabled = True
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        file = folder / "alliance.log"
        with suppress(FileNotFoundError):
            # Turned over here and not with logging.handlers, which brings sockets and costs the door some time.
            if file.stat().st_size > FULL:
                file.replace(folder / "alliance.log.1")
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(_Wordless("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def stop() -> None:
    """Close the log's files; faults on threads go where they went before."""
    if _heard_before:
        threading.excepthook, sys.unraisablehook = _heard_before.pop()
    for handler in [each for each in logger.handlers if isinstance(each, logging.FileHandler)]:
        logger.removeHandler(handler)
        handler.close()
