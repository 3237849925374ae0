"""A scale of the therapist's own that a client answers alone: one question after the other, each with its numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.scale import Scale, range_told
from alliance_desktop.domain.scale_answers import AnswerDraft, HowFilled
from alliance_desktop.domain.scale_form import STATE, ScaleForm, State, form_from
from alliance_desktop.services import held_forms, scales
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.together.asked_row import AskedRow
from alliance_desktop.ui.together.question_task import QuestionTask
from alliance_desktop.ui.widgets.number_line import NoAnswer, NumberLine, number_answer
from alliance_desktop.ui.widgets.number_tiles import NumberTiles
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class ScaleRow(AskedRow):
    """One question with its numbers; what both ends mean stands below them."""

    role = "page_title"

    def __init__(self, place: int, scale: Scale) -> None:
        number, asked = place + 1, scale.items[place].words
        self.number = number_answer(f"asked_scale_{number}", asked, scale.lowest, scale.highest)
        below = _ends(scale) if isinstance(self.number, NumberTiles) else Words(range_told(scale), "body", "muted")
        field = self.number if isinstance(self.number, NumberTiles) else Readable(column(self.number), 200)
        super().__init__(number, len(scale.items), f"scale_{number}", asked, 12, field, below)
        self.number.changed.connect(self._change)
        self.number.went_on.connect(self._go_on)
        if isinstance(self.number, NumberTiles):
            self.number.picked.connect(self._go_on)
        self.set_open(False)

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.number,)

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def answer(self) -> int | None:
        """The number; None while there is none, or what is typed is none of the scale's."""
        try:
            return self.number.answer()
        except NoAnswer:
            return None

    def state(self) -> State:
        """The answer; while what is typed is none, the words."""
        if isinstance(self.number, NumberLine) and self.answer is None:
            return self.number.words() or None
        return self.answer

    def show_state(self, state: State) -> None:
        """Show what was answered before."""
        if isinstance(self.number, NumberLine):
            self.number.set_answer(state)
        else:
            self.number.set_answer(state if isinstance(state, int) else None)
        self.follow()

    def refusal(self) -> str:
        """Why what is typed is no answer; empty where it is one, or nothing is typed."""
        try:
            self.number.answer()
        except NoAnswer as refusal:
            return str(refusal)
        return ""

    def _change(self) -> None:
        self.follow()
        self.typed.emit()

    def _go_on(self) -> None:
        self.answered.emit(self.answer)

    def follow(self) -> None:
        self.line.show_answer("" if self.answer is None else str(self.answer))


def _ends(scale: Scale) -> QWidget:
    low, high = (
        Words(_("{n} = {words}").format(n=n, words=words), "body", "muted")
        for n, words in ((scale.lowest, scale.low_words), (scale.highest, scale.high_words))
    )
    low.setAlignment(Qt.AlignmentFlag.AlignTop)
    high.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
    ends = row(gap=16)
    ends.addWidget(low, 1)
    ends.addWidget(high, 1)
    return boxed(ends)


class ScaleTask(QuestionTask):
    """Answers wait as a form that is left open until the client is done; then they are kept for good.

    Nothing of other days is shown. Who gives the screen back halfway leaves the answers for the therapist to go on.
    """

    def __init__(self, desk: Desk, client_id: int, scale_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, how is it for you?"))
        self._scale_id, self._filled_in = scale_id, False
        scale = scales.one(scale_id).scale
        self.rows = [ScaleRow(place, scale) for place in range(len(scale.items))]
        begun = form_from(held_forms.of(client_id, Form.SCALE_ANSWERS, scale_id))
        for each, state in zip(self.rows, begun.shown if begun is not None else (), strict=False):
            each.show_state(state)
        self.ask(self.rows)

    def say(self) -> None:
        refused = next((told for each in self.rows if each.is_open and (told := each.refusal())), "")
        self.said.setText(refused or _("There is no wrong answer. You may leave one out."))

    def _answers(self) -> tuple[int | None, ...]:
        return tuple(each.answer for each in self.rows)

    def _store(self) -> bool:
        if self._filled_in:
            return True
        states = [each.state() for each in self.rows]
        line = ScaleForm(self._scale_id, {self._scale_id: states}).line()
        typed = {STATE: line} if any(state is not None for state in states) else {}
        return self.desk.keep(held_forms.hold, self.client_id, Form.SCALE_ANSWERS, self._scale_id, typed)

    def _type(self) -> None:
        super()._type()
        self.say()

    def _finish(self) -> None:
        given = self._answers()
        if not self.autosave.flush():
            return
        if all(answer is None for answer in given):
            self.finish()
            return
        draft = AnswerDraft(self.desk.today(), given, HowFilled.ALONE)
        if self.desk.keep(scales.fill_in, self.client_id, self._scale_id, draft):
            self._filled_in = True
            self.desk.keep(held_forms.let_go, self.client_id, Form.SCALE_ANSWERS, self._scale_id)
            self.finish(again=False)
