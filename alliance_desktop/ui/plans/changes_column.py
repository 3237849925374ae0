"""Beside the draft: where it stands, what it changes in plain words, room for the reason, and its verbs."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Plan, PlanState
from alliance_desktop.domain.plan_changes import Change, ChangeLine
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.plan_parts.changes_list import ChangesList
from alliance_desktop.ui.plans.coach_list import CoachList
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _


class ChangesColumn(QWidget):
    """At the right of the plan editor."""

    ready_wanted = Signal(dict)
    drop_wanted = Signal()
    discussed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = Words("", "strong")
        self.state.setObjectName("plan_state")
        self.about = Words("", "small", "muted")
        self.lines = ChangesList()
        self.heading = Words("", "heading", "muted")
        self.coach = CoachList()
        self.ready_button = MainButton(_("Ready to sign"), "pen-line")
        self.ready_button.setObjectName("ready_button")
        self.discussed_button = SecondButton(_("We talked it through"), "check")
        self.discussed_button.setObjectName("discussed_button")
        self.discussed_words = Words(_("A mark for you both; nothing is signed by it."), "small", "muted")
        self.drop_button = LinkButton(_("Drop this draft"))
        self.drop_button.setObjectName("drop_button")
        inside = column(
            self.state,
            self.about,
            8,
            self.ready_button,
            self.discussed_button,
            self.discussed_words,
            self.drop_button,
            12,
            Hairline(),
            8,
            self.heading,
            self.lines,
            8,
            self.coach,
            None,
            gap=8,
        )
        self.setLayout(inside)
        self.ready_button.clicked.connect(self._ready)
        self.drop_button.clicked.connect(self.drop_wanted)
        self.discussed_button.clicked.connect(self.discussed)

    def show_plan(self, plan: Plan, lines: tuple[tuple[Change, ChangeLine], ...], today: date) -> None:
        """Show what the draft changes; reasons already typed stay."""
        talked = plan.state(today) is PlanState.DISCUSSED
        self.state.setText(_("Draft, talked through") if talked else _("Draft"))
        for widget in (self.discussed_button, self.discussed_words):
            widget.setVisible(not talked)
        agreed = plan.agreed
        next_number = (plan.versions[-1].number if plan.versions else 0) + 1
        self.about.setText(
            _("Becomes version {n} when it is ready to sign. What was signed stays as it is.").format(n=next_number)
            if plan.versions
            else _("Stored while you type. Nothing is agreed until both have signed.")
        )
        title = _("What changes since version {n}").format(n=agreed.number) if agreed is not None else ""
        self.heading.set_or_hide(title)
        self.lines.show_changes(lines, _("Nothing yet.") if agreed is not None else "")

    def _ready(self) -> None:
        self.ready_wanted.emit(self.lines.reasons())
