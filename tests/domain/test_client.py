"""A client needs a name and nothing else, and is called as they wish."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.client import BornLater, Client, ClientDraft, NameMissing, alike, called

TODAY = date(2026, 5, 19)


def test_a_name_is_needed_and_everything_else_can_wait() -> None:
    assert ClientDraft("Ida").checked(TODAY) == ClientDraft("Ida")
    for name in ("", "  ", "\u00a0"):
        with pytest.raises(NameMissing):
            ClientDraft(name, phone="0664 1").checked(TODAY)


def test_nobody_is_born_tomorrow() -> None:
    assert ClientDraft("Ida", birth_day=TODAY).checked(TODAY).birth_day == TODAY
    with pytest.raises(BornLater, match="year"):
        ClientDraft("Ida", birth_day=TODAY + timedelta(days=1)).checked(TODAY)


@pytest.mark.parametrize(
    ("full", "chosen", "name"),
    [("Maria Feldner", "", "Maria"), ("Maria Feldner", " Mizzi ", "Mizzi"), ("", "", ""), ("山田太郎", "", "山田太郎")],
)
def test_people_are_called_as_they_wish(full: str, chosen: str, name: str) -> None:
    assert called(full, chosen) == name
    assert Client(1, "u", ClientDraft(full, chosen), datetime(2026, 5, 19, tzinfo=UTC)).called == name


names = st.lists(st.text(st.characters(categories=["L"]), min_size=4, max_size=9), min_size=1, max_size=3)


@given(names, st.randoms())
def test_the_same_words_in_any_order_are_alike(words: list[str], chance: st.DrawFn) -> None:
    other = list(words)
    chance.shuffle(other)  # type: ignore[attr-defined]  # a random.Random
    assert alike(" ".join(words), " ".join(other).upper().lower())


@given(names, st.data())
def test_one_letter_left_out_is_alike_and_being_alike_goes_both_ways(words: list[str], data: st.DataObject) -> None:
    name = " ".join(words)
    place = data.draw(st.sampled_from([i for i, letter in enumerate(name) if letter != " "]))
    other = name[:place] + name[place + 1 :]
    if len(other.split()) == len(words) and len(other) >= 4:
        assert alike(name, other) == alike(other, name)


def test_two_letters_apart_or_another_number_of_words_is_somebody_else() -> None:
    assert not alike("Maria Feldner", "Mario Feldmer")
    assert not alike("Maria", "Maria Feldner")
    assert not alike("Ida", "Ina")
    assert not alike("", "")
