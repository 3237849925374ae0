"""The windows about where the limits lie, in the sample practice."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.red_flag import Decision, RedFlag, RedFlagDraft
from alliance_desktop.services import health_answers, red_flags
from tests.ui.window_walk import WindowWalk, pause, type_into

LIMITS = ("before_hands", "red_flag_dialog", "red_flag_list", "red_flags")  # fmt: skip


class LimitWindows(WindowWalk):
    """Red flags, consents, statements and boundaries; they change what other windows of Maria's show."""

    def _go(self, tab: str) -> None:
        self.workspace.open_client(self.maria, tab)
        pause()

    def _before_hands(self) -> None:
        answers = (
            HealthAnswer("night_pain", True, "Since March, on the left, when I turn over"),
            HealthAnswer("clot", True, ""),
        )
        if not red_flags.of(self.maria):
            perform = self.workspace.desk.perform
            perform(health_answers.keep, self.maria, answers)
            first = RedFlagDraft(frozenset({RedFlag.INJURY}), Decision.WENT_ON, "fell in May")
            entry = perform(red_flags.decide, self.maria, first)
            assert entry is not None
            again = RedFlagDraft(first.flags, Decision.REFERRED, "to her doctor, she goes on Thursday")
            perform(red_flags.decide, self.maria, again, replaces=entry.id)
        self._go("brief")

    def _red_flag_dialog(self) -> QWidget:
        self._before_hands()
        prompts = red_flags.waiting(self.maria, self.workspace.desk.now())
        self.click(f"decide_{prompts[-1].place}_button")
        dialog = self._dialog("red_flag_dialog")
        type_into(self.find(QWidget, "red_flag_reason_edit"), "Known")
        return dialog

    def _red_flag_list(self) -> QWidget:
        self._before_hands()
        self._go("profile")
        self.click("red_flags_button")
        return self._dialog("red_flag_dialog")

    def _red_flags(self) -> None:
        self._before_hands()
        self._go("profile")
        self.workspace.profile_tab.scroll_area.ensureWidgetVisible(self.find(QWidget, "red_flags_button"))
