"""In your words: the plan said back by the client, and what they are not sure about, asked aloud."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import PlanContent, Reservation
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.plan_parts.line_editors import ReservationEditor
from alliance_desktop.ui.plan_parts.signs_editor import AlsoSignsEditor
from alliance_desktop.ui.together.answer import Answers
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.line_list import Line, LineList
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class WordsStep(Step):
    """Asked for, never demanded; ``standing`` says which doubts cannot be removed."""

    parts = ("teach_back", "reservations", "reservations_asked", "guardian", "interpreter")

    def __init__(self, client: str, therapist: str, standing: Callable[[], Sequence[Reservation]]) -> None:
        super().__init__()
        self._client, self._standing = client, standing
        self.title = _("In your words")
        self.onward = _("in your words")
        self.question = _("How would you tell a friend what we are going to do?")
        self.hint = _("So that {name} can hear whether it was explained well. It is no test of you.").format(
            name=therapist
        )
        self.teach_back_edit = SaidEdit(
            _("{name} says").format(name=client), "talk_teach_back_edit", lines=3, role="hero"
        )
        self.asked = Answers(
            "asked",
            _("Is there anything you are not sure about?"),
            [(_("No, I am fine with it"), True), (_("Yes, there is something"), False)],
        )
        self.doubts = LineList(self._make, _("The doubt is removed."))
        self.add_doubt_button = LinkButton(_("Add a doubt"), "plus")
        self.add_doubt_button.setObjectName("talk_add_doubt_button")
        self.also_signs_editor = AlsoSignsEditor()
        self.also_signs_fold = Fold(
            "talk_add_signers_button",
            _("Somebody else signs as well"),
            self.also_signs_editor,
            self.also_signs_editor.guardian_edit,
        )
        self.setLayout(
            column(
                Words(_("{name} says").format(name=client), "heading", "clay"),
                self.teach_back_edit,
                20,
                Words(_("Is there anything you are not sure about?"), "title"),
                self.asked,
                self.doubts,
                row(self.add_doubt_button, None),
                12,
                self.also_signs_fold,
                gap=8,
            )
        )
        self.teach_back_edit.edited.connect(self.edited)
        self.asked.chosen.connect(self._answer)
        self.doubts.edited.connect(self.edited)
        self.also_signs_editor.edited.connect(self.edited)
        self.doubts.rebuilt.connect(self._rebuilt)
        self.doubts.removed.connect(self.removed)
        self.add_doubt_button.clicked.connect(self._add)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        inside = (stop for editor in self.doubts.editors for stop in editor.stops)
        also = (self.also_signs_fold.button, *self.also_signs_editor.stops)
        return self.teach_back_edit, *self.asked.buttons, *inside, self.add_doubt_button, *also

    def show_content(self, content: PlanContent) -> None:
        self.teach_back_edit.show_said(content.teach_back)
        self.doubts.show_lines(content.reservations)
        self.asked.set_value(not content.reservations if content.reservations_asked else None)
        self.also_signs_editor.show_names(content.guardian, content.interpreter)
        self.also_signs_fold.show_filled(bool(content.guardian or content.interpreter))
        self._rebuilt()

    def put_into(self, content: PlanContent) -> PlanContent:
        doubts = [doubt for doubt in self.doubts.lines() if isinstance(doubt, Reservation)]
        filled = tuple(doubt for doubt in doubts if doubt.said or doubt.answer)
        guardian, interpreter = self.also_signs_editor.names()
        return replace(
            content,
            guardian=guardian,
            interpreter=interpreter,
            teach_back=self.teach_back_edit.said(),
            reservations=filled,
            reservations_asked=self.asked.value() is not None or bool(filled),
        )

    def is_done(self, content: PlanContent) -> bool:
        return bool(content.teach_back) or content.reservations_asked

    def _make(self, doubt: Line, number: int) -> ReservationEditor:
        assert isinstance(doubt, Reservation)
        return ReservationEditor(doubt, number, self._client, doubt.uid in {each.uid for each in self._standing()})

    def _answer(self, answer: object) -> None:
        if answer is False and not self.doubts.editors:
            self._add()
        else:
            self.edited.emit()

    def _add(self) -> None:
        self.asked.set_value(False)
        self.doubts.add(Reservation(str(uuid.uuid4())))

    def _rebuilt(self) -> None:
        self.add_doubt_button.setVisible(bool(self.doubts.editors))
        self.rebuilt.emit()

    def go_to(self, part: str) -> None:
        lines = (line for line in self.doubts.editors if isinstance(line, ReservationEditor))
        unsaid = next((line for line in lines if not line.line().said), None)
        if part == "reservations" and unsaid is not None:
            unsaid.said_edit.setFocus()
        else:
            self.take_focus()
