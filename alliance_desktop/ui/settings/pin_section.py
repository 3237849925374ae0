"""The PIN with which the therapist takes the screen back from a client: chosen, changed, taken away."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain import pin
from alliance_desktop.services import pins
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, PasswordField
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class PinSection(QWidget):
    """One field and its verbs; without a PIN the password does the same."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about = Words("", "body", "muted")
        self.about.setObjectName("pin_words")
        self.pin_field = PasswordField("pin")
        self.pin_box = Labelled(_("PIN"), self.pin_field, "pin_field_box", _("Four to twelve digits"))
        self.hint = Words("", "small", "warning")
        self.choose_button = SecondButton("", "lock")
        self.choose_button.setObjectName("choose_pin_button")
        self.remove_button = LinkButton(_("Have no PIN"))
        self.remove_button.setObjectName("remove_pin_button")
        self.setLayout(
            column(
                Words(_("PIN for the screen in a client’s hands"), "title"),
                self.about,
                Readable(column(self.pin_box, self.hint, gap=6), 400),
                row(self.choose_button, self.remove_button, None),
                gap=10,
            )
        )
        self.pin_field.edited.connect(self._judge)
        self.pin_field.entered.connect(self._choose)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)

    def refresh(self) -> None:
        """Say whether there is one."""
        chosen = pins.seal() is not None
        self.about.setText(
            _("There is a PIN. It takes the screen back from a client; it opens nothing else.")
            if chosen
            else _("When a client has the screen, a PIN takes it back. Until there is one, your password does.")
        )
        self.choose_button.rename(_("Change the PIN") if chosen else _("Use this PIN"))
        self.remove_button.setVisible(chosen)

    def _judge(self, typed: str) -> None:
        digits = "".join(typed.split())
        easy = digits.isascii() and digits.isdigit() and len(digits) >= pin.LEAST and pin.is_easy(digits)
        self.hint.set_or_hide(_("Anybody would try this one first.") if easy else "")
        self.pin_box.complain("")

    def _choose(self) -> None:
        typed = self.pin_field.words()
        try:
            pin.checked(typed)
        except pin.PinTooShort as refusal:
            self.pin_box.complain(str(refusal))
            return
        self.choose_button.setEnabled(False)
        self.desk.start(_("Choosing the PIN"), lambda _job: pins.sealed(typed), self._keep, self._refused)

    def _keep(self, sealed: str) -> None:
        self.choose_button.setEnabled(True)
        self.pin_field.clear()
        self.hint.set_or_hide("")
        self.desk.perform(pins.choose, sealed)
        self.refresh()
        self.desk.say(_("From now on this PIN takes the screen back."))

    def _refused(self, sentence: str) -> None:
        self.choose_button.setEnabled(True)
        self.pin_box.complain(sentence)

    def _remove(self) -> None:
        self.desk.perform_undoable(_("There is no PIN any more."), self._put_back, pins.remove)
        self.refresh()

    def _put_back(self, sealed: str) -> None:
        self.desk.perform(pins.choose, sealed)
        self.refresh()
