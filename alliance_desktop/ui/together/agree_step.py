"""We agree: the visits, what each of the two will do, and how both will know."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.comfort import ComfortItem
from alliance_desktop.domain.plan import Agreement, Commitment, PlanContent, Signs
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.plan_parts.agreement_editor import AgreementEditor
from alliance_desktop.ui.plan_parts.line_editors import CommitmentEditor, FacingCommitmentEditor
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks, Used
from alliance_desktop.ui.plan_parts.signs_editor import SignsEditor
from alliance_desktop.ui.plan_parts.will_editor import WillEditor
from alliance_desktop.ui.together.look_again import LookAgain
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.picks_row import PicksRow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class AgreeStep(Step):
    """The visits first, then I will beside You will; the signs take one line until somebody wants them."""

    parts = ("agreement", "commitments", "signs", "review_on")

    def __init__(
        self,
        client: str,
        therapist: str,
        comfort: Callable[[], Sequence[ComfortItem]],
        today: Callable[[], date],
        used: Used,
    ) -> None:
        super().__init__()
        self._used = used
        self._names, self._comfort = (client, therapist), comfort
        self.title = _("We agree")
        self.onward = _("what we agree")
        self.question = _("What do we each do?")
        self.hint = _("Small and certain is better than large. Nobody has to be perfect.")
        self._picks = PlanPicks(self, used)
        self.agreement_editor = AgreementEditor(self._picks)
        self.my_picks = PicksRow("my_pick", _("Used before, for me"))
        self.picks_row = PicksRow("promise_pick", _("Used before, for you"))
        self.will_editor = WillEditor(self._picks, FacingCommitmentEditor, (self.my_picks, self.picks_row))
        self.signs_editor = SignsEditor(self._picks)
        self.signs_fold = Fold(
            "talk_add_signs_button",
            _("Add how we will know, and when to call"),
            self.signs_editor,
            self.signs_editor.it_works_edit,
            Words(_("How we will know"), "title"),
        )
        self.look_again = LookAgain("talk_review", today)
        parts = (self.agreement_editor, 16, self.will_editor, 12, self.look_again, 8, self.signs_fold)
        self.setLayout(column(*parts, gap=10))
        for part in (self.agreement_editor, self.will_editor, self.signs_editor, self.look_again):
            part.edited.connect(self.edited)
        self.will_editor.rebuilt.connect(self.rebuilt)
        self.will_editor.removed.connect(self.removed)
        self.my_picks.picked.connect(partial(self._take, Whose.THERAPIST))
        self.picks_row.picked.connect(partial(self._take, Whose.CLIENT))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        mine = (*self.will_editor.my_stops, *self.my_picks.buttons)
        yours = (*self.will_editor.your_stops, *self.picks_row.buttons)
        last = (*self.look_again.stops, self.signs_fold.button, *self.signs_editor.stops)
        return (*self.agreement_editor.stops, *mine, *yours, *last)

    def show_content(self, content: PlanContent) -> None:
        self._picks.read_anew()
        for row, whose in ((self.my_picks, Whose.THERAPIST), (self.picks_row, Whose.CLIENT)):
            row.show_words(self._used(Phrase.PROMISE, whose))
        self.agreement_editor.show_agreement(content.agreement, self._comfort())
        self.will_editor.show_steps(content.commitments, self._names)
        self.signs_editor.show_signs(content.signs)
        self.signs_fold.show_filled(content.signs != Signs())
        self.look_again.day_edit.set_day(content.review_on)

    def put_into(self, content: PlanContent) -> PlanContent:
        steps = tuple(s for s in self.will_editor.steps() if replace(s, uid="") != Commitment("", s.whose))
        return replace(
            content,
            agreement=self.agreement_editor.agreement(),
            commitments=steps,
            signs=self.signs_editor.signs(),
            review_on=self.look_again.day_edit.day_or_none(),
        )

    def is_done(self, content: PlanContent) -> bool:
        return content.agreement != Agreement() or bool(content.commitments)

    def said(self, content: PlanContent) -> str:
        too_big = any(step.is_too_big for step in content.promised(Whose.CLIENT))
        return _("What is too much now can be smaller.") if too_big else ""

    def _take(self, whose: Whose, words: str) -> None:
        self.will_editor.add(whose, words)

    def go_to(self, part: str) -> None:
        lines = (*self.will_editor.mine.editors, *self.will_editor.yours.editors)
        unsaid = next((line for line in lines if isinstance(line, CommitmentEditor) and not line.line().what), None)
        if part == "commitments" and unsaid is not None:
            unsaid.what_edit.setFocus()
        else:
            self.take_focus()
