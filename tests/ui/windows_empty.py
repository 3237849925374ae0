"""The windows of a practice without anybody."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.services import clients, vault
from tests.ui.window_walk import type_into, until
from tests.ui.windows_outside import PASSWORD, OutsideWindows

EMPTY = (
    "today_empty",
    "clients_empty",
    "brief_empty",
    "plan_empty",
    "sessions_empty",
    "progress_empty",
    "documents_empty",
)


class EmptyWindows(OutsideWindows):
    """The windows of a new practice, which comes to be in the first run."""

    def _set_up(self) -> None:
        if vault.exists(self.folders["empty"]):
            type_into(self.find(QWidget, "password_field"), PASSWORD)
            self.click("unlock_button")
        else:
            self._sheet_step()
            self.click("decline_box")
            self.click("sheet_step_on_button")
            self.click("backups_step_on_button")
        until(lambda: self.window.workspace is not None, "the workspace")

    def _today_empty(self) -> None:
        self.workspace.go("today")

    def _clients_empty(self) -> None:
        self.workspace.go("clients")

    def _nobody(self, tab: str) -> None:
        if not clients.lines("Tom Ackerlund"):
            self.workspace.new_client()
            type_into(self.find(QWidget, "name_edit"), "Tom Ackerlund")
            self.click("accept_button")
        self.workspace.open_client(clients.lines("Tom Ackerlund")[0].id, tab)

    def _brief_empty(self) -> None:
        self._nobody("brief")

    def _plan_empty(self) -> None:
        self._nobody("plan")

    def _sessions_empty(self) -> None:
        self._nobody("sessions")

    def _progress_empty(self) -> None:
        self._nobody("progress")

    def _documents_empty(self) -> None:
        self._nobody("documents")
