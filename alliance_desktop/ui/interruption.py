"""Ctrl+C in the terminal that the window was opened from: Qt sees no signals, so Python is woken to see them."""

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

from PySide6.QtCore import QTimer

_LOOK_EVERY = 300


class Interruption:
    """While it stands, an interruption is noted in ``came`` and ``act`` is called between two events.

    Where interruptions are ignored from outside (a program behind ``nohup``), they stay ignored.
    """

    def __init__(self, act: Callable[[], None]) -> None:
        self.came = False
        self._act = act
        self._looking = QTimer(interval=_LOOK_EVERY)
        # A line of Python that is run now and then lets a signal that has come be handled.
        self._looking.timeout.connect(self._look)

    def __enter__(self) -> Self:
        self._former = signal.getsignal(signal.SIGINT)
        if self._former is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._note)
            self._looking.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._looking.stop()
        signal.signal(signal.SIGINT, self._former)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        # Nothing more: this may be in the middle of painting.
        self.came = True

    def _look(self) -> None:
        if self.came:
            self._looking.stop()
            self._act()
