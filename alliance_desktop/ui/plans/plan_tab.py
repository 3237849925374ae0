"""The plan of one client: nothing yet, the draft under work, or what stands written."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.domain.plan import EndingDraft, Plan, PlanContent, PlanVersion
from alliance_desktop.domain.plan_changes import ChangeLine
from alliance_desktop.services import clients, plans, practice
from alliance_desktop.ui.form_keeper import FormKeeper, FormTaker
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.plan_parts.seat import Signed
from alliance_desktop.ui.plans.end_dialog import EndDialog
from alliance_desktop.ui.plans.plan_editor import PlanEditor
from alliance_desktop.ui.plans.plan_view import PlanView
from alliance_desktop.ui.plans.sign_dialog import SignDialog
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.words import _


class PlanTab(ClientTab):
    """Reads the plan, changes it, has it signed; ``body_wanted`` asks for the screen to be given to the client."""

    print_wanted = Signal(int)
    body_wanted = Signal(int)

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.begin_button = MainButton(_("Write the plan together"), "pen-line")
        self.begin_button.setObjectName("begin_plan_button")
        self.empty = EmptyState(
            "handshake",
            _("A plan says what matters to the client in their own words, what you both agreed, and who does what."),
            self.begin_button,
        )
        self.view = PlanView()
        self.editor = PlanEditor(self.desk)
        for widget in (self.empty, self.view, self.editor):
            self.stack.addWidget(widget)
        self.setLayout(column(self.stack))

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self._begin)
        self.view.change_wanted.connect(self._begin)
        self.view.sign_wanted.connect(self._sign)
        self.view.ticked.connect(self._tick)
        self.view.end_wanted.connect(self._end)
        self.view.print_wanted.connect(self.print_wanted)
        self.editor.ready_wanted.connect(self._make_ready)
        self.editor.drop_wanted.connect(self._drop)
        self.editor.hand_over_body_button.clicked.connect(self._hand_over)

    def refresh(self) -> None:
        plan = plans.current(self.client_id)
        if plan is None or (plan.draft is None and not plan.versions and plan.ending is None):
            self.stack.setCurrentWidget(self.empty)
        elif plan.draft is not None and plan.ending is None:
            self._edit(plan)
        else:
            names = (clients.one(self.client_id).called, practice.current().first_name)
            self.view.show_plan(plan, names, self.desk.today(), self._change_lines(plan))
            self.stack.setCurrentWidget(self.view)

    def _change_lines(self, plan: Plan) -> dict[int, tuple[ChangeLine, ...]]:
        return {version.id: plans.change_lines(version) for version in plan.versions}

    def _edit(self, plan: Plan) -> None:
        names = (clients.one(self.client_id).called, practice.current().first_name)
        self.editor.load(plan, names)
        self.stack.setCurrentWidget(self.editor)

    def _begin(self) -> None:
        if self.desk.perform(plans.begin, self.client_id) is not None:
            self.editor.take_focus()

    def _make_ready(self, plan_id: int, reasons: dict[str, str]) -> None:
        version = self.desk.perform(plans.make_ready, plan_id, reasons)
        if version is not None:
            self._sign(version.id)

    def _hand_over(self) -> None:
        if self.leave():
            self.body_wanted.emit(self.client_id)

    def _drop(self, plan_id: int) -> None:
        bring_back = partial(self._bring_back, plan_id)
        self.desk.perform_undoable(_("The draft is dropped."), bring_back, plans.drop_draft, plan_id)

    def _bring_back(self, plan_id: int, dropped: PlanContent) -> None:
        self.desk.perform(plans.bring_back_draft, plan_id, dropped)

    def _sign(self, version_id: int) -> None:
        version = plans.version(version_id)
        client = clients.one(self.client_id)
        dialog = SignDialog.open_for(self, version, client.called, practice.current().first_name)
        FormKeeper(self.desk, dialog, Form.SIGNING, client.id, version_id)
        dialog.signed.connect(self._keep_signature)

    def _keep_signature(self, signed: Signed) -> None:
        version = self.desk.perform(
            plans.sign, signed.version_id, signed.signer, signed.how, strokes=signed.strokes, reason=signed.reason
        )
        dialog = self.findChild(SignDialog)
        if isinstance(version, PlanVersion) and dialog is not None:
            dialog.show_version(version)

    def _tick(self, plan_id: int, uid: str, done: bool) -> None:
        self.desk.perform(plans.tick, plan_id, uid, done)

    def _end(self, plan_id: int) -> None:
        dialog = EndDialog.open_for(self, clients.one(self.client_id).called)
        FormTaker(self.desk, dialog, Form.ENDING, self.client_id, plan_id, partial(self._end_now, plan_id))

    def _end_now(self, plan_id: int, ending: EndingDraft) -> Plan | None:
        return self.desk.perform(plans.end, plan_id, ending.by, ending.reason)

    def go_on_with(self, held: HeldForm) -> None:
        """Open the form that was left open, with what was typed into it."""
        if held.form is Form.ENDING:
            self._end(held.about_id)
        elif held.form is Form.SIGNING:
            self._sign(held.about_id)

    def leave(self) -> bool:
        return self.editor.flush()
