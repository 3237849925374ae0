"""The plan as it stands written: who said what, who does what, who signed, and what changed."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from alliance_desktop.domain.plan import (
    Commitment,
    Goal,
    HowSigned,
    Plan,
    PlanContent,
    PlanState,
    PlanVersion,
    Signature,
    Signer,
)
from alliance_desktop.domain.plan_changes import ChangeLine
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.plans.changes_column import ICONS
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton, TickBox
from alliance_desktop.ui.widgets.now_hoped import NowHopedView
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.signature_pad import SignatureView
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _, clock_words, counted, day_words

# Two voices beside each other need this much, in the text's size.
_STACK = 440
# So many changes are in sight; the others are a click away.
_FIRST = 3


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
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for side in (self.left, self.right):
            side.setSpacing(0)
            side.setContentsMargins(0, 0, 0, 0)
        self.right_box = boxed(self.right)
        self.scroll_area = ScrollColumn()
        page = TwoColumns(boxed(self.left), self.right_box, (1, 0), 56, 760, 272)
        self.scroll_area.column.addWidget(page)
        self.scroll_area.column.setContentsMargins(0, 24, 0, 32)
        self.setLayout(column(self.scroll_area))

    def show_plan(
        self, plan: Plan, names: tuple[str, str], today: date, changes: dict[int, tuple[ChangeLine, ...]]
    ) -> None:
        """Show what waits for signatures, else what is agreed, else the last there was."""
        self._plan, self._names, self._today, self._changes = plan, names, today, changes
        shown = plan.waiting or plan.agreed or (plan.versions[-1] if plan.versions else None)
        self._show(shown)

    def _show(self, version: PlanVersion | None) -> None:
        self.version = version
        emptied(self.left)
        emptied(self.right)
        content = version.content if version is not None else PlanContent()
        self._what_matters(content)
        for place, goal in enumerate(content.goals, 1):
            self._goal(goal, place, len(content.goals))
        self._agreement(content)
        self._will(content)
        self._doubts(content)
        self.left.addStretch(1)
        self._side(version)

    def _said_below(self, day: date | None, when: str = "") -> str:
        if day is None:
            return when
        told = day_words(day, self._today)
        return _("{day}, {when}").format(day=told, when=when) if when else told

    def _what_matters(self, content: PlanContent) -> None:
        if not content.what_matters:
            return
        self.left.addWidget(Words(_("{name} says").format(name=self._names[0]), "heading", "clay"))
        self.left.addSpacing(8)
        block = VoiceBlock(content.what_matters.words, Whose.CLIENT, role="hero").at_most(600)
        block.setObjectName("what_matters")
        block.show_voice(
            content.what_matters.words, Whose.CLIENT, self._said_below(content.what_matters.day), self._names[0]
        )
        self.left.addWidget(block)
        self.left.addSpacing(28)

    def _goal(self, goal: Goal, place: int, of: int) -> None:
        title = row(gap=8)
        title.addWidget(Words(_("Goal {n} of {all}").format(n=place, all=of), "heading", "muted"), 1)
        if goal.by is not None:
            title.addWidget(
                Words(_("by {day}").format(day=day_words(goal.by, self._today)), "small", "muted").one_line()
            )
        said, understood = column(gap=8), column(gap=8)
        if goal.said:
            below = self._said_below(goal.said.day)
            block = VoiceBlock(goal.said.words, Whose.CLIENT, below)
            block.show_voice(goal.said.words, Whose.CLIENT, below, self._names[0])
            said.addWidget(Words(_("{name} says").format(name=self._names[0]), "heading", "clay"))
            said.addWidget(block)
        if goal.professional:
            block = VoiceBlock(goal.professional, Whose.THERAPIST)
            block.show_voice(goal.professional, Whose.THERAPIST, "", self._names[1])
            understood.addWidget(Words(_("{name} understands").format(name=self._names[1]), "heading", "accent"))
            understood.addWidget(block)
        for side in (said, understood):
            side.addStretch(1)
        self.left.addLayout(title)
        self.left.addSpacing(8)
        self.left.addWidget(TwoColumns(boxed(said), boxed(understood), (1, 1), 32, _STACK))
        if goal.activity or goal.now is not None or goal.hoped is not None:
            agreed = self.version is not None and self.version.agreed
            self.left.addSpacing(12)
            self.left.addWidget(NowHopedView(goal.activity, goal.now, goal.hoped, agreed))
        self.left.addSpacing(28)

    def _agreement(self, content: PlanContent) -> None:
        told = agreement_words(content)
        if not told:
            return
        self.left.addWidget(Words(_("What we agreed"), "heading", "muted"))
        self.left.addSpacing(8)
        self.left.addWidget(VoiceBlock("\n".join(told), Whose.BOTH, role="body"))
        self.left.addSpacing(28)

    def _will(self, content: PlanContent) -> None:
        if not content.commitments:
            return
        client, therapist = self._names
        lists = []
        for whose, title, tone in (
            (Whose.THERAPIST, _("I will, {name}").format(name=therapist), "accent"),
            (Whose.CLIENT, _("You will, {name}").format(name=client), "clay"),
        ):
            lines = column(Words(title, "strong", tone), gap=10)
            for step in content.promised(whose):
                lines.addLayout(self._step(step, tone))
            lines.addStretch(1)
            lists.append(boxed(lines))
        self.left.addWidget(TwoColumns(lists[0], lists[1], (1, 1), 32, _STACK))
        self.left.addSpacing(28)

    def _step(self, step: Commitment, token: str) -> QGridLayout:
        plan = self._plan
        box = TickBox("", token)
        box.setObjectName(f"tick_{step.uid}")
        box.name(step.what)
        box.setChecked(plan is not None and step.uid in plan.done)
        box.setEnabled(plan is not None and plan.ending is None)
        if plan is not None:
            box.toggled.connect(lambda done: self.ticked.emit(plan.id, step.uid, done))
        how = [step.how] if step.how else []
        if step.due is not None:
            how.append(_("by {day}").format(day=day_words(step.due, self._today)))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.setHorizontalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(box, 0, 0, Qt.AlignmentFlag.AlignTop)
        told = column(Words(step.what), gap=0)
        told.setContentsMargins(0, 6, 0, 0)
        if how:
            told.addWidget(Words(" · ".join(how), "small", "muted"))
        grid.addLayout(told, 0, 1)
        return grid

    def _doubts(self, content: PlanContent) -> None:
        if not (content.reservations or content.reservations_asked):
            return
        self.left.addWidget(Words(_("Anything not sure?"), "heading", "muted"))
        self.left.addSpacing(8)
        if not content.reservations:
            self.left.addWidget(VoiceBlock(_("Asked; none said."), Whose.THERAPIST))
        for doubt in content.reservations:
            block = VoiceBlock(doubt.said.words, Whose.CLIENT, self._said_below(doubt.said.day))
            answer = VoiceBlock(
                doubt.answer or _("Still open. It stays in sight until it is answered."), Whose.THERAPIST
            )
            both = TwoColumns(boxed(column(block, None)), boxed(column(answer, None)), (1, 1), 32, _STACK)
            self.left.addWidget(both)
            self.left.addSpacing(10)

    def _side(self, version: PlanVersion | None) -> None:
        plan = self._plan
        if plan is None:
            return
        if version is not None:
            self._version_head(plan, version)
            self._signatures(version)
            self._changed(version)
            self._review(version)
        self._verbs(plan, version)
        self.right.addStretch(1)

    def _version_head(self, plan: Plan, version: PlanVersion) -> None:
        head = row(Words(_("Version {n}").format(n=version.number), "heading", "muted"), gap=8)
        if len(plan.versions) > 1:
            older = LinkButton(_("All versions"), "history")
            older.setObjectName("versions_button")
            older.clicked.connect(lambda: self._choose_version(older))
            head.addWidget(older)
        self.right.addLayout(head)
        self.right.addSpacing(4)
        state, icon, tone = _standing(plan, version, self._today, self._names)
        line = row(Picture(icon, tone, 20), Words(state, "strong"), gap=8)
        line.setStretch(1, 1)
        self.right.addLayout(line)
        self.right.addSpacing(12)

    def _choose_version(self, button: QWidget) -> None:
        if self._plan is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for version in reversed(self._plan.versions):
            day = day_words(version.made_at.astimezone().date(), self._today)
            words = _("Version {n}, {day}").format(n=version.number, day=day)
            menu.addAction(words, partial(self._show, version))
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _signatures(self, version: PlanVersion) -> None:
        for signature, name in zip(version.signatures, _first_names(version), strict=True):
            self.right.addWidget(self._signature(signature, name))
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

    def _changed(self, version: PlanVersion) -> None:
        lines = self._changes.get(version.id, ())
        if not lines:
            return
        self.right.addWidget(Words(_("What changed"), "heading", "muted"))
        self.right.addSpacing(8)
        shown = column(*(self._change(line) for line in lines[:_FIRST]), gap=6)
        rest = boxed(column(*(self._change(line) for line in lines[_FIRST:]), gap=6))
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

    def _change(self, line: ChangeLine) -> QWidget:
        words = row(gap=8)
        words.addWidget(Picture(ICONS[line.kind], "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(Words(line.words, "small"), 1)
        return boxed(words)

    def _review(self, version: PlanVersion) -> None:
        if version.content.review_on is None:
            return
        self.right.addWidget(Words(_("Next look together"), "heading", "muted"))
        self.right.addSpacing(4)
        self.right.addWidget(Words(day_words(version.content.review_on, self._today)))
        self.right.addSpacing(20)

    def _verbs(self, plan: Plan, version: PlanVersion | None) -> None:
        if plan.ending is not None:
            if plan.ending.reason:
                self.right.addWidget(VoiceBlock(plan.ending.reason, Whose.BOTH))
            new = MainButton(_("Begin a new plan"), "pen-line")
            new.setObjectName("begin_again_button")
            new.clicked.connect(self.change_wanted)
            self.right.addSpacing(12)
            self.right.addWidget(new)
        verbs = row(gap=8)
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
        verbs.addStretch(1)
        self.right.addLayout(verbs)
        if plan.ending is None and plan.agreed is not None:
            end = LinkButton(_("End this plan"))
            end.setObjectName("end_button")
            end.clicked.connect(lambda: self.end_wanted.emit(plan.id))
            self.right.addSpacing(8)
            self.right.addWidget(end)


def _first_names(version: PlanVersion) -> list[str]:
    return [version.client if s.signer == "client" else version.therapist for s in version.signatures]


def _standing(plan: Plan, version: PlanVersion, today: date, names: tuple[str, str]) -> tuple[str, str, str]:
    """Where a version stands in words, with its icon and colour."""
    if version.withdrawn_at is not None:
        return _("Not agreed, taken back"), "minus", "muted"
    if not version.agreed:
        missing = names[0] if Signer.CLIENT in version.waiting_for else names[1]
        half = _("{name} still to sign").format(name=missing)
        return (half if version.signatures else _("Waits for both to sign")), "clock", "warning"
    agreed_at = version.agreed_at
    day = day_words(agreed_at.astimezone().date(), today) if agreed_at is not None else ""
    if plan.agreed is not None and version.id != plan.agreed.id:
        return _("Signed by both, {day}; a newer one holds").format(day=day), "history", "muted"
    if plan.state(today) is PlanState.ENDED:
        return _("Ended"), "flag", "muted"
    if plan.state(today) is PlanState.REVIEW_DUE:
        return _("Signed by both, {day}. Time to look again.").format(day=day), "calendar-check", "warning"
    return _("Signed by both, {day}").format(day=day), "circle-check", "accent"


def agreement_words(content: PlanContent) -> list[str]:
    """What was agreed about the visits, a line for each thing."""
    agreement, told = content.agreement, []
    visits = [counted("{n} visit", "{n} visits", agreement.visits)] if agreement.visits is not None else []
    if agreement.rhythm:
        visits.append(agreement.rhythm)
    if agreement.minutes is not None:
        visits.append(_("{n} minutes each").format(n=agreement.minutes))
    if visits:
        told.append(", ".join(visits))
    if agreement.areas_yes:
        told.append(_("We work on: {areas}").format(areas=agreement.areas_yes))
    if agreement.areas_no:
        told.append(_("We do not work on: {areas}").format(areas=agreement.areas_no))
    return told
