"""What the client says about a signed note, in their own words and with their signature."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.statement import Stance, StatementDraft, stance_words
from alliance_desktop.services import held_forms, sessions, statements
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.answer import Answers
from alliance_desktop.ui.together.signing_part import SigningPart
from alliance_desktop.ui.together.task_page import TaskPage
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words

_WIDEST = 640


class StatementTask(TaskPage):
    """Both read the note together before; here nothing of it is shown, and a no stores nothing.

    What is typed is kept like a form that was left open, until it is signed or left on purpose.
    """

    def __init__(self, desk: Desk, client_id: int, session_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, what do you say to the note?"))
        self._session_id = session_id
        day = day_words(sessions.one(session_id).note.day, desk.today())
        told = _("It is about the note of {day}, as {name} read it with you. What you write stands under it for good.")
        self.told = Words(told.format(day=day, name=self.therapist), "body", "muted")
        self.answers = Answers("stance", _("What do you say to it?"), [(stance_words(s), s) for s in Stance])
        self.words_edit = SaidEdit(_("In your words"), "statement_words_edit", _("In your words"), lines=3)
        self.signing = SigningPart(
            "statement_pad", self.client, _("Sign here"), _("Type your name here in place of a signature")
        )
        self.no_button = SecondButton(_("I would rather not"))
        self.no_button.setObjectName("decline_statement_button")
        self.no_button.large()
        self.done_button.rename(_("Sign"))
        body = column(self.told, 12, self.answers, 12, self.words_edit, 20, self.signing, gap=8)
        self.lay_out(column(Readable(body, _WIDEST)), self.no_button)
        self._put_back(held_forms.of(client_id, Form.STATEMENT, session_id))
        self.autosave = Autosave(desk, self._store, self)
        self.answers.chosen.connect(self._touched)
        self.words_edit.edited.connect(self._touched)
        self.signing.changed.connect(self._follow)
        self.done_button.clicked.connect(self._sign)
        self.no_button.clicked.connect(self._decline)
        self._follow()

    def _put_back(self, kept: Mapping[str, str]) -> None:
        self.words_edit.set_words(kept.get("statement_words_edit", ""))
        self.answers.set_value(next((each for each in Stance if kept.get("chosen") == each), None))

    def take_focus(self) -> None:
        stops = (*self.answers.buttons, self.words_edit, *self.signing.stops, self.no_button, self.done_button)
        set_tab_order(stops)
        self.answers.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _touched(self) -> None:
        self.autosave.touched()
        self._follow()

    def _follow(self) -> None:
        stance, words = self.answers.value(), self.words_edit.words()
        missing = ""
        if stance is None:
            missing = _("Choose one of the three first.")
        elif stance is Stance.ADD and not words:
            missing = _("Write what you want to add first.")
        elif not self.signing.is_ready:
            missing = _("Type your name first.") if self.signing.is_typing else _("Sign in the field first.")
        self.done_button.setEnabled(not missing)
        self.said.setText(missing)

    def _store(self) -> bool:
        stance = self.answers.value()
        # By the names of the therapist's form too, which may go on with it; what that form holds chooses nothing here.
        typed = {f"stance_{place}": str(int(each is stance)) for place, each in enumerate(Stance, 1)}
        typed |= {"statement_words_edit": self.words_edit.words(), "chosen": str(stance or "")}
        waiting = typed if stance is not None or self.words_edit.words() else {}
        return self.desk.keep(held_forms.hold, self.client_id, Form.STATEMENT, self._session_id, waiting)

    def leave(self) -> None:
        self.autosave.flush()

    def _sign(self) -> None:
        draft = StatementDraft(Stance(str(self.answers.value())), self.words_edit.words())
        if self.signing.is_typing:
            done = self.desk.perform(statements.sign_typed, self._session_id, draft, self.signing.name())
        else:
            done = self.desk.perform(statements.sign, self._session_id, draft, self.signing.strokes())
        if done is not None:
            self._end("")

    def _decline(self) -> None:
        self._end(_("That is fine, {name}.").format(name=self.client))

    def _end(self, thanks: str) -> None:
        self.autosave.forget()
        self.desk.keep(held_forms.let_go, self.client_id, Form.STATEMENT, self._session_id)
        self.finish(thanks, again=False)
