"""The recovery code forgives what people do to codes and finds every slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.recovery_code import ALPHABET, LENGTH, MistypedCode

values = st.integers(min_value=0, max_value=(1 << recovery_code.BITS) - 1)


@given(values)
def test_a_code_typed_back_in_small_letters_with_gaps_and_lookalikes_is_the_same_code(value: int) -> None:
    code = recovery_code.code_of(value)
    typed = " - ".join(recovery_code.grouped(code)).lower().replace("0", "o").replace("1", "l")
    assert recovery_code.read(typed) == code


@given(values, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_every_single_slip_is_found(value: int, place: int, letter: str) -> None:
    code = recovery_code.code_of(value)
    slipped = code[:place] + letter + code[place + 1 :]
    if slipped != code:
        with pytest.raises(MistypedCode):
            recovery_code.read(slipped)


@given(values, st.integers(0, LENGTH - 2))
def test_every_swap_of_neighbours_is_found(value: int, place: int) -> None:
    code = recovery_code.code_of(value)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(MistypedCode):
            recovery_code.read(swapped)


def test_a_code_that_is_not_finished_says_how_far_it_is() -> None:
    with pytest.raises(MistypedCode, match="28 characters; 4 are typed"):
        recovery_code.read("ABCD")


def test_a_letter_that_no_code_has_is_named() -> None:
    with pytest.raises(MistypedCode, match="“U”"):
        recovery_code.read("u" * LENGTH)
