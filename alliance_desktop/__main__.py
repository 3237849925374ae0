"""Starts the program from the command line."""

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130


class _Interruption:
    """Listens for Ctrl+C from the first line to the last; where it is ignored from outside it stays ignored.

    While modules load the program is left at once, as if killed, which every file withstands: nothing has begun
    then, and Qt does not survive an import that is broken off.
    """

    def __init__(self) -> None:
        self.came = False
        self.working = False
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._note)

    def _note(self, _number: int, frame: FrameType | None) -> None:
        self.came = True
        if not self.working or _loads(frame):
            os._exit(INTERRUPTED)
        from alliance_desktop import terminal  # late: listens before anything else is loaded

        # What comes of it may look like another trouble, and would be told as one.
        terminal.hush()
        raise KeyboardInterrupt


def main() -> None:
    """Run the command line and leave with its code; interrupted at any moment, leave with 130 and no word."""
    interruption = _Interruption()
    from alliance_desktop import terminal  # late: listens before anything else is loaded
    from alliance_desktop.cli import run

    terminal.prepare()
    code: object = 0
    interruption.working = True
    try:
        code = run(sys.argv[1:])
    except SystemExit as left:
        code = left.code
    except BaseException:
        # SQLite for one takes an interruption for a refusal of its own.
        if not interruption.came:
            raise
    interruption.working = False
    terminal.finish()
    sys.exit(INTERRUPTED if interruption.came else code if isinstance(code, int) else 0)


def _loads(frame: FrameType | None) -> bool:
    """True while a module is being loaded."""
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


if __name__ == "__main__":
    main()
