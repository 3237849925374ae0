"""The tables around a note: its layout, words to tap, snippets, goals, marks, home care, and what is for one alone."""

from peewee import BooleanField, FloatField, IntegerField

from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.tapped import TapKind
from alliance_desktop.domain.voice import Whose
from alliance_desktop.storage.fields import CodeField, KindField, MomentField, WordsField
from alliance_desktop.storage.models import CLIENT, THERAPIST, Row, SessionChild


class NoteSectionRow(Row):
    place = IntegerField()
    name = WordsField(THERAPIST)
    keys = CodeField()

    class Meta:
        table_name = "note_section"


class NoteGoalRow(SessionChild):
    place = IntegerField()
    uid = CodeField()
    words = WordsField(CLIENT)

    class Meta:
        table_name = "note_goal"


class NoteMarkRow(SessionChild):
    place = IntegerField()
    uid = CodeField()
    whose = KindField(Whose)
    kind = KindField(MarkKind)
    view = CodeField()
    region = CodeField()
    x = FloatField()
    y = FloatField()
    strength = IntegerField(null=True)
    words = WordsField(None)

    class Meta:
        table_name = "note_mark"


class NoteHomeRow(SessionChild):
    place = IntegerField()
    words = WordsField(THERAPIST)

    class Meta:
        table_name = "note_home"


class PrivateNoteRow(SessionChild):
    words = WordsField(THERAPIST)
    saved_at = MomentField()

    class Meta:
        table_name = "private_note"


class TapWordRow(Row):
    kind = KindField(TapKind)
    words = WordsField(THERAPIST)
    offered = BooleanField()

    class Meta:
        table_name = "tap_word"


class SnippetRow(Row):
    word = WordsField(THERAPIST)
    words = WordsField(THERAPIST)

    class Meta:
        table_name = "snippet"


class NoteHabitRow(Row):
    name = CodeField()
    value = CodeField()

    class Meta:
        table_name = "note_habit"
