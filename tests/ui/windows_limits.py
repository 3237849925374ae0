"""The windows about where the limits lie, in the sample practice."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.boundary import BoundaryDraft, BoundaryKind
from alliance_desktop.domain.consent import ConsentDraft, ConsentKind, usual_text
from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.red_flag import Decision, RedFlag, RedFlagDraft
from alliance_desktop.domain.statement import Stance, StatementDraft
from alliance_desktop.services import boundaries, consents, health_answers, red_flags, sessions, statements
from tests.ui.window_walk import WindowWalk, pause, type_into, until

LIMITS = (
    "before_hands", "red_flag_dialog", "red_flag_list", "red_flags", "note_consent", "consent_sheet",
    "withdraw_dialog", "statement_dialog", "statement_task", "statements", "boundary_dialog",
    "boundaries",
)  # fmt: skip


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

    def _note_consent(self) -> None:
        today, perform = self.workspace.desk.today(), self.workspace.desk.perform
        if not any(each.consent.kind is ConsentKind.SENSITIVE_AREA for each in consents.of(self.maria)):
            for each in consents.of(self.maria):
                if each.holds(today):
                    perform(consents.withdraw, each.id, words="I want to read it again first")
            words, area = usual_text(ConsentKind.TREATMENT, "Ana Brandl"), ConsentKind.SENSITIVE_AREA
            ends = today + timedelta(days=20)
            perform(consents.record_aloud, self.maria, ConsentDraft(ConsentKind.TREATMENT, words, "", today, ends))
            words = usual_text(area, "Ana Brandl")
            perform(consents.record_aloud, self.maria, ConsentDraft(area, words, "chest wall", today, today))
        self.workspace.open_client(self.maria, "sessions")
        self.workspace.sessions_tab.start_note()
        pause()

    def _consent_sheet(self) -> QWidget:
        self._note_consent()
        self.click("consent_chip")
        return self._dialog("consent_sheet")

    def _withdraw_dialog(self) -> QWidget:
        self._consent_sheet()
        self.click("sheet_withdraw_button")
        dialog = self._dialog("withdraw_dialog")
        type_into(self.find(QWidget, "withdrawal_words_edit"), "Not any more")
        return dialog

    def _signed_note(self) -> int:
        note = next(line for line in sessions.lines(self.maria) if line.signed)
        self.workspace.open_client(self.maria, "sessions")
        self.workspace.sessions_tab.show_session(note.id)
        pause()
        return note.id

    def _statement_dialog(self) -> QWidget:
        self._signed_note()
        self.click("state_button")
        return self._dialog("statement_dialog")

    def _statement_task(self) -> QWidget:
        self._statement_dialog()
        self.click("hand_over_statement_button")
        until(lambda: self.window.handed is not None, "the client's screen")
        self.click("stance_2_button")
        handed = self.window.handed
        assert handed is not None
        return handed

    def _statements(self) -> None:
        note = self._signed_note()
        if not statements.of(note):
            perform, strokes = self.workspace.desk.perform, (((0.1, 0.5), (0.3, 0.2), (0.5, 0.7), (0.8, 0.4)),)
            said = StatementDraft(Stance.DISAGREE, "It was the left shoulder, and it began in March, not in May.")
            perform(statements.sign, note, said, strokes)
            perform(statements.dictate, note, StatementDraft(Stance.AGREE))
        self._signed_note()

    def _boundary_dialog(self) -> QWidget:
        self._boundaries()
        self.click("boundary_note_button")
        dialog = self._dialog("boundary_dialog")
        self.click("boundary_kind_3")
        self.click("wording_fold_button")
        return dialog

    def _boundaries(self) -> None:
        if not boundaries.of(self.maria):
            happened, did = "She brought a bottle of wine.", "Thanked her, and said that I take no gifts."
            draft = BoundaryDraft(self.workspace.desk.today(), BoundaryKind.GIFT, happened, did, "Say it once more.")
            self.workspace.desk.perform(boundaries.note, self.maria, draft)
        self._go("profile")
        section = self.workspace.profile_tab.boundary_section
        if not section.is_open:
            section.open_button.click()
        pause()
        self.workspace.profile_tab.scroll_area.ensureWidgetVisible(section)
