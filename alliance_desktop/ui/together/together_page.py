"""The talk in which two people write a plan: one question at a time, each part stored as soon as it is left."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from alliance_desktop.domain.comfort import ComfortItem
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.plan import Plan, PlanContent, Reservation
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import clients, comforts, phrases, plans, practice, voices
from alliance_desktop.ui import theme
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import HeldWords
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.goal_source import sentences
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.agree_step import AgreeStep
from alliance_desktop.ui.together.goal_step import GoalStep
from alliance_desktop.ui.together.handed_page import HandedPage
from alliance_desktop.ui.together.matters_step import MattersStep
from alliance_desktop.ui.together.quiet_clock import QuietClock
from alliance_desktop.ui.together.sign_step import SignStep
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.together.step_bar import StepBar
from alliance_desktop.ui.together.talk_foot import TalkFoot
from alliance_desktop.ui.together.ways_step import WaysStep
from alliance_desktop.ui.together.where_step import WhereStep
from alliance_desktop.ui.together.words_step import WordsStep
from alliance_desktop.ui.typed import day_that_is_none
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class TogetherPage(HandedPage):
    """All steps of one talk about one client's plan.

    It opens at the first step that nothing is known of yet. A version that waits for signatures opens at signing;
    going back from there takes a half signed version back, and says so first. ``talked`` is for how long the same two
    have talked before.
    """

    def __init__(self, desk: Desk, client_id: int, talked: timedelta = timedelta()) -> None:
        super().__init__()
        self._talked = talked
        self.desk, self.client_id = desk, client_id
        self._plan: Plan | None = None
        self._begun = self._filling = self._warned = False
        self._now = 0
        self._build()
        self._connect()
        self._held = HeldWords(desk, self, Form.PLAN)
        self.autosave = Autosave(desk, self._store, self)
        desk.closing.connect(self._settle)
        self._begin()

    def _build(self) -> None:
        client, therapist = clients.one(self.client_id).called, practice.current().first_name or _("Therapist")
        self.sign_step = SignStep(self.desk, client, therapist)
        # What is shown here the client reads: what was written for somebody else stays in their plans.
        used = partial(phrases.used, before=self.client_id)
        self.steps: Sequence[Step] = (
            MattersStep(client, therapist),
            WhereStep(client, therapist),
            GoalStep(client, therapist, self.desk.today, self._sentences, used),
            WaysStep(client, used),
            AgreeStep(client, therapist, self._comfort, self.desk.today, used),
            WordsStep(client, therapist, self._standing_doubts),
            self.sign_step,
        )
        self.step_bar = StepBar([step.title for step in self.steps])
        self.clock = QuietClock(self.desk.now, self._talked)
        self.bar = boxed(row(self.step_bar, self.clock))
        self.question = Words("", "result")
        self.question.setObjectName("question")
        self.hint = Words("", "body", "muted")
        self.stack = QStackedWidget()
        self.scroll_areas = []
        for step in self.steps:
            area = ScrollColumn()
            area.column.addWidget(step)
            area.column.addStretch(1)
            area.column.setContentsMargins(2, 12, 2, 16)
            self.scroll_areas.append(area)
            self.stack.addWidget(area)
        self.foot = TalkFoot()
        self.back_button, self.next_button, self.said = self.foot.back_button, self.foot.next_button, self.foot.said
        for words in (self.question, self.hint):
            # As far in as what stands in the step, which keeps room for a ring around it.
            words.setContentsMargins(2, 0, 2, 0)
        self._page = column(self.question, self.hint, 8, gap=4)
        self._page.addWidget(self.stack, 1)
        self._page.addWidget(self.foot)
        self.setLayout(self._page)
        self._fit()

    def _fit(self) -> None:
        side = 62 if self.width() >= 1152 else 30
        low = self.height() < theme.px(480)
        self.hint.setVisible(not low and bool(self.hint.text()))
        self._page.setContentsMargins(side, 10 if low else 24, side, 12 if low else 20)
        self._page.activate()
        self.steps[self._now].fit_height(self.stack.height() - 28)

    def _comfort(self) -> tuple[ComfortItem, ...]:
        # What the therapist noted stays in the profile.
        return tuple(item for item in comforts.of(self.client_id) if item.whose is not Whose.THERAPIST)

    def _sentences(self) -> Sequence[Said]:
        return sentences(self.content(), voices.of(self.client_id))

    def _standing_doubts(self) -> Sequence[Reservation]:
        return self._plan.standing_doubts if self._plan is not None else ()

    def _connect(self) -> None:
        for step in self.steps:
            step.edited.connect(self._touched)
            step.rebuilt.connect(self._rebuilt)
            step.removed.connect(self.desk.offer_undo)
            step.settled.connect(self.desk.end_undo)
        self.sign_step.signed.connect(self._follow_signature)
        self.sign_step.day_set.connect(self._read_again)
        self.sign_step.mend_wanted.connect(self._mend)
        self.step_bar.chosen.connect(self.go)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        theme.signals.changed.connect(self._rebuilt)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go_on)
        QShortcut(QKeySequence("Alt+N"), self, self.go_on)
        for keys in ("Alt+Left", "Alt+B"):
            QShortcut(QKeySequence(keys), self, self.back)

    def _begin(self) -> None:
        plan = plans.current(self.client_id)
        waiting = plan is not None and plan.waiting is not None and plan.ending is None
        if plan is None or not waiting:
            # What nobody changes leaves nothing behind: the draft is stored with the first word.
            self._begun = plan is not None and plan.draft is not None and plan.ending is None
            plan = plans.to_go_on_with(self.client_id, self.desk.now())
        self._load(plan)
        self._show(len(self.steps) - 1 if waiting else self._first_open(self.content()))

    def _first_open(self, content: PlanContent) -> int:
        if self._plan is not None and self._plan.agreed is not None:
            # At a review everything is known; the talk begins at its beginning.
            return 0
        return next((n for n, step in enumerate(self.steps) if not step.is_done(content)), 0)

    def _load(self, plan: Plan) -> None:
        self.desk.end_undo()
        self._plan = plan
        self._filling = True
        for step in self.steps:
            step.show_content(plan.draft or plan.shown)
        self._filling = False
        self._held.load(self.client_id, plan.id)

    def content(self) -> PlanContent:
        """The plan as it stands."""
        content = self._plan.draft if self._plan is not None and self._plan.draft is not None else PlanContent()
        for step in self.steps:
            content = step.put_into(content)
        return content

    def _touched(self) -> None:
        if self._filling:
            return
        if self._plan is not None and self._plan.draft is not None:
            self.autosave.touched()
        self._say()

    def _store(self) -> bool:
        if self._plan is None or self._plan.draft is None:
            return True
        content = self.content()
        if not (self._begun or self._begin_draft()):
            return False
        kept = self.desk.keep(plans.keep_draft, self._plan.id, content)
        if kept:
            self._plan = plans.one(self._plan.id)
        return kept and self._held.keep_days()

    def _begin_draft(self) -> bool:
        self._begun = self.desk.keep(plans.begin, self.client_id)
        plan = plans.current(self.client_id) if self._begun else None
        if plan is not None:
            self._plan = plan
            self._held.be_about(plan.id)
        return self._begun

    def _settle(self) -> None:
        if self._begun and self._plan is not None and plans.one(self._plan.id).draft is not None:
            self.desk.keep(plans.settle, self._plan.id)

    def flush(self) -> bool:
        """Store what is being typed, for good; False when it could not be stored."""
        stored = self._flush()
        if stored:
            self._settle()
        return stored

    def _flush(self) -> bool:
        return self.autosave.flush() and self.sign_step.autosave.flush()

    def leave(self) -> None:
        """Store what is typed; what was taken back again leaves no draft behind."""
        plan = plans.current(self.client_id) if self.flush() else None
        nothing_new = plan is not None and plan.draft is not None and plans.says_nothing_new(plan)
        if plan is not None and nothing_new and not self._held.words:
            self.desk.perform(plans.drop_draft, plan.id)

    @property
    def signed_version(self) -> int:
        """The version that all signed in this talk, or 0."""
        agreed = self._plan.agreed if self._plan is not None and self.sign_step.is_over else None
        return agreed.id if agreed is not None else 0

    def go_on(self) -> None:
        """The next step."""
        if self._now + 1 < len(self.steps):
            self.go(self._now + 1)

    def back(self) -> None:
        """The step before."""
        if self._now:
            self.go(self._now - 1)

    def go(self, place: int) -> None:
        """Another step, once what was typed here is stored."""
        if place == self._now or self.sign_step.is_over:
            self._show(self._now)
            return
        if self._is_unread(place):
            return
        if self._plan is not None and self._plan.draft is None and not self._take_back():
            return
        if self._flush() and (self.steps[place] is not self.sign_step or self._talked_through()):
            self._show(place)

    def _talked_through(self) -> bool:
        """Note, before the page to sign is shown, that both have talked about what stands there."""
        if not self._carry_over():
            return False
        plan = plans.one(self._plan.id) if self._plan is not None and self._plan.id else None
        if plan is None or plan.draft is None or plan.discussed_at is not None or plans.says_nothing_new(plan):
            return True
        return self.desk.keep(plans.discuss, plan.id)

    def _carry_over(self) -> bool:
        """Store what goes along from a plan that ended, so that it can be signed as it stands."""
        plan = self._plan
        return plan is None or bool(plan.id) or plans.says_nothing_new(plan) or self._store()

    def _is_unread(self, place: int) -> bool:
        """Say which day cannot be read, and lead there: on this step, and before signing on any of them."""
        signing = self.steps[place] is self.sign_step
        unread = day_that_is_none(self if signing else self.steps[self._now])
        if unread is None:
            return False
        field, why = unread
        where = next((n for n, step in enumerate(self.steps) if step.isAncestorOf(field)), self._now)
        if where != self._now:
            self._show(where)
        field.setFocus()
        self.desk.say(why)
        return True

    def _mend(self, part: str) -> None:
        """Go to where a part of the plan is written, and into the field that waits to be filled in."""
        place = next((n for n, step in enumerate(self.steps) if part in step.parts), 0)
        self.go(place)
        self.steps[place].go_to(part)

    def _read_again(self) -> None:
        """What stands in the draft was changed at signing: every step shows it, and it can be signed."""
        plan = plans.current(self.client_id)
        if plan is not None:
            self._begun = True
            self._load(plan)
            self._show(self._now)

    def _take_back(self) -> bool:
        """Withdraw what waits for signatures; said before it is done where somebody has signed already."""
        assert self._plan is not None
        if self.sign_step.is_half_signed and not self._warned:
            self._warned = True
            self.said.setText(self.sign_step.back_words())
            return False
        self._warned = False
        plan = self.desk.perform(plans.begin, self.client_id)
        if plan is not None:
            self._begun = True
            self._load(plan)
        return plan is not None

    def _show(self, place: int) -> None:
        self._now, self._warned = place, False
        step = self.steps[place]
        if step is self.sign_step and self._plan is not None and not self.sign_step.is_over:
            self._show_what_is_signed(self._plan)
        self.question.setText(step.question)
        self.hint.setText(step.hint)
        self.stack.setCurrentIndex(place)
        self._fit()
        last = place + 1 == len(self.steps)
        self.next_button.setVisible(not last)
        if not last:
            self.next_button.rename(_("Next: {step}").format(step=self.steps[place + 1].onward))
        self.foot.follow(self.scroll_areas[place])
        self.back_button.setVisible(place > 0 and not self.sign_step.is_over)
        self._say()
        self._rebuilt()
        step.take_focus()

    def _show_what_is_signed(self, plan: Plan) -> None:
        self._plan = plans.one(plan.id) if self._begun or plan.draft is None else plan
        self.sign_step.show_plan(self._plan)

    def _say(self) -> None:
        """Show how far it is, and the quiet sentence of this step."""
        content = self.content()
        done = [step.is_done(content) for step in self.steps[:-1]]
        self.step_bar.show_place(self._now, [*done, self.sign_step.is_over])
        self.said.setText(self.steps[self._now].said(content))

    def _rebuilt(self) -> None:
        # Until the page stands in its window the bar stands in none.
        if not self._filling and self.step_bar.window() is self.window():
            stops = self.steps[self._now].stops
            set_tab_order((*self.step_bar.buttons, *stops, self.back_button, self.next_button))

    def _follow_signature(self) -> None:
        """The draft has become a version, and perhaps all is done."""
        self.autosave.forget()
        if self._plan is not None:
            self._plan = plans.one(self._plan.id)
        if self.sign_step.is_over:
            self.back_button.hide()
            self.question.setText(_("Our plan is signed"))
            self.hint.setText("")
        self._say()

    def take_focus(self) -> None:
        """Give the keyboard to the step that is shown."""
        self._rebuilt()
        self.steps[self._now].take_focus()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()
