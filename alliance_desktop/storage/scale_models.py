"""The tables of scales of the therapist's own, and of what was answered on them."""

from peewee import FloatField, ForeignKeyField, IntegerField

from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.scale import Method
from alliance_desktop.domain.scale_answers import HowFilled
from alliance_desktop.storage.fields import CodeField, DayField, KindField, MomentField, WordsField
from alliance_desktop.storage.models import THERAPIST, ClientChild, Row


class ScaleRow(Row):
    uid = CodeField()
    name = WordsField(THERAPIST)
    items = CodeField()
    lowest = IntegerField()
    highest = IntegerField()
    low_words = WordsField(THERAPIST)
    high_words = WordsField(THERAPIST)
    method = KindField(Method)
    better = KindField(Better)
    licence = WordsField(THERAPIST)
    reliability = FloatField(null=True)
    sd = FloatField(null=True)
    mcid = FloatField(null=True)
    mcid_source = WordsField(THERAPIST)
    replaces = ForeignKeyField("self", backref="+", column_name="replaces_id", null=True)
    at = MomentField()
    ended_at = MomentField(null=True)

    class Meta:
        table_name = "scale"


class ScaleAnswerRow(ClientChild):
    scale = ForeignKeyField(ScaleRow, backref="+", column_name="scale_id")
    day = DayField()
    how = KindField(HowFilled)
    answers = CodeField()
    at = MomentField()
    taken_back_at = MomentField(null=True)

    class Meta:
        table_name = "scale_answer"
