"""The repair notebook is written once; how it went is said later, and every step can be undone."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.alliance import Strand
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.repair import Marker, NothingNoted, NoticedBy, RepairDraft, RepairOutcome, RuptureKind
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import briefs, clients, integrity, repairs, search, voices

pytestmark = pytest.mark.usefixtures("practice")


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("María Feldner"), now).id


def entry(now: datetime, **more: object) -> RepairDraft:
    told: dict[str, object] = {
        "noticed_by": NoticedBy.CLIENT,
        "kind": RuptureKind.WITHDRAWAL,
        "strand": Strand.TOUCH,
        "markers": frozenset({Marker.TENSED_UP, Marker.FINE_TWICE}),
        "client_said": " It was too deep ",
        "i_said": "Thank you",
        "we_changed": "Ask before going deeper",
        "check_on": local_day(now) + timedelta(days=7),
        **more,
    }
    return RepairDraft(local_day(now), **told)  # type: ignore[arg-type]


def test_an_entry_comes_back_as_it_was_noted_and_the_client_has_said_it(maria: int, now: datetime) -> None:
    made = repairs.note(maria, entry(now), now)
    assert repairs.of(maria) == (made,)
    assert made.draft == entry(now, client_said="It was too deep")
    assert (Whose.CLIENT, "It was too deep") in [(voice.whose, voice.words) for voice in voices.of(maria)]
    assert {hit.client_id for hit in search.find("deep")} == {maria}
    with pytest.raises(NothingNoted):
        repairs.note(maria, RepairDraft(local_day(now)), now)
    assert len(repairs.of(maria)) == 1
    assert all(check.held for check in integrity.check())


def test_the_brief_reminds_of_it_from_its_day_on_until_it_is_said_how_it_went(maria: int, now: datetime) -> None:
    made = repairs.note(maria, entry(now), now)
    later = now + timedelta(days=7)
    assert briefs.brief(maria, now).strained == ()
    assert briefs.brief(maria, later).strained == (made,)
    before = repairs.look_again(made.id, RepairOutcome.BETTER, later)
    assert briefs.brief(maria, later).strained == ()
    assert repairs.of(maria)[0].draft.outcome is RepairOutcome.BETTER
    assert repairs.of(maria)[0].looked_at == later
    repairs.look_again(made.id, before.draft.outcome, later)
    assert repairs.of(maria) == (made,)
    assert all(check.held for check in integrity.check())


def test_a_wrong_entry_is_left_out_and_brought_back_whole(maria: int, now: datetime) -> None:
    made = repairs.note(maria, entry(now), now)
    repairs.take_back(made.id, now)
    assert repairs.of(maria) == ()
    assert repairs.bring_back(made.id, now) == made
    assert all(check.held for check in integrity.check())
    with pytest.raises(repairs.NoSuchRepair):
        repairs.look_again(made.id + 1, RepairOutcome.NOT, now)
