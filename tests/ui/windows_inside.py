"""The therapist's windows in the sample practice."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.domain.letter import FORMS
from alliance_desktop.domain.repair import Marker, NoticedBy, RepairDraft, RuptureKind
from alliance_desktop.domain.snippet import Snippet
from alliance_desktop.services import (
    appointments,
    clients,
    closing_checks,
    documents,
    held_forms,
    repairs,
    sessions,
    snippets,
    vault,
)
from alliance_desktop.ui.crash_dialog import CrashDialog
from alliance_desktop.ui.quit_dialog import QuitDialog
from alliance_desktop.ui.widgets.record_list import RecordList
from tests.ui.window_walk import WindowWalk, pause, type_into, until

INSIDE = (
    "today", "another_day", "appointment_dialog", "calendar_dialog",
    "clients", "archived", "client_dialog", "quit_dialog", "crash_dialog", "brief", "change_dialog",
    "profile",
    "health_dialog", "consent_dialog", "documents", "kept_paper", "visit_summary", "letter", "letter_dialog", "plan",
    "end_dialog", "plan_editor", "sign_dialog", "half_signed", "sessions", "addendum_dialog", "note_editor",
    "note_carried", "note_soap", "note_birp", "note_own", "note_private", "note_words", "note_body", "note_signed_body",
    "layout_dialog", "progress", "progress_body",
    "progress_waiting", "slip_dialog", "promise_dialog", "snooze_dialog", "repair_dialog", "repairs", "backup",
    "backup_question", "settings", "snippets", "limits", "guide_words", "new_sheet", "help", "found", "notice",
    "problem", "today_asking",
)  # fmt: skip


class InsideWindows(WindowWalk):
    """The therapist's windows; those that change what others show come last."""

    def _today(self) -> None:
        self.workspace.go("today")

    def _today_asking(self) -> None:
        """Some who do not come today are worth a thought: everybody was looked at."""
        now = self.workspace.desk.now()
        yesterday = self.workspace.desk.today() - timedelta(days=1)
        unbooked = [each.id for each in clients.lines() if appointments.next_of(each.id, now) is None]
        for client_id in unbooked[:5]:
            check = ClosingCheck(yesterday, {Strand.TOUCH: 2})
            self.workspace.desk.perform(closing_checks.type_slip, client_id, check)
        self.workspace.go("today")
        until(lambda: self.window.findChildren(RecordList, "asking_list"), "what is worth asking")

    def _another_day(self) -> None:
        self.workspace.go("today")
        self.click("day_after_button")

    def _appointment_dialog(self) -> QWidget:
        self.workspace.go("today")
        self.click("add_visit_button")
        type_into(self.find(QWidget, "appointment_who_edit"), "a")
        type_into(self.find(QWidget, "appointment_time_edit"), "10:30")
        return self._dialog("appointment_dialog")

    def _calendar_dialog(self) -> QWidget:
        self.workspace.go("today")
        self.workspace.today_page.calendar_button.click()
        return self._dialog("calendar_dialog")

    def _clients(self) -> None:
        self.workspace.go("clients")
        self.click("here_chip")

    def _archived(self) -> None:
        self.workspace.go("clients")
        self.click("archived_chip")

    def _client_dialog(self) -> QWidget:
        self._clients()
        self.workspace.new_client()
        dialog = self._dialog("client_dialog")
        type_into(self.find(QWidget, "name_edit"), "Maria Feldner")
        return dialog

    def _quit_dialog(self) -> QWidget:
        return self._keep(QuitDialog.open_for(self.workspace))

    def _crash_dialog(self) -> QWidget:
        CrashDialog.show_once()
        return self._keep(next(w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)))

    def _tab(self, name: str) -> None:
        self.workspace.open_client(self.maria, name)
        pause()

    def _brief(self) -> None:
        self._tab("brief")

    def _change_dialog(self) -> QWidget:
        self._brief()
        self.click("something_changed_button")
        return self._dialog("change_dialog")

    def _profile(self) -> None:
        self._tab("profile")

    def _health_dialog(self) -> QWidget:
        self._profile()
        self.click("health_button")
        return self._dialog("health_dialog")

    def _consent_dialog(self) -> QWidget:
        self._profile()
        self.click("consent_button")
        return self._dialog("consent_dialog")

    def _progress(self) -> None:
        self._tab("progress")
        waiting = closing_checks.waiting(self.maria)
        if waiting is not None:
            self.workspace.progress_tab.look(waiting.id, {Strand.TOUCH: 4})
            pause(60)

    def _progress_body(self) -> None:
        self._progress()
        section = self.workspace.progress_tab.on_body
        section.slider.setValue(1)
        self.workspace.progress_tab.scroll_area.ensureWidgetVisible(section.figure)

    def _progress_waiting(self) -> None:
        answers = {Strand.BOND: 5, Strand.TOUCH: 3, Strand.GOALS: 4, Strand.TASKS: 4}
        check = ClosingCheck(self.workspace.desk.today(), answers, "The warm room", "Less on the calves")
        self.workspace.desk.perform(closing_checks.keep, self.maria, check, False)
        self._tab("progress")

    def _slip_dialog(self) -> QWidget:
        self._progress()
        self.click("slip_button")
        self.click("guess_fold_button")
        return self._dialog("slip_dialog")

    def _snooze_dialog(self) -> QWidget:
        self._brief()
        self.click("not_now_a1_touch_button")
        return self._dialog("snooze_dialog")

    def _repair_dialog(self) -> QWidget:
        self._progress()
        self.click("repair_button")
        dialog = self._dialog("repair_dialog")
        self.click("coach_fold_button")
        self.click("repair_kind_2")
        return dialog

    def _repairs(self) -> None:
        if not repairs.of(self.maria):
            today = self.workspace.desk.today()
            draft = RepairDraft(
                today,
                NoticedBy.CLIENT,
                RuptureKind.WITHDRAWAL,
                Strand.TOUCH,
                frozenset({Marker.FINE_TWICE, Marker.TENSED_UP}),
                "It was too deep on the left, and I did not dare to say so.",
                "Thank you for telling me. I see that this was too much for you.",
                "I ask before I go deeper",
                True,
                today + timedelta(days=7),
            )
            self.workspace.desk.perform(repairs.note, self.maria, draft)
        self._tab("progress")
        self.workspace.progress_tab.scroll_area.ensureWidgetVisible(
            self.find(QWidget, f"repair_{repairs.of(self.maria)[0].id}_outcome")
        )

    def _promise_dialog(self) -> QWidget:
        if not closing_checks.of(self.maria)[-1].check.change:
            self._progress_waiting()
        self._progress()
        kept = closing_checks.of(self.maria)[-1]
        self.click(f"promise_{kept.id}_button")
        return self._dialog("promise_dialog")

    def _documents(self) -> None:
        self._tab("documents")
        self._paper()

    def _paper(self) -> None:
        view = self.workspace.documents_tab.view
        until(lambda: view.pages and not view.pages[0].pixmap().isNull(), "the paper")
        pause(200)

    def _visit_summary(self) -> None:
        self._tab("sessions")
        signed = next(line for line in sessions.lines(self.maria) if line.signed)
        self.workspace.sessions_tab.show_session(signed.id)
        self.click("visit_summary_button")
        self._paper()

    def _letter(self) -> None:
        form, typed = FORMS[DocumentKind.REFERRAL], {"letter_to_edit": "Dr. Eva Lind\nHill Practice"}
        self.workspace.desk.perform(held_forms.hold, self.maria, form, 0, typed)
        self._letter_dialog().findChild(QAbstractButton, "show_letter_button").click()  # type: ignore[union-attr]
        pause(60)
        self._paper()

    def _letter_dialog(self) -> QWidget:
        self._tab("documents")
        self.workspace.documents_tab.show_paper(DocumentKind.REFERRAL)
        dialog = self._dialog("letter_dialog")
        self.click("letter_found_box")
        return dialog

    def _kept_paper(self) -> None:
        if not documents.of(self.maria):
            now = datetime.now(UTC)
            self._documents()
            pdf = (self.home / "plan.pdf").read_bytes() if (self.home / "plan.pdf").exists() else b""
            if not pdf:
                self.workspace.documents_tab.save_to(self.home / "plan.pdf")
            else:
                documents.keep(self.maria, DocumentKind.PLAN, Given.SAVED, 1, 2, pdf, now=now)
        self._documents()

    def _plan(self) -> None:
        self._tab("plan")

    def _end_dialog(self) -> QWidget:
        self._tab("plan")
        self.click("end_button")
        return self._dialog("end_dialog")

    def _plan_editor(self) -> None:
        self._tab("plan")
        if self.workspace.plan_tab.view.isVisible():
            self.click("change_button")
        editor = self.workspace.plan_tab.editor
        until(editor.isVisible, "the editor")
        if not editor.doubts.editors:
            self.click("add_reservation_button")
        type_into(self.find(QWidget, "rhythm_edit"), ".")
        editor.flush()
        self.find(QWidget, "reason_0_edit")

    def _sign_dialog(self) -> QWidget:
        tab = self.workspace.plan_tab
        self._tab("plan")
        if not tab.view.isVisible() or not tab.view.findChildren(QWidget, "sign_button"):
            self._plan_editor()
            self.click("ready_button")
        else:
            self.click("sign_button")
        dialog = self._dialog("sign_dialog")
        self.click("therapist_how_choice_2")
        return dialog

    def _half_signed(self) -> None:
        self._sign_dialog()
        type_into(self.find(QWidget, "therapist_reason_edit"), "oil on my hands")
        self.click("therapist_sign_button")
        self._close_loose()
        self._tab("plan")

    def _sessions(self) -> None:
        self._tab("sessions")

    def _addendum_dialog(self) -> QWidget:
        self._sessions()
        signed = next(line for line in self.workspace.sessions_tab.session_list.records.records if line.signed)
        self.workspace.sessions_tab.show_session(signed.id)
        self.click("add_to_note_button")
        return self._dialog("addendum_dialog")

    def _note_editor(self) -> None:
        self.workspace.open_client(self.maria, "sessions")
        self.workspace.sessions_tab.start_note()
        pause()
        self.click("format_choice_1")
        if self.workspace.sessions_tab.editor.dock.take_chip.isVisible():
            self.click("more_words_button")

    def _note_carried(self) -> None:
        self._note_editor()
        waiting = self.window.findChildren(QAbstractButton, "carry_button")
        if waiting and waiting[0].isVisible():
            self.click("carry_button")

    def _note_soap(self) -> None:
        self._note_editor()
        self.click("format_choice_2")

    def _note_birp(self) -> None:
        self._note_editor()
        self.click("format_choice_4")

    def _note_own(self) -> None:
        self._note_editor()
        self.click("format_choice_5")

    def _note_private(self) -> None:
        self._note_editor()
        part = self.workspace.sessions_tab.editor.private
        if not part.text_edit.isVisible():
            self.click("note_private_button")
        pause(60)
        self.workspace.sessions_tab.editor.scroll_area.ensureWidgetVisible(part.text_edit)

    def _note_words(self) -> None:
        self._note_editor()
        dock = self.workspace.sessions_tab.editor.dock
        if not dock.take_chip.isVisible():
            self.click("more_words_button")
        pause(60)

    def _note_body(self) -> None:
        self._note_editor()
        part = self.workspace.sessions_tab.editor.on_body
        if not part.fold.is_open:
            self.click("body_again_button")
        pause(60)
        self.workspace.sessions_tab.editor.scroll_area.ensureWidgetVisible(part.editor)

    def _note_signed_body(self) -> None:
        self._tab("sessions")
        signed = next(line for line in sessions.lines(self.maria) if line.signed)
        self.workspace.sessions_tab.show_session(signed.id)
        self.find(QWidget, "note_body")

    def _layout_dialog(self) -> QWidget:
        self._note_own()
        self.click("layout_button")
        return self._dialog("layout_dialog")

    def _backup(self) -> None:
        self.workspace.go("backup")
        self.workspace.backup_page.use_folder(self.home)

    def _backup_question(self) -> None:
        self._backup()
        page = self.workspace.backup_page
        page.undo_button.show()
        page.undo_button.click()

    def _settings(self) -> None:
        self.workspace.go("settings")

    def _snippets(self) -> None:
        self.workspace.go("settings")
        section = self.workspace.settings_page.snippets
        for word, words in (("wp", "Warm pack on the low back for ten minutes."), ("st", "Showed the stretch.")):
            self.workspace.desk.perform(snippets.keep, Snippet(word, words))
        section.refresh()
        pause(60)
        section.list.record_chosen.emit(0)
        self.workspace.settings_page.scroll_area.ensureWidgetVisible(section.list)

    def _limits(self) -> None:
        self.workspace.go("settings")
        section = self.workspace.settings_page.limits
        if not section.fold.is_open:
            section.fold.button.click()
        pause(60)
        self.workspace.settings_page.scroll_area.ensureWidgetVisible(section.edits["drift_days"])

    def _guide_words(self) -> None:
        self.workspace.go("settings")
        if not self.workspace.settings_page.papers.fold.is_open:
            self.click("guide_words_button")
        self.find(QWidget, "limits_edit").setFocus()

    def _new_sheet(self) -> None:
        self.workspace.go("settings")
        type_into(self.find(QWidget, "present_password_field"), vault.SAMPLE_PASSWORD)
        self.click("new_sheet_button")

    def _help(self) -> None:
        self.workspace.go("help")

    def _find_words(self, words: str) -> None:
        self.workspace.sidebar.start_finding()
        field = self.find(QWidget, "find_edit")
        field.clear()  # type: ignore[attr-defined]  # a line edit
        type_into(field, words)
        until(lambda: self.workspace.found_page.hits, "a hit")

    def _found(self) -> None:
        self._find_words("garden")

    def _notice(self) -> None:
        self._profile()
        self.workspace.desk.offer_undo("Sertraline is removed.", lambda: None)

    def _problem(self) -> None:
        self._profile()
        self.workspace.desk.not_saved.emit("The disk is full. What you typed stands in its field and is tried again.")
