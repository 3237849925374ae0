"""The windows of scales of one's own, in the sample practice."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.scale import Item, Method
from alliance_desktop.sample.scale_story import SCALE
from alliance_desktop.services import clients, held_forms, scales
from alliance_desktop.ui.together.hand_over import HandOver
from tests.domain.any_scale import neck
from tests.ui.window_walk import WindowWalk, pause, type_into, until

SCALES = (
    "own_scales",
    "scale_dialog",
    "scale_refused",
    "scale_progress",
    "fill_dialog",
    "fill_typed",
    "scale_task",
    "scale_task_typed",
)
WIDE = "A hundred steps"
LONG = "How easily could you carry what you had bought from the shop to your own door this week, with both arms?"


class ScaleWindows(WindowWalk):
    """They add scales, which the windows of other parts do not show."""

    @property
    def jonas(self) -> int:
        """Who filled in a scale three times."""
        return clients.lines("Jonas Wehrling")[0].id

    def _own_scales(self) -> None:
        perform = self.workspace.desk.perform
        if not scales.ended():
            old = perform(scales.make, replace(neck(), name="Arm, as it was asked in spring"))
            assert old is not None
            perform(scales.end, old.id)
        self.workspace.go("settings")
        section = self.workspace.settings_page.scales
        if section.ended_fold.button.isVisible():
            section.ended_fold.button.click()
        pause(60)
        self.workspace.settings_page.scroll_area.ensureWidgetVisible(section.ended_fold)

    def _scale_dialog(self) -> QWidget:
        self._own_scales()
        self.click(f"change_scale_{scales.in_use()[0].id}_button")
        return self._dialog("scale_dialog")

    def _scale_refused(self) -> QWidget:
        self._own_scales()
        self.click("add_scale_button")
        dialog = self._dialog("scale_dialog")
        if not held_forms.of(None, Form.SCALE):
            type_into(self.find(QWidget, "scale_name_edit"), "Shoulder at work")
            type_into(self.find(QWidget, "scale_item_1_edit"), LONG)
        self.click("accept_button")
        return dialog

    def _scale_progress(self) -> None:
        self.workspace.open_client(self.jonas, "progress")
        pause(60)
        view = self.workspace.progress_tab.scales.views[0]
        if not view.fold.is_open:
            view.fold.button.click()
        pause(60)
        self.workspace.progress_tab.scroll_area.ensureWidgetVisible(view)

    def _fill_dialog(self) -> QWidget:
        self.workspace.open_client(self.jonas, "progress")
        pause(60)
        self.click("fill_scale_button")
        return self._dialog("fill_dialog")

    def _wide(self) -> None:
        if WIDE not in {kept.scale.name for kept in scales.in_use()}:
            wide = neck(name=WIDE, items=(Item(LONG),), highest=100, method=Method.SUM, better=Better.LESS)
            self.workspace.desk.perform(scales.make, wide)

    def _fill_typed(self) -> QWidget:
        self._wide()
        dialog = self._fill_dialog()
        choice = self.find(QWidget, "fill_scale_choice")
        choice.setCurrentIndex(choice.findText(WIDE))  # type: ignore[attr-defined]  # a combo
        pause(60)
        type_into(self.find(QWidget, "scale_answer_1"), "120")
        self.click("accept_button")
        return dialog

    def _task(self, scale_id: int) -> HandOver:
        if self.window.handed is None:
            self.workspace.hand_overs.ask_scale(self.jonas, scale_id)
        until(lambda: self.window.handed is not None, "the client's window")
        assert self.window.handed is not None
        return self._keep(self.window.handed)

    def _scale_task(self) -> HandOver:
        handed = self._task(next(kept.id for kept in scales.in_use() if kept.scale.name == SCALE.name))
        self.find(QWidget, "asked_scale_1")
        return handed

    def _scale_task_typed(self) -> HandOver:
        self._wide()
        handed = self._task(next(kept.id for kept in scales.in_use() if kept.scale.name == WIDE))
        type_into(self.find(QWidget, "asked_scale_1"), "120")
        return handed
