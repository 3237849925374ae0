"""Opens what there is to do about consents, wherever they are shown: record, let sign, hear aloud, take back."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import PER_VISIT, Consent, ConsentDraft, ConsentKind, standing
from alliance_desktop.domain.held_form import Form
from alliance_desktop.services import clients, consents, practice
from alliance_desktop.ui.consent_parts.consent_dialog import ConsentDialog
from alliance_desktop.ui.consent_parts.consent_sheet import ConsentSheet
from alliance_desktop.ui.consent_parts.withdraw_dialog import WithdrawalDraft, WithdrawDialog
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.words import _, day_words


class Consenting(QObject):
    """One for each page that shows consents; dialogs lie over ``page``.

    ``hand_over_wanted`` carries the client and the draft that they are to read and sign alone.
    """

    hand_over_wanted = Signal(int, object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def look(self, client_id: int, kind: ConsentKind) -> None:
        """Open the consent that says how it stands with a kind today."""
        today = self._desk.today()
        state, consent = standing(consents.of(client_id), kind, today)
        sheet = ConsentSheet.open_for(self._page, kind, state, consent, today)
        sheet.asked.connect(partial(self.record, client_id))
        sheet.withdrawn.connect(self.withdraw)

    def record(self, client_id: int, kind: ConsentKind = ConsentKind.TREATMENT) -> None:
        """Open the form of a new consent, with what was left in it; one for a visit has words of its own kept."""
        called = clients.one(client_id).called
        dialog = ConsentDialog.open_for(self._page, self._desk.today(), practice.current().therapist, called, kind)
        take = partial(self._desk.perform, consents.record, client_id)
        about = 1 if kind in PER_VISIT else 0
        taker = FormTaker(self._desk, dialog, Form.CONSENT, client_id, about, take)
        dialog.hand_over_wanted.connect(partial(self._hand_over, taker, client_id))
        dialog.aloud_wanted.connect(partial(self._hear, dialog, client_id))

    def go_on_with(self, client_id: int, about_id: int) -> None:
        """Open the form that was left open, about a visit (1) or not (0)."""
        self.record(client_id, PER_VISIT[0] if about_id else ConsentKind.TREATMENT)

    def _hand_over(self, taker: FormTaker, client_id: int, draft: ConsentDraft) -> None:
        """What was written for the client stays kept until they have answered."""
        taker.hand_on()
        self.hand_over_wanted.emit(client_id, draft)

    def _hear(self, dialog: ConsentDialog, client_id: int, draft: ConsentDraft) -> None:
        if self._desk.perform(consents.record_aloud, client_id, draft) is not None:
            dialog.accept()

    def withdraw(self, consent: Consent) -> None:
        """Ask for the day and the words it is taken back in."""
        dialog = WithdrawDialog.open_for(self._page, consent, self._desk.today())
        take = partial(self._take_back, consent)
        FormTaker(self._desk, dialog, Form.WITHDRAWAL, consent.client_id, consent.id, take)

    def go_on_withdrawing(self, consent_id: int) -> None:
        """Open the form that was left open about a consent."""
        self.withdraw(consents.one(consent_id))

    def _take_back(self, consent: Consent, draft: WithdrawalDraft) -> Consent | None:
        told = _("The consent is withdrawn from {day}.").format(day=day_words(draft.day, self._desk.today()))
        verb = partial(consents.withdraw, words=draft.words, day=draft.day)
        return self._desk.perform_undoable(told, self._undo, verb, consent.id)

    def _undo(self, consent: Consent) -> None:
        self._desk.perform(consents.undo_withdrawal, consent.id)
