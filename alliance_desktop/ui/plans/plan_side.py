"""Beside the plan: which version, where it stands, who signed, what changed, when both look again, and the verbs."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from alliance_desktop.domain.plan import EndedBy, Ending, HowSigned, Plan, PlanState, PlanVersion, Signature
from alliance_desktop.domain.plan_changes import ChangeLine
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.plan_parts.changes_list import change_row
from alliance_desktop.ui.plan_parts.plan_words import look_words, signer_names
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.signature_pad import SignatureView
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _, clock_words, day_words

# So many changes are in sight; the others are a click away.
_FIRST = 3


class PlanSide(QWidget):
    """The right of the plan's page."""

    change_wanted = Signal()
    sign_wanted = Signal(int)
    print_wanted = Signal(int)
    end_wanted = Signal(int)
    version_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._today = date.min
        self.right = QVBoxLayout(self)
        self.right.setSpacing(0)
        self.right.setContentsMargins(0, 0, 0, 0)

    def show_version(
        self,
        plan: Plan,
        version: PlanVersion | None,
        names: tuple[str, str],
        today: date,
        changes: Sequence[ChangeLine],
    ) -> None:
        """Show what there is to know about a version of a plan of these two, client and therapist."""
        self._plan, self._today = plan, today
        emptied(self.right)
        if plan.ending is not None:
            self._ended(plan.ending, names)
        if version is not None:
            self._version_head(plan, version)
            self._signatures(version)
            self._changed(changes)
            if plan.ending is None:
                self._review(version)
        self._verbs(plan, version)
        self.right.addStretch(1)

    def _ended(self, ending: Ending, names: tuple[str, str]) -> None:
        self._line("flag", "muted", _ended_words(ending, names, self._today))
        if ending.reason:
            self.right.addWidget(VoiceBlock(ending.reason, Whose.BOTH))
        self.right.addSpacing(16)

    def _line(self, icon: str, tone: str, words: str) -> None:
        line = row(Picture(icon, tone, 20), Words(words, "strong"), gap=8)
        line.setStretch(1, 1)
        self.right.addLayout(line)
        self.right.addSpacing(12)

    def _version_head(self, plan: Plan, version: PlanVersion) -> None:
        head = row(Words(_("Version {n}").format(n=version.number), "heading", "muted"), gap=8)
        if len(plan.versions) > 1:
            older = LinkButton(_("All versions"), "history")
            older.setObjectName("versions_button")
            older.clicked.connect(lambda: self._choose_version(older))
            head.addWidget(older)
        self.right.addLayout(head)
        self.right.addSpacing(4)
        state, icon, tone = _standing(plan, version, self._today)
        self._line(icon, tone, state)

    def _choose_version(self, button: QWidget) -> None:
        if self._plan is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for version in reversed(self._plan.versions):
            day = day_words(version.made_at.astimezone().date(), self._today)
            words = _("Version {n}, {day}").format(n=version.number, day=day)
            menu.addAction(words, partial(self.version_wanted.emit, version.id))
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _signatures(self, version: PlanVersion) -> None:
        names = signer_names(version)
        for signature in version.signatures:
            self.right.addWidget(self._signature(signature, names[signature.signer]))
            self.right.addWidget(Hairline())
        waiting = version.waiting_for
        if waiting:
            sign = MainButton(_("Sign"), "pen-line")
            sign.setObjectName("sign_button")
            sign.clicked.connect(lambda: self.sign_wanted.emit(version.id))
            self.right.addSpacing(8)
            self.right.addWidget(sign)
        self.right.addSpacing(16)

    def _signature(self, signature: Signature, name: str) -> QWidget:
        how = {
            HowSigned.DRAWN: _("on screen"),
            HowSigned.ALOUD: _("agreed aloud"),
            HowSigned.PAPER: _("on paper"),
        }[signature.how]
        below = _("{time}, {how}").format(time=clock_words(signature.at)[:5], how=how)
        words = column(Words(name, "strong"), Words(below, "small", "muted"), gap=0)
        if signature.reason:
            words.addWidget(Words(_("Reason: {words}").format(words=signature.reason), "small", "muted"))
        line = row(gap=8)
        line.setContentsMargins(0, 6, 0, 6)
        line.addLayout(words, 1)
        if signature.strokes:
            line.addWidget(SignatureView(signature.strokes, _("Signature of {name}").format(name=name)))
        return boxed(line)

    def _changed(self, lines: Sequence[ChangeLine]) -> None:
        if not lines:
            return
        self.right.addWidget(Words(_("What changed"), "heading", "muted"))
        self.right.addSpacing(8)
        shown = column(*(change_row(line) for line in lines[:_FIRST]), gap=6)
        rest = boxed(column(*(change_row(line) for line in lines[_FIRST:]), gap=6))
        self.right.addLayout(shown)
        if len(lines) > _FIRST:
            rest.hide()
            every = LinkButton(_("All {n} changes").format(n=len(lines)), "list-checks")
            every.setObjectName("all_changes_button")
            every.clicked.connect(rest.show)
            every.clicked.connect(every.hide)
            self.right.addSpacing(6)
            self.right.addWidget(rest)
            self.right.addWidget(every)
        self.right.addSpacing(16)
        self.right.addWidget(Hairline())
        self.right.addSpacing(16)

    def _review(self, version: PlanVersion) -> None:
        told = look_words(version.content, self._today)
        if told:
            self.right.addWidget(Words(_("Next look together"), "heading", "muted"))
            self.right.addSpacing(4)
            self.right.addWidget(Words(told))
            self.right.addSpacing(20)

    def _verbs(self, plan: Plan, version: PlanVersion | None) -> None:
        if plan.ending is not None:
            new = MainButton(_("Begin a new plan"), "pen-line")
            new.setObjectName("begin_again_button")
            new.clicked.connect(self.change_wanted)
            self.right.addSpacing(12)
            self.right.addWidget(new)
        verbs = Flow()
        if version is not None:
            printing = SecondButton(_("Print plan"), "printer")
            printing.setObjectName("print_button")
            printing.clicked.connect(lambda: self.print_wanted.emit(version.id))
            verbs.addWidget(printing)
        if plan.ending is None:
            change = SecondButton(_("Change"), "pencil")
            change.setObjectName("change_button")
            change.clicked.connect(self.change_wanted)
            verbs.addWidget(change)
        self.right.addLayout(verbs)
        if plan.ending is None and plan.agreed is not None:
            end = LinkButton(_("End this plan"))
            end.setObjectName("end_button")
            end.clicked.connect(lambda: self.end_wanted.emit(plan.id))
            self.right.addSpacing(8)
            self.right.addWidget(end)


