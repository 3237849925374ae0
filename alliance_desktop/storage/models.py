"""The tables, column for column as the migrations made them; every text that a person can read declares its voice."""

from peewee import BlobField, BooleanField, ForeignKeyField, IntegerField, Model

from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.plan import HowSigned, Signer
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.session import NoteFormat, NoteKey
from alliance_desktop.domain.voice import Whose
from alliance_desktop.domain.word_swap import SwapKind
from alliance_desktop.storage.database import database
from alliance_desktop.storage.fields import CodeField, DayField, KindField, MomentField, WordsField

CLIENT, THERAPIST, BOTH = Whose.CLIENT, Whose.THERAPIST, Whose.BOTH


class Row(Model):
    """The base of every table."""

    class Meta:
        database = database
        legacy_table_names = False


class PracticeRow(Row):
    therapist = WordsField(THERAPIST)
    title = WordsField(THERAPIST)
    name = WordsField(THERAPIST)
    phone = WordsField(THERAPIST)
    email = WordsField(THERAPIST)
    address = WordsField(THERAPIST)
    paper = KindField(Paper)
    large_print = BooleanField()
    sample = BooleanField()
    backup_folder = CodeField()
    created_at = MomentField()

    class Meta:
        table_name = "practice"


class ClientRow(Row):
    uid = CodeField()
    full_name = WordsField(CLIENT)
    chosen_name = WordsField(CLIENT)
    say_as = WordsField(THERAPIST)
    pronouns = WordsField(CLIENT)
    phone = WordsField(CLIENT)
    email = WordsField(CLIENT)
    address = WordsField(CLIENT)
    birth_day = DayField(null=True)
    occupation = WordsField(CLIENT)
    found_us = WordsField(CLIENT)
    emergency_name = WordsField(CLIENT)
    emergency_phone = WordsField(CLIENT)
    emergency_relation = WordsField(CLIENT)
    language = CodeField()
    folded = CodeField()
    visits = IntegerField(default=0)
    last_seen = DayField(null=True)
    touched_at = MomentField()
    created_at = MomentField()
    archived_at = MomentField(null=True)
    deleted_at = MomentField(null=True)

    class Meta:
        table_name = "client"


class ClientChild(Row):
    """A row that belongs to one client."""

    client = ForeignKeyField(ClientRow, backref="+", column_name="client_id")


class ComfortItemRow(ClientChild):
    kind = KindField(ComfortKind)
    words = WordsField(None)
    whose = KindField(Whose)
    since = DayField()
    until = DayField(null=True)

    class Meta:
        table_name = "comfort_item"


class HealthItemRow(ClientChild):
    kind = KindField(HealthKind)
    name = WordsField(CLIENT)
    caution = KindField(Caution)
    area = WordsField(THERAPIST)
    advice = WordsField(THERAPIST)
    since = DayField(null=True)
    until = DayField(null=True)
    recorded_at = MomentField()
    removed_at = MomentField(null=True)

    class Meta:
        table_name = "health_item"


class HealthAnswerRow(ClientChild):
    item = ForeignKeyField(HealthItemRow, backref="+", column_name="item_id", null=True)
    question = CodeField()
    yes = BooleanField()
    words = WordsField(CLIENT)
    day = DayField()
    at = MomentField()

    class Meta:
        table_name = "health_answer"


class ConsentRow(ClientChild):
    kind = KindField(ConsentKind)
    text = WordsField(BOTH)
    areas = WordsField(BOTH)
    signed_on = DayField()
    expires_on = DayField(null=True)
    recorded_at = MomentField()
    withdrawn_on = DayField(null=True)

    class Meta:
        table_name = "consent"


class ConsentSignatureRow(Row):
    consent = ForeignKeyField(ConsentRow, backref="+", column_name="consent_id", unique=True)
    name = WordsField(CLIENT)
    how = KindField(HowSigned)
    digest = CodeField()
    strokes = CodeField()
    reason = WordsField(THERAPIST)
    at = MomentField()

    class Meta:
        table_name = "consent_signature"


class VoiceRow(ClientChild):
    uid = CodeField()
    whose = KindField(Whose)
    words = WordsField(None)
    day = DayField()
    where_said = CodeField()
    folded = CodeField()
    recorded_at = MomentField()

    class Meta:
        table_name = "voice"


class PlanRow(ClientChild):
    uid = CodeField()
    started_at = MomentField()

    class Meta:
        table_name = "plan"


class PlanDraftRow(Row):
    plan = ForeignKeyField(PlanRow, backref="+", column_name="plan_id", primary_key=True)
    folded = CodeField()
    saved_at = MomentField()
    content = CodeField()

    class Meta:
        table_name = "plan_draft"


class PlanVersionRow(Row):
    plan = ForeignKeyField(PlanRow, backref="+", column_name="plan_id")
    number = IntegerField()
    content = CodeField()
    changes = CodeField()
    client = WordsField(CLIENT)
    therapist = WordsField(THERAPIST)
    previous_digest = CodeField()
    digest = CodeField()
    folded = CodeField()
    made_at = MomentField()

    class Meta:
        table_name = "plan_version"


