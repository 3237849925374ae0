"""What asks for care is in sight as long as it holds, gravest first."""

from datetime import date, timedelta

import pytest

from alliance_desktop.domain.comfort import ComfortKind, kind_words
from alliance_desktop.domain.health import (
    Caution,
    HealthDraft,
    HealthItem,
    HealthKind,
    caution_words,
    health_words,
    item_words,
    safety,
)

TODAY = date(2026, 5, 19)


def item(name: str, caution: Caution, until: date | None = None) -> HealthItem:
    return HealthItem(1, 1, HealthDraft(HealthKind.CONDITION, name, caution, until=until))


def test_the_strip_names_the_gravest_first_and_leaves_out_what_asks_for_nothing() -> None:
    items = [item(f"{caution}", caution) for caution in reversed(Caution)]
    told = safety(items, TODAY)
    assert told.level is Caution.STOP
    assert told.lines == ("stop", "avoid", "modify", "ask")
    assert safety([item("Hay fever", Caution.NONE)], TODAY).lines == ()
    assert safety([], TODAY).level is Caution.NONE


def test_a_caution_is_in_sight_up_to_its_last_day() -> None:
    cast = item("Cast", Caution.AVOID, TODAY)
    assert safety([cast], TODAY).lines == ("Cast",)
    assert safety([cast], TODAY + timedelta(days=1)).lines == ()


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (HealthDraft(name="Nut oil"), "Nut oil"),
        (HealthDraft(name="Varices", advice="no pressure", area="legs"), "Varices: no pressure (legs)"),
        (HealthDraft(name="Varices", advice="light on the Legs", area="legs"), "Varices: light on the Legs"),
        (HealthDraft(name="Plate", area="left wrist"), "Plate (left wrist)"),
    ],
)
def test_an_item_is_said_in_one_line(draft: HealthDraft, words: str) -> None:
    assert item_words(draft) == words


def test_every_kind_has_its_word() -> None:
    assert len({health_words(kind) for kind in HealthKind}) == len(HealthKind)
    assert len({caution_words(caution) for caution in Caution}) == len(Caution)
    assert len({kind_words(kind) for kind in ComfortKind}) == len(ComfortKind)
