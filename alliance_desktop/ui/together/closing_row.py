"""What the closing check asks: a sentence to agree with, or not, and what to keep and to change."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alliance import HIGHEST, LOWEST, Strand, answer_words, sentence_of
from alliance_desktop.ui.together.answer import Answers
from alliance_desktop.ui.together.asked_row import AskedRow
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.words import _

# Five beside each other.
_WIDE = 128


class SentenceRow(AskedRow):
    """``answered`` carries 1 to 5, or None once the answer was taken back."""

    role = "page_title"

    def __init__(self, number: int, all_of: int, strand: Strand) -> None:
        self.strand = strand
        asked = sentence_of(strand)
        choices = [(answer_words(answer), answer) for answer in range(LOWEST, HIGHEST + 1)]
        self.answers = Answers(f"asked_{strand}", asked, choices, True, _WIDE)
        super().__init__(number, all_of, str(strand), asked, 12, self.answers)
        self.answers.chosen.connect(self._answer)
        self.set_open(False)

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        return tuple(self.answers.buttons)

    @property
    def first(self) -> QWidget:
        return self.answers.first

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def answer(self) -> int | None:
        """The answer as it stands, 1 to 5; None where there is none."""
        value = self.answers.value()
        return None if value is None else int(value)

    def show_answer(self, answer: int | None) -> None:
        """Show what was answered before."""
        self.answers.set_value(answer)
        self.follow()

    def press(self, place: int) -> None:
        self.answers.press(place)

    def _answer(self, value: object) -> None:
        self.follow()
        self.answered.emit(value)

    def follow(self) -> None:
        self.line.show_answer(answer_words(self.answer) if self.answer is not None else "")


class RemarkRow(AskedRow):
    """The open question, in the client's words alone."""

    role = "page_title"

    def __init__(self, number: int, all_of: int) -> None:
        self.keep_edit = SaidEdit(_("One thing to keep"), "keep_edit", _("This was good"))
        self.change_edit = SaidEdit(_("One thing to change next time"), "change_edit", _("This could be different"))
        asked = _("One thing to keep, one thing to change next time.")
        super().__init__(number, all_of, "remark", asked, 12, self.keep_edit, 8, self.change_edit)
        for edit in self.inputs:
            edit.edited.connect(self.typed)
        self.set_open(False)

    @property
    def inputs(self) -> tuple[SaidEdit, ...]:
        return (self.keep_edit, self.change_edit)

    @property
    def is_answered(self) -> bool:
        return any(edit.words().strip() for edit in self.inputs)

    def show_words(self, keep: str, change: str) -> None:
        """Show what was said before."""
        self.keep_edit.set_words(keep)
        self.change_edit.set_words(change)
        self.follow()

    def follow(self) -> None:
        self.line.show_answer(_("Said") if self.is_answered else "")
