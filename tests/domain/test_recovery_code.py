"""A recovery code survives paper, handwriting and hurry, and no single slip passes for another code."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.recovery_code import ALPHABET, LENGTH, MistypedCode, Slip

values = st.integers(min_value=0, max_value=2**130 - 1)


@given(values)
def test_a_code_is_28_characters_in_seven_groups_of_four(value: int) -> None:
    code = recovery_code.make(value)

    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert [len(group) for group in recovery_code.groups(code)] == [4] * 7
    assert "".join(recovery_code.groups(code)) == code


def test_the_form_of_a_code_stays_the_same_for_ever() -> None:
    code = recovery_code.make(0x123456789ABCDEF0123456789ABCDEF01)

    assert "-".join(recovery_code.groups(code)) == "938N-KRKA-YDXW-0J6H-B7H6-NWVV-R1PR"


@given(values, values)
def test_two_values_never_share_a_code(one: int, other: int) -> None:
    assert (recovery_code.make(one) == recovery_code.make(other)) == (one == other)


@given(values)
def test_what_was_printed_can_be_read_back_with_any_case_space_or_hyphen(value: int) -> None:
    code = recovery_code.make(value)

    for typed in (code, code.lower(), " " + " ".join(code) + "\n", code.replace("4", "４")):
        assert recovery_code.read(typed) == code
    for gap in ("-", " – ", ".", "\u200b"):
        assert recovery_code.read(gap.join(recovery_code.groups(code))) == code


@given(values, st.sampled_from("Oo"), st.sampled_from("IiLl"))
def test_o_is_zero_and_i_and_l_are_one(value: int, zero: str, one: str) -> None:
    code = recovery_code.make(value)

    assert recovery_code.read(code.replace("0", zero).replace("1", one)) == code


@given(values)
@settings(max_examples=25)
def test_every_single_wrong_character_is_found(value: int) -> None:
    code = recovery_code.make(value)

    for place in range(LENGTH):
        for letter in (ALPHABET + "U*").replace(code[place], ""):
            with pytest.raises(MistypedCode) as refusal:
                recovery_code.read(code[:place] + letter + code[place + 1 :])
            assert refusal.value.slip is Slip.TYPO


@given(values)
def test_every_swap_of_two_neighbours_is_found(value: int) -> None:
    code = recovery_code.make(value)

    for place in range(LENGTH - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        if swapped != code:
            with pytest.raises(MistypedCode) as refusal:
                recovery_code.read(swapped)
            assert refusal.value.slip is Slip.TYPO


def test_a_code_of_the_wrong_length_says_which_and_by_how_much() -> None:
    code = recovery_code.make(7)

    with pytest.raises(MistypedCode, match="one character is missing") as short:
        recovery_code.read(code[1:])
    with pytest.raises(MistypedCode, match="2 characters too many") as long:
        recovery_code.read(code + "77")
    with pytest.raises(MistypedCode, match="28 characters are missing"):
        recovery_code.read(" ")

    assert (short.value.slip, long.value.slip) == (Slip.TOO_SHORT, Slip.TOO_LONG)


def test_a_character_that_no_code_has_is_named_with_its_group() -> None:
    code = recovery_code.make(7)

    with pytest.raises(MistypedCode, match=r"group 3.*“U”"):
        recovery_code.read(code[:9] + "u" + code[10:])


@given(st.text(max_size=60))
def test_anything_typed_is_either_a_code_or_kindly_refused(text: str) -> None:
    with contextlib.suppress(MistypedCode):
        assert len(recovery_code.read(text)) == LENGTH


def test_a_new_code_uses_all_130_bits_of_its_17_bytes() -> None:
    assert recovery_code.new(b"\xff" * 17) == recovery_code.make(2**130 - 1)
    assert recovery_code.new(b"\x00" * 16 + b"\x40") == recovery_code.make(1)


def test_a_value_or_bytes_of_another_size_are_our_mistake() -> None:
    with pytest.raises(ValueError):
        recovery_code.make(2**130)
    with pytest.raises(ValueError):
        recovery_code.make(-1)
    with pytest.raises(ValueError):
        recovery_code.new(b"short")
