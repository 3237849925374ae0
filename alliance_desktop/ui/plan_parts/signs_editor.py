"""How both will know, under work: that it works, when to stop, when to call; and who signs besides the two."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Signs
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.widgets.fields import Labelled, MultiText, TextField, pair
from alliance_desktop.words import _

_PHRASES = (Phrase.IT_WORKS, Phrase.WE_STOP, Phrase.CALL_ME, Phrase.CALL_DOCTOR)


class SignsEditor(QWidget):
    """Edits the four signs."""

    edited = Signal()

    def __init__(self, picks: PlanPicks) -> None:
        super().__init__()
        self.it_works_edit, self.we_stop_edit = MultiText(lines=1), MultiText(lines=1)
        self.call_me_edit, self.call_doctor_edit = MultiText(lines=1), MultiText(lines=1)
        self.stops: tuple[MultiText, ...] = (
            self.it_works_edit,
            self.we_stop_edit,
            self.call_me_edit,
            self.call_doctor_edit,
        )
        for phrase, edit in zip(_PHRASES, self.stops, strict=True):
            picks.offer(phrase, edit)
        know = pair(
            Labelled(_("How we will know it works"), self.it_works_edit, "it_works_edit"),
            Labelled(_("When we stop or ask somebody else"), self.we_stop_edit, "we_stop_edit"),
            24,
        )
        call = pair(
            Labelled(_("When to call me"), self.call_me_edit, "call_me_edit"),
            Labelled(_("When to call a doctor"), self.call_doctor_edit, "call_doctor_edit"),
            24,
        )
        self.setLayout(column(know, call, gap=12))
        for edit in self.stops:
            edit.textChanged.connect(self.edited)

    def show_signs(self, signs: Signs) -> None:
        """Fill in the signs."""
        self.it_works_edit.set_words(signs.it_works)
        self.we_stop_edit.set_words(signs.we_stop)
        self.call_me_edit.set_words(signs.call_me)
        self.call_doctor_edit.set_words(signs.call_doctor)

    def signs(self) -> Signs:
        """The signs as they stand."""
        return Signs(
            self.it_works_edit.words(),
            self.we_stop_edit.words(),
            self.call_me_edit.words(),
            self.call_doctor_edit.words(),
        )


class AlsoSignsEditor(QWidget):
    """Names a guardian or an interpreter who signs as well."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.guardian_edit, self.interpreter_edit = TextField(_("Name")), TextField(_("Name"))
        self.stops: tuple[QWidget, ...] = (self.guardian_edit, self.interpreter_edit)
        self.setLayout(
            column(
                pair(
                    Labelled(_("Guardian"), self.guardian_edit, "guardian_edit"),
                    Labelled(_("Interpreter"), self.interpreter_edit, "interpreter_edit"),
                    24,
                )
            )
        )
        for edit in (self.guardian_edit, self.interpreter_edit):
            edit.textEdited.connect(self._edited)

    def show_names(self, guardian: str, interpreter: str) -> None:
        """Fill in the names."""
        self.guardian_edit.set_words(guardian)
        self.interpreter_edit.set_words(interpreter)

    def names(self) -> tuple[str, str]:
        """The guardian's name and the interpreter's, as they stand."""
        return self.guardian_edit.words(), self.interpreter_edit.words()

    def _edited(self) -> None:
        self.edited.emit()