class PlanEventRow(Row):
    plan = ForeignKeyField(PlanRow, backref="+", column_name="plan_id")
    version = ForeignKeyField(PlanVersionRow, backref="+", column_name="version_id", null=True)
    kind = CodeField()
    by = CodeField()
    reason = WordsField(BOTH)
    at = MomentField()

    class Meta:
        table_name = "plan_event"


class SignatureRow(Row):
    version = ForeignKeyField(PlanVersionRow, backref="+", column_name="version_id")
    signer = KindField(Signer)
    name = WordsField(None)
    how = KindField(HowSigned)
    digest = CodeField()
    strokes = CodeField()
    reason = WordsField(THERAPIST)
    at = MomentField()

    class Meta:
        table_name = "signature"


class CommitmentDoneRow(Row):
    plan = ForeignKeyField(PlanRow, backref="+", column_name="plan_id")
    uid = CodeField()
    done_on = DayField()

    class Meta:
        table_name = "commitment_done"


class SessionRow(ClientChild):
    uid = CodeField()
    number = IntegerField()
    day = DayField()
    format = KindField(NoteFormat)
    promise = WordsField(THERAPIST)
    folded = CodeField()
    started_at = MomentField()
    saved_at = MomentField()
    signed_at = MomentField(null=True)
    signer = WordsField(THERAPIST)

    class Meta:
        table_name = "session"


class SessionChild(Row):
    """A row that belongs to one session."""

    session = ForeignKeyField(SessionRow, backref="+", column_name="session_id")


class NoteFieldRow(SessionChild):
    key = KindField(NoteKey)
    whose = KindField(Whose)
    words = WordsField(None)
    carried_from = DayField(null=True)
    touched = BooleanField()

    class Meta:
        table_name = "note_field"


class RatingRow(SessionChild):
    place = IntegerField()
    measure = WordsField(CLIENT)
    before = IntegerField(null=True)
    after = IntegerField(null=True)

    class Meta:
        table_name = "rating"


class SignedNoteRow(SessionChild):
    snapshot = CodeField()
    previous_digest = CodeField()
    digest = CodeField()
    signer = WordsField(THERAPIST)
    at = MomentField()

    class Meta:
        table_name = "signed_note"


class AddendumRow(SessionChild):
    words = WordsField(THERAPIST)
    reason = WordsField(THERAPIST)
    author = WordsField(THERAPIST)
    folded = CodeField()
    at = MomentField()

    class Meta:
        table_name = "addendum"


class PromiseRow(ClientChild):
    session = ForeignKeyField(SessionRow, backref="+", column_name="session_id", null=True)
    said = WordsField(CLIENT)
    words = WordsField(THERAPIST)
    made_on = DayField()
    due = DayField(null=True)
    done_on = DayField(null=True)

    class Meta:
        table_name = "promise"


class HeldFormRow(Row):
    client = ForeignKeyField(ClientRow, backref="+", column_name="client_id", null=True)
    form = KindField(Form)
    about_id = IntegerField()
    typed = WordsField(BOTH)
    held_at = MomentField()

    class Meta:
        table_name = "held_form"


class DocumentRow(ClientChild):
    kind = KindField(DocumentKind)
    given = KindField(Given)
    version = IntegerField()
    pages = IntegerField()
    size = IntegerField()
    digest = CodeField()
    at = MomentField()

    class Meta:
        table_name = "document"


class DocumentPieceRow(Row):
    document = ForeignKeyField(DocumentRow, backref="+", column_name="document_id")
    place = IntegerField()
    bytes = BlobField()

    class Meta:
        table_name = "document_piece"


class LeftOutRow(ClientChild):
    kind = KindField(DocumentKind)
    section = CodeField()

    class Meta:
        table_name = "left_out"


class PaperTextRow(Row):
    kind = KindField(PaperText)
    language = CodeField()
    words = WordsField(THERAPIST)

    class Meta:
        table_name = "paper_text"


class OwnSwapRow(Row):
    kind = KindField(SwapKind)
    language = CodeField()
    word = WordsField(THERAPIST)
    instead = WordsField(THERAPIST)

    class Meta:
        table_name = "own_swap"


class PinRow(Row):
    hash = CodeField()
    wrong = IntegerField()
    chosen_at = MomentField()

    class Meta:
        table_name = "pin"


class AuditRow(Row):
    seq = IntegerField(primary_key=True)
    at = MomentField()
    action = CodeField()
    entity = CodeField()
    entity_id = IntegerField()
    detail = CodeField()
    prev_hash = CodeField()
    hash = CodeField()

    class Meta:
        table_name = "audit"


class BackupRunRow(Row):
    sequence = IntegerField()
    started_at = MomentField()
    finished_at = MomentField()
    target = WordsField(THERAPIST)
    file_name = CodeField()
    size = IntegerField()
    clients = IntegerField()
    notes = IntegerField()
    audit_seq = IntegerField()
    audit_head = CodeField()

    class Meta:
        table_name = "backup_run"
