"""Deciding about red flags: what is there, what the therapist decided, and why; it never decides by itself."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.red_flag import (
    DECISIONS,
    URGENCY,
    Decision,
    Prompt,
    RedFlag,
    RedFlagDraft,
    Urgency,
    decision_words,
    flag_words,
    prompt_words,
    urgency_words,
)
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.fields import Choice, Labelled
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.tick_line import TickLine
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class RedFlagDialog(FormDialog):
    """Value in, value out. Opened about one prompt its sign is ticked and the others are folded away."""

    def __init__(self, parent: QWidget, prompt: Prompt | None, before: RedFlagDraft) -> None:
        self._prompt, self._before = prompt, before
        self._folded = prompt is not None or bool(before.named)
        self.boxes = {flag: TickBox() for flag in RedFlag}
        for flag, box in self.boxes.items():
            box.setObjectName(f"flag_{flag.name.lower()}_box")
            box.setChecked(flag in before.flags)
        asked = _("Please choose")
        self.decision_choice = Choice([(asked, None), *((decision_words(each), each) for each in DECISIONS)])
        self.decision_choice.set_value(before.decision)
        self.reason_edit = VoiceEdit(
            Whose.THERAPIST, _("Why"), "red_flag_reason_edit", _("What you saw, what you know")
        )
        self.reason_edit.set_words(before.reason)
        hint = _(
            "These are prompts, not verdicts: what you do is yours to decide. It is kept for good, with today’s day."
        )
        form = column(Words(hint, "body", "muted"), *self._about(), gap=14)
        form.addWidget(Labelled(_("What you decided"), self.decision_choice, "decision_choice"))
        form.addWidget(boxed(column(Words(_("Why"), "small", "muted"), self.reason_edit, gap=6)))
        super().__init__(parent, "red_flag_dialog", _("Red flags"), _("Keep for good"), form, 620)

    @classmethod
    def open_for(cls, parent: QWidget, prompt: Prompt | None, before: RedFlagDraft | None = None) -> "RedFlagDialog":
        """Open over a page: about a prompt, about the whole list, or with what was decided before."""
        ticked = frozenset(filter(None, (prompt.flag,))) if prompt is not None else frozenset()
        dialog = cls(parent, prompt, before or RedFlagDraft(ticked))
        dialog.open()
        return dialog

    def _about(self) -> Iterator[QWidget]:
        said = self._prompt.named if self._prompt is not None else self._before.named
        of_answer = self._prompt is not None and self._prompt.about.startswith("answer")
        if self._prompt is not None:
            yield Words(prompt_words(self._prompt), "strong")
        if said and (of_answer or self._prompt is None or self._prompt.flag is not None):
            yield VoiceBlock(said, Whose.CLIENT)
        if self._folded:
            yield Fold("red_flags_fold_button", _("Go through the others as well"), self._list())
            return
        yield Words(_("Tick what is there. Nothing ticked and nothing chosen means: gone through, nothing of it."))
        yield self._list()

    def _list(self) -> QWidget:
        parts = column(gap=4)
        last: Urgency | None = None
        for flag, box in self.boxes.items():
            if URGENCY[flag] is not last:
                parts.addSpacing(6 if last is not None else 0)
                last = URGENCY[flag]
                parts.addWidget(Words(urgency_words(last), "heading", "muted"))
            parts.addWidget(TickLine(box, flag_words(flag)))
        return boxed(parts)

    def draft(self) -> RedFlagDraft:
        """What is ticked, chosen and typed."""
        decision = self.decision_choice.value()
        about, named = self._before.about, self._before.named
        if self._prompt is not None:
            about, named = self._prompt.about, self._prompt.named
        return RedFlagDraft(
            frozenset(flag for flag, box in self.boxes.items() if box.isChecked()),
            Decision(str(decision)) if decision is not None else None,
            self.reason_edit.words(),
            about,
            named,
        )

    def offer(self) -> None:
        self.accepted_draft.emit(self.draft())
