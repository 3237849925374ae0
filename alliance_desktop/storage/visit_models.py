"""The tables of what lies around a visit: who comes when, what is asked, what strained, and what is worth asking."""

from peewee import BooleanField, FloatField, IntegerField

from alliance_desktop.domain.alliance import HowAsked, Strand
from alliance_desktop.domain.appointment import Became
from alliance_desktop.domain.repair import NoticedBy, RepairOutcome, RuptureKind
from alliance_desktop.storage.fields import CodeField, DayField, KindField, MomentField, WordsField
from alliance_desktop.storage.models import CLIENT, THERAPIST, ClientChild, Row


class ClosingCheckRow(ClientChild):
    day = DayField()
    how = KindField(HowAsked)
    reflect_first = BooleanField()
    goals = IntegerField(null=True)
    tasks = IntegerField(null=True)
    bond = IntegerField(null=True)
    touch = IntegerField(null=True)
    keep = WordsField(CLIENT)
    change = WordsField(CLIENT)
    at = MomentField()
    guessed_goals = IntegerField(null=True)
    guessed_tasks = IntegerField(null=True)
    guessed_bond = IntegerField(null=True)
    guessed_touch = IntegerField(null=True)
    seen_at = MomentField(null=True)
    taken_back_at = MomentField(null=True)

    class Meta:
        table_name = "closing_check"


class AlertSnoozeRow(ClientChild):
    rule = CodeField()
    strand = CodeField()
    gravity = CodeField()
    until = DayField()
    reason = WordsField(THERAPIST)
    at = MomentField()

    class Meta:
        table_name = "alert_snooze"


class AppointmentRow(ClientChild):
    uid = CodeField()
    day = DayField()
    starts = CodeField()
    minutes = IntegerField()
    note = WordsField(THERAPIST)
    became = KindField(Became)
    made_at = MomentField()

    class Meta:
        table_name = "appointment"


class ChangeAnswerRow(ClientChild):
    day = DayField()
    changed = BooleanField()
    words = WordsField(CLIENT)
    at = MomentField()

    class Meta:
        table_name = "change_answer"


class RepairRow(ClientChild):
    day = DayField()
    noticed_by = KindField(NoticedBy)
    kind = KindField(RuptureKind, null=True)
    strand = KindField(Strand, null=True)
    markers = CodeField()
    client_said = WordsField(CLIENT)
    i_said = WordsField(THERAPIST)
    we_changed = WordsField(THERAPIST)
    plan_changed = BooleanField()
    check_on = DayField(null=True)
    outcome = KindField(RepairOutcome)
    at = MomentField()
    looked_at = MomentField(null=True)
    taken_back_at = MomentField(null=True)

    class Meta:
        table_name = "repair"


class AlertThresholdRow(Row):
    name = CodeField()
    value = FloatField()

    class Meta:
        table_name = "alert_threshold"
