"""Where it is: what both mark on the body is stored, signed, shown again and found."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import plans, practice_file, search
from tests.journeys.conftest import Hands


def test_what_is_marked_on_the_body_is_part_of_the_plan(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "To garden again")
    hands.click("add_body_button")
    figure = hands.find(QWidget, "body_chart_figure")
    figure.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_Down)
    QTest.keyClick(figure, Qt.Key.Key_Return)
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    hands.unlock()
    draft = plans.current(1).draft  # type: ignore[union-attr]
    assert draft is not None
    mark = draft.marks[0]
    assert (mark.whose, mark.kind, mark.view) == (Whose.CLIENT, MarkKind.ACHE, "front")
    hands.workspace.open_client(1, "plan")
    hands.click("ready_button")
    hands.click("later_button")
    shown = hands.find(QWidget, "body_front")
    assert shown.isVisible()
    version = plans.current(1).waiting  # type: ignore[union-attr]
    assert version is not None
    assert version.content.marks == (mark,)
    assert plans.intact(version)
    part = mark.part
    assert part is not None
    assert search.find(part.name.split()[-1])
