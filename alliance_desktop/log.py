"""The program's own log: small rotating files in the practice folder; ids only, never a name or a note."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

logger = logging.getLogger("alliance_desktop")


def start(folder: Path) -> None:
    """Log into ``folder`` from now on (two files of at most 512 KB); an unwritable folder means no log."""
    stop()
    # peewee's DEBUG lines hold the text of notes, so that logger never speaks.
    logging.getLogger("peewee").disabled = True
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        handler = RotatingFileHandler(folder / "alliance.log", maxBytes=512 * 1024, backupCount=1, encoding="utf-8")
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
