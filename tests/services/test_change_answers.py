"""Whether anything changed is asked at each visit and kept as it was answered."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.change_answer import ChangeUnsaid
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import briefs, change_answers, clients, integrity, search

pytestmark = pytest.mark.usefixtures("practice")


def test_an_answer_holds_for_its_day_and_is_told_in_the_brief(now: datetime) -> None:
    maria = clients.welcome(ClientDraft("María Feldner"), now).id
    assert briefs.brief(maria, now).changed_today is None
    given = change_answers.answer(maria, False, "typed and not meant", now)
    assert (given.changed, given.words) == (False, "")
    assert briefs.brief(maria, now).changed_today == given
    later = now + timedelta(days=7)
    brief = briefs.brief(maria, later)
    assert (brief.changed_today, brief.changed_last) == (None, given)


def test_what_changed_is_the_clients_and_the_last_answer_of_a_day_counts(now: datetime) -> None:
    maria = clients.welcome(ClientDraft("María Feldner"), now).id
    change_answers.answer(maria, False, "", now)
    given = change_answers.answer(maria, True, " A new tablet ", now)
    assert change_answers.of(maria, local_day(now)) == given
    assert given.words == "A new tablet"
    assert {hit.client_id for hit in search.find("tablet")} == {maria}
    with pytest.raises(ChangeUnsaid):
        change_answers.answer(maria, True, "  ", now)
    assert change_answers.last(maria) == given
    assert all(check.held for check in integrity.check())
