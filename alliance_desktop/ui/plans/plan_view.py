"""The plan as it stands written: who said what, who does what, who signed, and what changed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Plan, PlanVersion
from alliance_desktop.domain.plan_changes import ChangeLine
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.plans.plan_reading import PlanReading
from alliance_desktop.ui.plans.plan_side import PlanSide
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns


class PlanView(QWidget):
    """Shows one version; older ones are a click away. Nothing here can be rewritten."""

    change_wanted = Signal()
    sign_wanted = Signal(int)
    print_wanted = Signal(int)
    end_wanted = Signal(int)
    ticked = Signal(int, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._names = ("", "")
        self._today = date.min
        self._changes: dict[int, tuple[ChangeLine, ...]] = {}
        self.version: PlanVersion | None = None
        self.reading, self.side = PlanReading(), PlanSide()
        self.scroll_area = ScrollColumn()
        page = TwoColumns(self.reading, self.side, (1, 0), 56, 760, 272)
        self.scroll_area.column.addWidget(page)
        self.scroll_area.column.setContentsMargins(0, 24, 0, 32)
        self.setLayout(column(self.scroll_area))
        self.reading.ticked.connect(self.ticked)
        self.side.version_wanted.connect(self._show_number)
        self.side.change_wanted.connect(self.change_wanted)
        self.side.sign_wanted.connect(self.sign_wanted)
        self.side.print_wanted.connect(self.print_wanted)
        self.side.end_wanted.connect(self.end_wanted)

    def show_plan(
        self, plan: Plan, names: tuple[str, str], today: date, changes: dict[int, tuple[ChangeLine, ...]]
    ) -> None:
        """Show what waits for signatures, else what is agreed, else the last there was."""
        self._plan, self._names, self._today, self._changes = plan, names, today, changes
        shown = plan.waiting or plan.agreed or (plan.versions[-1] if plan.versions else None)
        self._show(plan, shown)

    def _show_number(self, version_id: int) -> None:
        if self._plan is not None:
            self._show(self._plan, next(v for v in self._plan.versions if v.id == version_id))

    def _show(self, plan: Plan, version: PlanVersion | None) -> None:
        self.version = version
        self.reading.show_version(plan, version, self._names, self._today)
        changes = self._changes.get(version.id, ()) if version is not None else ()
        self.side.show_version(plan, version, self._names, self._today, changes)
