"""We agree: the visits, what each of the two will do, and how both will know."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.comfort import ComfortItem
from alliance_desktop.domain.plan import Agreement, Commitment, PlanContent, Signs
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import phrases
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.agreement_editor import AgreementEditor
from alliance_desktop.ui.plan_parts.signs_editor import SignsEditor
from alliance_desktop.ui.plan_parts.will_editor import WillEditor
from alliance_desktop.ui.together.picks_row import PicksRow
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.picks import Picks
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class AgreeStep(Step):
    """The visits first, then I will beside You will; the signs take one line until somebody wants them."""

    def __init__(self, client: str, therapist: str, comfort: Callable[[], Sequence[ComfortItem]]) -> None:
        super().__init__()
        self._names, self._comfort = (client, therapist), comfort
        self.title = _("We agree")
        self.question = _("What do we each do?")
        self.hint = _("Small and certain is better than large. Nobody has to be perfect.")
        self._picks = Picks(self)
        self.agreement_editor = AgreementEditor()
        self.will_editor = WillEditor(self._picks)
        self.picks_row = PicksRow("promise_pick", _("Used before, for you"))
        self.signs_editor = SignsEditor()
        self.signs_fold = Fold(
            "talk_add_signs_button",
            _("Add how we will know, and when to call"),
            self.signs_editor,
            self.signs_editor.it_works_edit,
            Words(_("How we will know"), "title"),
        )
        self.review_edit = DayField()
        review = Labelled(_("Next look together"), self.review_edit, "talk_review_edit")
        self.setLayout(
            column(
                self.agreement_editor,
                12,
                self.will_editor,
                self.picks_row,
                12,
                self.signs_fold,
                boxed(row(review, None)),
                gap=10,
            )
        )
        for part in (self.agreement_editor, self.will_editor, self.signs_editor):
            part.edited.connect(self.edited)
        self.review_edit.textEdited.connect(self._edited)
        self.will_editor.rebuilt.connect(self.rebuilt)
        self.will_editor.removed.connect(self.removed)
        self.picks_row.picked.connect(self._take)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        first = (*self.agreement_editor.stops, *self.will_editor.stops, *self.picks_row.buttons)
        return (*first, self.signs_fold.button, *self.signs_editor.stops, self.review_edit)

    def show_content(self, content: PlanContent) -> None:
        self._picks.show_words(phrases.promised())
        self.picks_row.show_words(phrases.promised(Whose.CLIENT))
        self.agreement_editor.show_agreement(content.agreement, self._comfort())
        self.will_editor.show_steps(content.commitments, self._names)
        self.signs_editor.show_signs(content.signs)
        self.signs_fold.show_filled(content.signs != Signs())
        self.review_edit.set_day(content.review_on)

    def put_into(self, content: PlanContent) -> PlanContent:
        steps = tuple(s for s in self.will_editor.steps() if replace(s, uid="") != Commitment("", s.whose))
        return replace(
            content,
            agreement=self.agreement_editor.agreement(),
            commitments=steps,
            signs=self.signs_editor.signs(),
            review_on=self.review_edit.day_or_none(),
        )

    def is_done(self, content: PlanContent) -> bool:
        return content.agreement != Agreement() or bool(content.commitments)

    def _take(self, words: str) -> None:
        self.will_editor.add(Whose.CLIENT, words)

    def _edited(self) -> None:
        self.edited.emit()
