"""The texts of the sample: two voices, varied people, nothing that a practice would not write."""

from dataclasses import fields, is_dataclass

from alliance_desktop.domain.health import Caution
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.cast import PEOPLE


def texts_of(told: object) -> list[str]:
    if isinstance(told, str):
        return [told]
    if isinstance(told, tuple):
        return [text for item in told for text in texts_of(item)]
    if is_dataclass(told):
        return [text for part in fields(told) for text in texts_of(getattr(told, part.name))]
    return []


def test_there_are_twelve_people_and_eighty_visits() -> None:
    assert len(PEOPLE) == 12
    assert sum(len(person.visits) for person in PEOPLE) == 80


def test_names_come_from_several_scripts_and_one_is_chosen() -> None:
    names = " ".join(person.profile.full_name for person in PEOPLE)

    assert any("а" <= letter <= "я" for letter in names)
    assert any("α" <= letter <= "ω" for letter in names)
    assert "á" in names
    assert any(person.profile.chosen_name for person in PEOPLE)
    assert {person.profile.pronouns for person in PEOPLE} >= {"she", "he", "they"}


def test_wishes_about_touch_are_in_both_voices() -> None:
    voices = {comfort.whose for person in PEOPLE for comfort in person.comfort}

    assert voices >= {Whose.CLIENT, Whose.THERAPIST}


def test_cautions_of_several_levels_say_what_to_do() -> None:
    items = [item for person in PEOPLE for item in person.health if item.caution is not Caution.NONE]

    assert {item.caution for item in items} >= {Caution.AVOID, Caution.MODIFY, Caution.ASK}
    assert all(item.advice for item in items)


def test_no_text_is_repeated_from_person_to_person_in_what_they_asked_for() -> None:
    asked = [visit.asked for person in PEOPLE for visit in person.visits]

    assert len(asked) == len(set(asked))


def test_the_texts_read_like_a_practice() -> None:
    texts = texts_of(PEOPLE)

    assert [text for text in texts if any(word in text.lower() for word in ("lorem", "—", "--", "todo"))] == []
    judging = ("non-compliant", "complains", "refuses", "denies", "obese", "diagnos", "syndrome")
    assert [text for text in texts if any(word in text.lower() for word in judging)] == []
