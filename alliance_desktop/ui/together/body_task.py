"""Where it is, marked by the client alone on the plan's body figure."""

from dataclasses import replace

from PySide6.QtGui import QResizeEvent

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.services import plans, practice
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.plan_parts.body_editor import BodyEditor
from alliance_desktop.ui.together.task_page import TaskPage
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class BodyTask(TaskPage):
    """The marks go into the plan's draft, where both find them again; what the therapist marked stays untouched."""

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, where do you feel it?"))
        self.body_editor = BodyEditor(facing=True, tall=True)
        self.hint = Words(_("Choose what it is like, then touch the place on the figure."), "body", "muted")
        self.lay_out(column(self.hint, self.body_editor, gap=12))
        self.autosave = Autosave(desk, self._store, self)
        plan = plans.current(client_id)
        running = plan if plan is not None and plan.ending is None else None
        shown = (running.draft or running.shown) if running is not None else PlanContent()
        self.body_editor.show_marks(shown.marks, (self.client, practice.current().first_name))
        self.body_editor.open()
        self.body_editor.edited.connect(self._edited)
        self.body_editor.removed.connect(desk.offer_undo)
        self.done_button.clicked.connect(self._finish)

    def take_focus(self) -> None:
        chart = self.body_editor.chart
        if chart is not None:
            chart.figure.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.body_editor.chart is not None:
            foot, hint = self.done_button.sizeHint().height(), self.hint.heightForWidth(self.width() - 140)
            self.body_editor.chart.figure.prefer_height(self.height() - foot - hint - 84)

    def _edited(self) -> None:
        self.autosave.touched()

    def _store(self) -> bool:
        plan = self.desk.perform(plans.begin, self.client_id)
        if plan is None or plan.draft is None:
            return False
        return self.desk.keep(plans.keep_draft, plan.id, replace(plan.draft, marks=self.body_editor.marks()))

    def leave(self) -> None:
        """Store the marks; where nothing was marked anew no draft is left behind."""
        plan = plans.current(self.client_id) if self.autosave.flush() else None
        if plan is not None and plan.draft is not None and plans.says_nothing_new(plan):
            self.desk.perform(plans.drop_draft, plan.id)

    def _finish(self) -> None:
        if self.autosave.flush():
            self.finish()
