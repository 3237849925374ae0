"""What two people at one screen wait for: the next question, a line that follows the hand, the page they will sign."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from alliance_desktop.documents import sheets
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, papers, plans
from alliance_desktop.ui.pdf_pages import page_count, page_image, page_text
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.ui.widgets.signature_pad import SignaturePad
from tests.benchmarks.timing import milliseconds, p95, spin, spin_until
from tests.benchmarks.windows import leave, workspace_on

_ROUNDS = 6
SHORT, LONG = 200, 1_200


@contextmanager
def _talk(folder: PracticeFolder) -> Iterator[TogetherPage]:
    """Maria's talk in its own window, as it is handed over; nothing of it stays."""
    workspace = workspace_on(folder)
    begun: list[HandOver] = []
    workspace.hand_overs.begun.connect(begun.append)
    workspace.hand_overs.talk(clients.lines("Maria Feldner")[0].id)
    (window,) = begun
    window.resize(1280, 800)
    window.show()
    spin(600)
    page = window.page
    assert isinstance(page, TogetherPage)
    yield page
    page.leave()
    window.end()
    window.close()
    window.deleteLater()
    leave(workspace)


def changing_steps(folder: PracticeFolder) -> tuple[float, float]:
    """Each step in turn, from the press to the painted window, p95; and painting the same window once more."""
    figures, painted = [], []
    with _talk(folder) as page:
        last = len(page.steps) - 1
        for round_ in range(_ROUNDS):
            for place in (*range(1, last + 1), 0):
                start = time.perf_counter()
                page.go(place)
                page.window().grab()
                # The first round meets every step for the first time in this window: that is what a client waits for.
                figures.append((time.perf_counter() - start) * 1000)
                painted.append(milliseconds(page.window().grab))
                if place == last:
                    spin_until(lambda: page.sign_step.is_shown)
                elif not round_:
                    spin(20)
    return p95(figures), p95(painted)


def drawing_strokes() -> tuple[float, float]:
    """A point of a signature from the hand to the screen, p95: in a long signature, and in a short one."""
    pad = SignaturePad("pad", "Signature", "Maria")
    pad.resize(560, 200)
    pad.show()
    spin(50)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    figures = []
    for number in range(LONG):
        place = QPoint(20 + number * 500 // LONG, 100 + (number * 37) % 60 - 30)
        figures.append(milliseconds(lambda place=place: _to(pad, place)))  # type: ignore[misc]
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(520, 100))
    pad.close()
    return p95(figures[-SHORT:]), p95(figures[:SHORT])


def _to(pad: QWidget, place: QPoint) -> None:
    QTest.mouseMove(pad, place)
    pad.repaint()


def page_to_sign(folder: PracticeFolder) -> tuple[float, float]:
    """From the last question to the page that is signed, on screen: the median; and drawing and showing it bare."""
    figures = []
    with _talk(folder) as page:
        for _run in range(5):
            page.go(0)
            start = time.perf_counter()
            page.go(len(page.steps) - 1)
            spin_until(lambda: page.sign_step.is_shown)
            page.window().grab()
            figures.append((time.perf_counter() - start) * 1000)
    return statistics.median(figures), _bare()


def _bare() -> float:
    plan = plans.current(clients.lines("Maria Feldner")[0].id)
    assert plan is not None
    assert plan.agreed is not None
    record = replace(papers.of_plan(plan.agreed), left_out=frozenset())

    def drawn() -> None:
        pdf = sheets.draw(DocumentKind.PLAN, record, record.practice.paper, record.practice.large_print).data
        page_count(pdf)
        page_text(pdf, 0)
        page_image(pdf, 0, 800)

    return statistics.median(milliseconds(drawn) for _run in range(5))
