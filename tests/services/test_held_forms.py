"""What was typed into a form that nobody accepted yet is kept to the letter until it was accepted or left."""

from datetime import datetime

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.held_form import Form
from alliance_desktop.services import clients, held_forms

pytestmark = pytest.mark.usefixtures("practice")

TYPED = {"name_edit": " Blood thinner, since “May” – ärztlich e\u0301 ", "kind_choice": "1"}


@pytest.fixture
def maria(practice: object, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now=now).id


def test_what_was_typed_comes_back_to_the_letter(maria: int, now: datetime) -> None:
    held_forms.hold(maria, Form.HEALTH, 0, {"name_edit": "Blood"}, now)
    held_forms.hold(maria, Form.HEALTH, 0, TYPED, now)
    assert held_forms.of(maria, Form.HEALTH) == TYPED
    assert held_forms.of(maria, Form.HEALTH, 7) == {}
    assert [(held.full_name, held.form) for held in held_forms.waiting()] == [("Maria Feldner", Form.HEALTH)]


def test_what_was_accepted_is_let_go_and_nothing_else(maria: int, now: datetime) -> None:
    held_forms.hold(maria, Form.HEALTH, 0, TYPED, now)
    held_forms.hold(maria, Form.ADDENDUM, 3, {"words_edit": "left"}, now)
    held_forms.hold(None, Form.CLIENT, 0, {"name_edit": "Jonas"}, now)
    held_forms.let_go(maria, Form.HEALTH, 0, now)
    assert [(held.client_id, held.form) for held in held_forms.waiting()] == [
        (None, Form.CLIENT),
        (maria, Form.ADDENDUM),
    ]
    held_forms.hold(None, Form.CLIENT, 0, {}, now)
    assert held_forms.of(None, Form.CLIENT) == {}


def test_forms_of_somebody_deleted_do_not_wait(maria: int, now: datetime) -> None:
    held_forms.hold(maria, Form.HEALTH, 0, TYPED, now)
    clients.delete(maria, now=now)
    assert held_forms.waiting() == ()
    clients.bring_back(maria, now=now)
    assert len(held_forms.waiting()) == 1
