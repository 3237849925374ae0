"""What stands in one version of a plan, in reading order: everything in its voice; parts that are empty close up."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from alliance_desktop.domain import body, body_mark, outcome
from alliance_desktop.domain.plan import Commitment, Goal, Plan, PlanContent, PlanVersion, Way
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.plan_parts.plan_words import agreement_words, score_words, sign_words, step_words
from alliance_desktop.ui.widgets.body_figure import BodyFigure
from alliance_desktop.ui.widgets.body_pen import MarkSign
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.ladder import GOAL, Ladder, Start
from alliance_desktop.ui.widgets.now_hoped import NowHopedView
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_block import Agreed, VoiceBlock
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _, day_words

# Two voices beside each other need this much, in the text's size.
_STACK = 440
_APART = 28
_FIGURE = 300


class PlanReading(QWidget):
    """The left of the plan's page. Nothing here can be rewritten; what is promised can be ticked off."""

    ticked = Signal(int, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._version: PlanVersion | None = None
        self._names = ("", "")
        self._today = date.min
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_version(self, plan: Plan, version: PlanVersion | None, names: tuple[str, str], today: date) -> None:
        """Show what stands in a version of a plan."""
        self._plan, self._version, self._names, self._today = plan, version, names, today
        emptied(self._column)
        content = version.content if version is not None else PlanContent()
        self._what_matters(content)
        self._background(content)
        self._body(content)
        for place, goal in enumerate(content.goals, 1):
            self._goal(goal, place, len(content.goals))
        self._score(plan, content)
        self._ways(content)
        self._agreement(content)
        self._will(content)
        self._signs(content)
        self._doubts(content)
        self._teach_back(content)
        self._column.addStretch(1)

    def _part(self, title: str, *parts: QWidget, tone: str = "muted") -> None:
        self._column.addWidget(Words(title, "heading", tone))
        for part in parts:
            self._column.addSpacing(8)
            self._column.addWidget(part)
        self._column.addSpacing(_APART)

    def _said(self, said: Said, role: str = "") -> VoiceBlock:
        """The client's words, with the day on which they were said."""
        below = day_words(said.day, self._today) if said.day is not None else ""
        block = VoiceBlock(said.words, Whose.CLIENT, below, role=role)
        block.show_voice(said.words, Whose.CLIENT, below, self._names[0])
        return block

    def _told(self, words: str, whose: Whose = Whose.THERAPIST) -> VoiceBlock:
        block = VoiceBlock(words, whose, role="body")
        block.show_voice(words, whose, "", self._names[1])
        return block

    def _beside(self, first: QVBoxLayout, second: QVBoxLayout) -> TwoColumns:
        for side in (first, second):
            side.addStretch(1)
        return TwoColumns(boxed(first), boxed(second), (1, 1), 32, _STACK)

    def _what_matters(self, content: PlanContent) -> None:
        if content.what_matters:
            block = self._said(content.what_matters, "hero").at_most(600)
            block.setObjectName("what_matters")
            self._part(_("{name} says").format(name=self._names[0]), block, tone="clay")

    def _background(self, content: PlanContent) -> None:
        sides = []
        if content.strengths:
            heading = Words(_("What already helps"), "heading", "clay")
            sides.append(column(heading, self._said(content.strengths)))
        if content.understanding:
            heading = Words(_("What we think is going on"), "heading", "muted")
            sides.append(column(heading, self._told(content.understanding, Whose.BOTH)))
        if len(sides) == 2:
            self._column.addWidget(self._beside(*sides))
        elif sides:
            self._column.addWidget(boxed(sides[0]))
        if sides:
            self._column.addSpacing(_APART)

    def _body(self, content: PlanContent) -> None:
        """The views that bear marks, and every mark in words beside them."""
        marks = body_mark.in_order(content.marks)
        if not marks:
            return
        figures, told = row(gap=16), column(gap=8)
        for view in dict.fromkeys(mark.view for mark in marks):
            figure = BodyFigure(f"body_{view}", body.view(view).title, editable=False)
            figure.call(*self._names)
            figure.show_view(view)
            figure.show_marks(content.marks)
            figure.setFixedHeight(theme.px(_FIGURE))
            figures.addWidget(figure)
        figures.addStretch(1)
        for mark in marks:
            line = row(MarkSign(mark), gap=8)
            line.addWidget(Words(body_mark.words(mark, *self._names)), 1)
            told.addLayout(line)
        self._part(_("Where it is"), boxed(column(figures, 12, told)))

    def _goal(self, goal: Goal, place: int, of: int) -> None:
        title = row(gap=8)
        title.addWidget(Words(_("Goal {n} of {all}").format(n=place, all=of), "heading", "muted"), 1)
        if goal.by is not None:
            title.addWidget(
                Words(_("by {day}").format(day=day_words(goal.by, self._today)), "small", "muted").one_line()
            )
        said, understood = column(gap=8), column(gap=8)
        if goal.said:
            said.addWidget(Words(_("{name} says").format(name=self._names[0]), "heading", "clay"))
            said.addWidget(self._said(goal.said))
        if goal.source and goal.source.words != goal.said.words:
            said.addWidget(Words(_("It comes from"), "heading", "clay"))
            said.addWidget(self._said(goal.source))
        if goal.professional:
            understood.addWidget(Words(_("{name} understands").format(name=self._names[1]), "heading", "accent"))
            understood.addWidget(self._told(goal.professional))
        self._column.addLayout(title)
        self._column.addSpacing(8)
        self._column.addWidget(self._beside(said, understood))
        shown: list[QWidget] = []
        if any(goal.ladder):
            shown.append(self._ladder(goal, place))
        if goal.activity or goal.now is not None or goal.hoped is not None:
            shown.append(NowHopedView(goal.activity, goal.now, goal.hoped))
        if shown:
            both = boxed(column(*shown, gap=12))
            agreed = self._version is not None and self._version.agreed
            self._column.addSpacing(12)
            self._column.addWidget(Agreed(both) if agreed else both)
        self._column.addSpacing(_APART)

    def _ladder(self, goal: Goal, place: int) -> Ladder:
        ladder = Ladder(f"ladder_{place}", _("Goal {n}, {title}").format(n=place, title=goal.title), fixed=True)
        ladder.show_ladder(goal.ladder, None if goal.step is None else goal.step + GOAL, self._start(goal))
        return ladder

    def _start(self, goal: Goal) -> Start | None:
        """Where the goal stood in the version agreed first, with the day of it."""
        for version in self._plan.versions if self._plan is not None else ():
            steps = [one.step for one in version.content.goals if one.uid == goal.uid and one.step is not None]
            if version.agreed_at is not None and steps and version.number < self._number():
                return Start(steps[0] + GOAL, day_words(version.agreed_at.astimezone().date(), self._today))
        return None

    def _number(self) -> int:
        return self._version.number if self._version is not None else 0

    def _score(self, plan: Plan, content: PlanContent) -> None:
        told = score_words(outcome.reached(content.goals), outcome.reached_first(plan))
        if told:
            words = Words(told, "small", "muted")
            words.setObjectName("score")
            self._column.addWidget(words)
            self._column.addSpacing(_APART)

    def _ways(self, content: PlanContent) -> None:
        choice = content.choice
        if not (content.ways or choice.reason or choice.not_wanted):
            return
        self._column.addWidget(Words(_("Ways we could go"), "heading", "muted"))
        self._column.addSpacing(8)
        boxes = [boxed(self._way(way, way.uid == choice.way)) for way in content.ways]
        for place in range(0, len(boxes), 2):
            second = boxes[place + 1] if place + 1 < len(boxes) else QWidget()
            self._column.addWidget(TwoColumns(boxes[place], second, (1, 1), 32, _STACK))
            self._column.addSpacing(16)
        sides = []
        for title, said in (
            (_("Why this one"), choice.reason),
            (_("What {name} does not want").format(name=self._names[0]), choice.not_wanted),
        ):
            if said:
                sides.append(column(Words(title, "heading", "clay"), self._said(said)))
        if len(sides) == 2:
            self._column.addWidget(self._beside(*sides))
        elif sides:
            self._column.addWidget(boxed(sides[0]))
        self._column.addSpacing(_APART)

    def _way(self, way: Way, chosen: bool) -> QVBoxLayout:
        told = column(Words(way.what, "strong"), gap=4)
        if chosen:
            mark = row(Picture("circle-check", "clay", 16), gap=6)
            mark.addWidget(Words(_("{name} chose this").format(name=self._names[0]), "small", "clay"), 1)
            told.addLayout(mark)
        for icon, words, name in (("plus", way.good, _("Good")), ("minus", way.less_good, _("Less good"))):
            for line in filter(None, (part.strip() for part in words.splitlines())):
                point = row(gap=8)
                point.addWidget(
                    Picture(icon, "accent" if icon == "plus" else "muted", 16, name), 0, Qt.AlignmentFlag.AlignTop
                )
                point.addWidget(Words(line), 1)
                told.addLayout(point)
        if way.effort:
            told.addWidget(Words(way.effort, "small", "muted"))
        told.addStretch(1)
        return told

    def _agreement(self, content: PlanContent) -> None:
        told = agreement_words(content)
        if told:
            self._part(_("What we agreed"), self._told("\n".join(told), Whose.BOTH))

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
            lists.append(lines)
        self._column.addWidget(self._beside(*lists))
        self._column.addSpacing(_APART)

    def _step(self, step: Commitment, token: str) -> QGridLayout:
        plan = self._plan
        box = TickBox("", token)
        box.setObjectName(f"tick_{step.uid}")
        box.name(step.what)
        box.setChecked(plan is not None and step.uid in plan.done)
        box.setEnabled(plan is not None and plan.ending is None)
        if plan is not None:
            box.toggled.connect(lambda done: self.ticked.emit(plan.id, step.uid, done))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.setHorizontalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(box, 0, 0, Qt.AlignmentFlag.AlignTop)
        told = column(Words(step.what), gap=0)
        told.setContentsMargins(0, 6, 0, 0)
        if how := step_words(step, self._today):
            told.addWidget(Words(how, "small", "muted"))
        grid.addLayout(told, 0, 1)
        return grid

    def _signs(self, content: PlanContent) -> None:
        told = [
            column(Words(name, "heading", "muted"), self._told(words, Whose.BOTH))
            for name, words in sign_words(content.signs)
        ]
        for place in range(0, len(told), 2):
            second = told[place + 1] if place + 1 < len(told) else column()
            self._column.addWidget(self._beside(told[place], second))
            self._column.addSpacing(16 if place + 2 < len(told) else _APART)

    def _doubts(self, content: PlanContent) -> None:
        if not (content.reservations or content.reservations_asked):
            return
        self._column.addWidget(Words(_("Anything not sure?"), "heading", "muted"))
        self._column.addSpacing(8)
        if not content.reservations:
            self._column.addWidget(self._told(_("Asked; none said.")))
        for doubt in content.reservations:
            answer = self._told(doubt.answer or _("Still open. It stays in sight until it is answered."))
            self._column.addWidget(self._beside(column(self._said(doubt.said)), column(answer)))
            self._column.addSpacing(10)
        self._column.addSpacing(_APART - 10)

    def _teach_back(self, content: PlanContent) -> None:
        if content.teach_back:
            self._part(_("Said back in own words"), self._said(content.teach_back), tone="clay")
