"""The program's own log: small rotating files in the practice folder; ids only, never a name or a note."""

import logging
from contextlib import suppress
from pathlib import Path

logger = logging.getLogger("alliance_desktop")

# Bytes after which the file is turned over at the next start; the one before it is kept.
FULL = 512 * 1024


def start(folder: Path) -> None:
    """Log into ``folder`` from now on, turning the file over once it is full; an unwritable folder means no log."""
    stop()
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
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def stop() -> None:
    """Close the log's files."""
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
