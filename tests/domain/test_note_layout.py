"""Every layout shows the same fields, and none loses a word that it has no place for."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain import note_layout
from alliance_desktop.domain.note_layout import LayoutUnclear, checked, completed, sections_of
from alliance_desktop.domain.session import NoteFormat, NoteKey, Section

KEYS = st.lists(st.sampled_from(NoteKey), unique=True)


def keys_of(sections: tuple[Section, ...]) -> list[NoteKey]:
    return list(chain.from_iterable(section.keys for section in sections))


@pytest.mark.parametrize("note_format", NoteFormat)
def test_each_format_has_names_and_each_field_at_most_once(note_format: NoteFormat) -> None:
    sections = sections_of(note_format)
    assert checked(sections) == sections
    assert sorted(keys_of(completed(sections, NoteKey))) == sorted(NoteKey)


@given(KEYS, KEYS)
def test_a_field_with_words_is_in_sight_whatever_the_layout_names(named: list[NoteKey], filled: list[NoteKey]) -> None:
    sections = tuple(Section(f"s{n}", (key,)) for n, key in enumerate(named))
    shown = completed(sections, filled)
    assert set(keys_of(shown)) == set(named) | set(filled)
    assert [section for section in shown if section in sections] == list(sections)


def test_what_a_layout_does_not_name_stands_where_it_belongs() -> None:
    shown = completed(sections_of(NoteFormat.QUICK), {NoteKey.THINK})
    assert keys_of(shown) == list(NoteKey)
    assert [section.name for section in shown if NoteKey.THINK in section.keys] == ["I think"]


def test_the_own_format_begins_with_every_field_under_its_name() -> None:
    assert sections_of(NoteFormat.OWN) == note_layout.beginning()
    own = (Section("Work", (NoteKey.DID,)),)
    assert sections_of(NoteFormat.OWN, own) == own


@pytest.mark.parametrize(
    "sections",
    [
        (),
        (Section("Empty", ()),),
        (Section("  ", (NoteKey.DID,)),),
        (Section("Work", (NoteKey.DID,)), Section("work", (NoteKey.FOUND,))),
        (Section("Work", (NoteKey.DID,)), Section("More", (NoteKey.DID,))),
    ],
)
def test_a_layout_that_would_mix_up_fields_is_refused(sections: tuple[Section, ...]) -> None:
    with pytest.raises(LayoutUnclear):
        checked(sections)


def test_names_are_kept_without_blanks_and_sections_without_fields_fall_away() -> None:
    typed = (Section("  My   work ", (NoteKey.DID,)), Section("Nothing", ()))
    assert checked(typed) == (Section("My work", (NoteKey.DID,)),)