def _standing(plan: Plan, version: PlanVersion, today: date) -> tuple[str, str, str]:
    """Where a version stands in words, with its icon and colour."""
    if version.withdrawn_at is not None:
        return _("Not agreed, taken back"), "minus", "muted"
    both = len(version.content.signers) == 2
    if not version.agreed:
        if not version.signatures:
            return (_("Waits for both to sign") if both else _("Waits for all to sign")), "clock", "warning"
        names = signer_names(version)
        missing = _(", ").join(names[signer] for signer in version.waiting_for)
        return _("{name} still to sign").format(name=missing), "clock", "warning"
    agreed_at = version.agreed_at
    day = day_words(agreed_at.astimezone().date(), today) if agreed_at is not None else ""
    signed = (_("Signed by both, {day}") if both else _("Signed by all, {day}")).format(day=day)
    if plan.agreed is not None and version.id != plan.agreed.id:
        return _("{signed}; a newer one holds").format(signed=signed), "history", "muted"
    if plan.state(today) is PlanState.REVIEW_DUE:
        return _("{signed}. Time to look again.").format(signed=signed), "calendar-check", "warning"
    return signed, "circle-check", "accent"


def _ended_words(ending: Ending, names: tuple[str, str], today: date) -> str:
    """By whom a plan was ended, and when."""
    day, (client, therapist) = day_words(ending.at.astimezone().date(), today), names
    if ending.by is EndedBy.COMPLETED:
        return _("Reached and ended, {day}").format(day=day)
    name = client if ending.by is EndedBy.CLIENT else therapist
    return _("{name} ended it early, {day}").format(name=name, day=day)
