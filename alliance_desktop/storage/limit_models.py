"""The tables of where the limits lie: red flags, consents taken back, what a client states, and boundaries."""

from peewee import ForeignKeyField

from alliance_desktop.domain.boundary import BoundaryKind
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.red_flag import Decision
from alliance_desktop.domain.statement import Stance
from alliance_desktop.storage.fields import CodeField, DayField, KindField, MomentField, WordsField
from alliance_desktop.storage.models import CLIENT, THERAPIST, ClientChild, ConsentRow, Row, SessionChild


class RedFlagRow(ClientChild):
    day = DayField()
    flags = CodeField()
    about = CodeField()
    named = WordsField(CLIENT)
    decision = KindField(Decision)
    reason = WordsField(THERAPIST)
    replaces = ForeignKeyField("self", backref="+", column_name="replaces_id", null=True, unique=True)
    at = MomentField()

    class Meta:
        table_name = "red_flag"


class ConsentWithdrawalRow(Row):
    consent = ForeignKeyField(ConsentRow, backref="+", column_name="consent_id")
    day = DayField()
    words = WordsField(CLIENT)
    at = MomentField()

    class Meta:
        table_name = "consent_withdrawal"


class ClientStatementRow(SessionChild):
    stance = KindField(Stance)
    words = WordsField(CLIENT)
    day = DayField()
    how = KindField(HowSigned)
    name = WordsField(CLIENT)
    strokes = CodeField()
    taken_by = WordsField(THERAPIST)
    folded = CodeField()
    at = MomentField()

    class Meta:
        table_name = "client_statement"


class BoundaryNoteRow(ClientChild):
    day = DayField()
    kind = KindField(BoundaryKind)
    happened = WordsField(THERAPIST)
    did = WordsField(THERAPIST)
    next = WordsField(THERAPIST)
    at = MomentField()
    taken_back_at = MomentField(null=True)

    class Meta:
        table_name = "boundary_note"
