"""Consent in the profile: what the client agreed to, in words to be read, and how it was signed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.consent import Consent, ConsentDraft, consent_words
from alliance_desktop.services import consents
from alliance_desktop.ui.consent_parts.consent_sheet import told_words
from alliance_desktop.ui.consent_parts.consent_wording import ConsentWording, named
from alliance_desktop.ui.consent_parts.consenting import Consenting
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _


class ConsentSection(QWidget):
    """``hand_over_wanted`` carries the draft that the client is to read and sign alone."""

    hand_over_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._client_id = desk, 0
        self.consenting = Consenting(desk, self)
        self._rows = QVBoxLayout()
        self.consent_button = SecondButton(_("Record consent"), "plus")
        self.consent_button.setObjectName("consent_button")
        self.setLayout(column(row(Words(_("Consent"), "title"), None, self.consent_button), self._rows, gap=10))
        self.consent_button.clicked.connect(self.go_on)
        self.consenting.hand_over_wanted.connect(self._hand_over)

    def show_client(self, client_id: int) -> None:
        """Show all consents of a client."""
        self._client_id = client_id
        emptied(self._rows)
        all_of_them = consents.of(client_id)
        if not all_of_them:
            self._rows.addWidget(Words(_("Nothing signed yet."), tone="muted"))
        for place, consent in enumerate(all_of_them):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(consent))

    def _row(self, consent: Consent) -> QWidget:
        today, told = self._desk.today(), consent.consent
        holds = consent.holds(today)
        words = column(
            Words(consent_words(told.kind), "medium", "" if holds else "muted"),
            Words(" · ".join(told_words(consent, today)), "small", "muted"),
            gap=0,
        )
        if not consents.intact(consent):
            words.addWidget(Words(_("What stands here is not what was signed."), "small", "danger"))
        line = row(Picture("shield-check", "accent" if holds else "muted", 18), gap=8)
        line.addLayout(words, 1)
        wording = ConsentWording(consent)
        line.addWidget(wording.read_button)
        if holds:
            withdraw = LinkButton(_("Withdraw…"))
            withdraw.setObjectName(f"withdraw_{consent.id}_button")
            withdraw.setAccessibleName(_("Withdraw {what}").format(what=named(consent)))
            withdraw.clicked.connect(partial(self.consenting.withdraw, consent))
            line.addWidget(withdraw)
        return boxed(column(boxed(line), wording, gap=4))

    def _hand_over(self, _client_id: int, draft: ConsentDraft) -> None:
        self.hand_over_wanted.emit(draft)

    def go_on(self) -> None:
        """Open the form for a new consent, with what was left in it."""
        self.consenting.record(self._client_id)
