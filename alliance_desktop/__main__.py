"""Starts the program from the command line."""

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its code; interrupted at any moment, leave with 130 and no word."""
    listening = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if listening:
        # While modules load there is nothing to put in order, and an import that is broken off tells of it at length.
        signal.signal(signal.SIGINT, _leave)
    from alliance_desktop import terminal  # late: the interruption first
    from alliance_desktop.cli import run

    terminal.prepare()
    code: object = 0
    try:
        if listening:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SystemExit as left:
        code = left.code
    if listening:
        signal.signal(signal.SIGINT, _leave)
    terminal.finish()
    sys.exit(code if isinstance(code, int) else 0)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
