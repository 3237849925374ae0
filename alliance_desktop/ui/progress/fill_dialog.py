"""A scale that the therapist reads aloud: each question with its answer, the day, and nothing that is not answered."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from alliance_desktop.domain.days import NotADay
from alliance_desktop.domain.scale import enough_words
from alliance_desktop.domain.scale_answers import AnswerDraft, AnswersToCome, KeptScale, NothingAnswered
from alliance_desktop.domain.scale_form import STATE, ScaleForm, State, form_from
from alliance_desktop.ui.lasting_dialog import LastingDialog
from alliance_desktop.ui.layouts import column, emptied, row
from alliance_desktop.ui.progress.answer_row import AnswerRow
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fields import Choice, DayField, Labelled
from alliance_desktop.ui.widgets.number_line import NoAnswer
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class FillDialog(LastingDialog):
    """Value in, value out: ``accepted_draft`` carries the number of the scale and an ``AnswerDraft``.

    ``alone_wanted`` asks for the screen to be given to the client, for the scale of this number.
    """

    alone_wanted = Signal(int)

    def __init__(self, parent: QWidget, offered: Sequence[KeptScale], today: date, called: str) -> None:
        self._offered = {kept.id: kept for kept in offered}
        self._today = today
        self._answers: dict[int, Sequence[State]] = {}
        self._shown_id = 0
        self._filling = False
        self.rows: list[AnswerRow] = []
        self.scale_choice = Choice([(kept.scale.name, kept.id) for kept in offered])
        self.choice_box = Labelled(_("Which scale"), self.scale_choice, "fill_scale_choice")
        self.choice_box.setVisible(len(offered) > 1)
        self.name = Words("", "title")
        self.name.setVisible(len(offered) == 1)
        self.alone_button = LinkButton(_("Let {name} answer alone").format(name=called), "message-circle-question-mark")
        self.alone_button.setObjectName("answer_alone_button")
        hint = _("Read each question to {name} and set the number they say; 0 to 9 and the arrows do it too.")
        self._column = column(gap=18)
        self.day_edit = DayField()
        # All answers in one line, so that a form kept while the program was locked comes back with them.
        self.state_edit = QLineEdit()
        self.state_edit.setObjectName(STATE)
        self.state_edit.hide()
        form = column(
            Words(hint.format(name=called), "body", "muted"),
            row(self.alone_button, None),
            self.choice_box,
            self.name,
            4,
            self._column,
            Words(enough_words(), "small", "muted"),
            Labelled(_("Day"), self.day_edit, "fill_day_edit"),
            gap=14,
        )
        super().__init__(parent, "fill_dialog", _("Fill in a scale"), _("Keep"), form, 660)
        self.state_edit.setParent(self)
        self.day_edit.set_day(today)
        self.state_edit.textChanged.connect(self._show_state)
        self.scale_choice.currentIndexChanged.connect(self._choose)
        self.alone_button.clicked.connect(self._hand_over)
        self._show_scale(offered[0].id)

    @classmethod
    def open_for(cls, parent: QWidget, offered: Sequence[KeptScale], today: date, called: str) -> "FillDialog":
        """Open over a page, with the first of the scales that are offered."""
        dialog = cls(parent, offered, today, called)
        dialog.open()
        dialog.rows[0].answer.setFocus()
        return dialog

    @property
    def scale_id(self) -> int:
        """The row of the scale that is filled in."""
        return self._shown_id

    def draft(self) -> AnswerDraft:
        """What is answered; raises ``NotADay`` and ``NoAnswer``."""
        return AnswerDraft(self.day_edit.day() or self._today, tuple(each.answer.answer() for each in self.rows))

    def offer(self) -> None:
        try:
            draft = self.draft()
            draft.refuse_unclear(self._offered[self._shown_id].scale, self._today)
        except (NotADay, NoAnswer, NothingAnswered, AnswersToCome) as refusal:
            self.complain(str(refusal))
        else:
            self.accepted_draft.emit((self._shown_id, draft))

    def _choose(self, _place: int) -> None:
        chosen = self.scale_choice.value()
        if isinstance(chosen, int) and chosen != self._shown_id:
            self._show_scale(chosen)
            self._tell()

    def _show_scale(self, scale_id: int) -> None:
        """Show the questions of one scale, with what was answered here already."""
        emptied(self._column)
        self._shown_id = scale_id
        scale = self._offered[scale_id].scale
        self.name.setText(scale.name)
        self.rows = [AnswerRow(place, scale) for place in range(len(scale.items))]
        held = self._answers.get(scale_id, ())
        for place, each in enumerate(self.rows):
            each.show_state(held[place] if place < len(held) else None)
            each.answer.changed.connect(self._tell)
            each.answer.went_on.connect(self._go_on)
            self._column.addWidget(each)
        answers = [each.answer for each in self.rows]
        set_tab_order(
            [self.alone_button, self.scale_choice, *answers, self.day_edit, self.cancel_button, self.accept_button]
        )

    def _go_on(self) -> None:
        place = next((n for n, each in enumerate(self.rows, 1) if each.answer is self.sender()), 0)
        onward = self.rows[place].answer if place < len(self.rows) else self.accept_button
        onward.setFocus()
        self.body.ensureWidgetVisible(onward)

    def _hand_over(self) -> None:
        self.reject()
        self.alone_wanted.emit(self._shown_id)

    def _tell(self) -> None:
        if self._filling:
            return
        self.complain("")
        self._answers[self._shown_id] = tuple(each.state() for each in self.rows)
        self.state_edit.setText(ScaleForm(self._shown_id, self._answers).line())

    def _show_state(self, state: str) -> None:
        told = form_from({STATE: state})
        if told is None or told == ScaleForm(self._shown_id, self._answers):
            return
        self._answers = dict(told.answers)
        if told.scale_id in self._offered:
            self._filling = True
            self.scale_choice.set_value(told.scale_id)
            self._show_scale(told.scale_id)
            self._filling = False
