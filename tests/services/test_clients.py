"""Clients are welcomed with a name, found however it is typed, and never lost by a slip."""

from datetime import date, datetime, timedelta

import pytest

from alliance_desktop.domain.client import BornLater, ClientDraft, NameMissing
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentDraft, ConsentKind
from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, briefs, clients, comforts, consents, health
from alliance_desktop.services import practice as practices

pytestmark = pytest.mark.usefixtures("practice")


def welcome(name: str, now: datetime, phone: str = "") -> int:
    return clients.welcome(ClientDraft(name, phone=phone), now).id


def test_a_name_is_enough_and_without_one_nothing_is_stored(now: datetime) -> None:
    with pytest.raises(NameMissing):
        clients.welcome(ClientDraft("  "), now)
    with pytest.raises(BornLater):
        clients.welcome(ClientDraft("Ida", birth_day=now.date() + timedelta(days=1)), now)
    assert clients.count() == 0
    assert clients.welcome(ClientDraft("Ida"), now).called == "Ida"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz Żak", "lukasz"),
        ("Søren Ørsted", "orsted"),
        ("Anna Großmann", "grossmann"),
        ("山田太郎", "太郎"),
        ("Ирина Петрова", "петр"),
        ("Nguyễn Thị Hồng", "hong nguyen"),
    ],
)
def test_a_client_is_found_without_accents_by_any_part_in_any_script(name: str, typed: str, now: datetime) -> None:
    welcome(name, now)
    welcome("Somebody Else", now)
    assert [line.full_name for line in clients.lines(typed)] == [name]


def test_a_name_of_eighty_letters_is_kept_to_the_letter(now: datetime) -> None:
    name = "Ж" * 80
    assert clients.one(welcome(name, now)).full_name == name


def test_somebody_who_may_be_here_already_is_shown(now: datetime) -> None:
    welcome("Maria Feldner", now)
    assert [line.full_name for line in clients.looking_like("feldner maria")] == ["Maria Feldner"]
    assert [line.full_name for line in clients.looking_like("Marya Feldner")] == ["Maria Feldner"]
    assert clients.looking_like("Martin Feld") == ()


def test_put_away_and_deleted_clients_come_back_whole(now: datetime) -> None:
    ida = welcome("Ida", now, phone="0664 1")
    clients.archive(ida, now)
    assert clients.lines() == ()
    assert [line.id for line in clients.lines(archived=True)] == [ida]
    clients.unarchive(ida, now)
    clients.delete(ida, now)
    assert clients.lines() == ()
    assert [line.id for line in clients.deleted()] == [ida]
    assert [line.id for line in clients.deleted("id")] == [ida]
    assert clients.deleted("maria") == ()
    assert clients.bring_back(ida, now).profile.phone == "0664 1"


def test_a_change_of_the_profile_is_in_the_trail_by_field_never_by_words(now: datetime) -> None:
    ida = welcome("Ida", now)
    clients.keep(ida, ClientDraft("Ida", phone="0664 1", birth_day=date(1980, 2, 29)), now)
    newest = audit.lines()[0]
    assert (newest.action, newest.detail) == ("changed", "birth_day phone")
    assert audit.check().held


def test_what_matters_for_the_hands_is_in_the_strip_gravest_first(now: datetime) -> None:
    ida = welcome("Ida", now)
    health.note(ida, HealthDraft(HealthKind.ALLERGY, "Nut oil", Caution.ASK), now)
    thinner = HealthDraft(HealthKind.MEDICINE, "Blood thinner", Caution.MODIFY, "legs", "light on the legs")
    kept = health.note(ida, thinner, now)
    safety = health.safety_of(ida, now.date())
    assert (safety.level, safety.lines) == (Caution.MODIFY, ("Blood thinner: light on the legs", "Nut oil"))
    assert clients.lines()[0].caution == "Modify: Blood thinner: light on the legs"
    health.remove(kept.id, now)
    assert health.safety_of(ida, now.date()).level is Caution.ASK
    health.bring_back(kept.id, now)
    assert len(health.of(ida)) == 2


def test_a_changed_wish_keeps_the_one_before(now: datetime) -> None:
    ida = welcome("Ida", now)
    comforts.keep(ida, ComfortKind.PRESSURE, "A firm handshake", Whose.CLIENT, now)
    comforts.keep(ida, ComfortKind.PRESSURE, "Softer", Whose.CLIENT, now + timedelta(days=9))
    assert [item.words for item in comforts.of(ida)] == ["Softer"]
    assert [item.words for item in comforts.history(ida, ComfortKind.PRESSURE)] == ["A firm handshake", "Softer"]


def test_a_consent_holds_until_it_is_withdrawn(now: datetime) -> None:
    ida = welcome("Ida", now)
    draft = ConsentDraft(ConsentKind.TREATMENT, "I agree.", "", now.date())
    consent = consents.record(ida, draft, now)
    assert consents.to_treatment(ida, now.date()) == consent
    consents.withdraw(consent.id, now)
    assert briefs.brief(ida, now).consent is None
    consents.undo_withdrawal(consent.id, now)
    assert briefs.brief(ida, now).consent == consent


def test_the_practices_names_are_changed_and_a_sample_stays_a_sample(practice: PracticeFolder, now: datetime) -> None:
    changed = practices.keep(Practice("Ana B.", sample=True), now)
    assert (changed.therapist, changed.sample) == ("Ana B.", False)


def test_a_caution_with_a_last_day_is_shown_until_then(now: datetime) -> None:
    ida = welcome("Ida", now)
    last = now.date() + timedelta(days=30)
    health.note(ida, HealthDraft(HealthKind.PREGNANCY, "Pregnant", Caution.MODIFY, until=last), now)
    assert clients.lines(today=last)[0].caution == "Modify: Pregnant"
    assert clients.lately(3, last)[0].caution == "Modify: Pregnant"
    assert clients.lines(today=last + timedelta(days=1))[0].caution == ""


def test_a_health_item_says_what_it_is_and_ends_after_it_begins(now: datetime) -> None:
    ida = welcome("Ida", now)
    with pytest.raises(health.HealthNameMissing):
        health.note(ida, HealthDraft(name="  "), now)
    with pytest.raises(health.EndsBeforeItBegins):
        health.note(ida, HealthDraft(name="Cast", since=now.date(), until=now.date() - timedelta(days=1)), now)
    assert health.of(ida) == ()
    item = health.note(ida, HealthDraft(name="Cast"), now)
    assert health.keep(item.id, HealthDraft(name="Cast, left arm"), now).item.name == "Cast, left arm"


def test_a_consent_has_words_and_days_that_can_be(now: datetime) -> None:
    ida, today = welcome("Ida", now), now.date()
    for draft, refusal in (
        (ConsentDraft(ConsentKind.CONTACT, " ", "", today), consents.ConsentTextMissing),
        (ConsentDraft(ConsentKind.CONTACT, "Yes.", "", today + timedelta(days=1)), consents.ConsentFromTomorrow),
        (ConsentDraft(ConsentKind.CONTACT, "Yes.", "", today, today - timedelta(days=1)), consents.ConsentEndsEarly),
    ):
        with pytest.raises(refusal):
            consents.record(ida, draft, now)
    assert consents.of(ida) == ()


def test_a_consent_taken_back_twice_keeps_the_first_day(now: datetime) -> None:
    ida = welcome("Ida", now)
    consent = consents.record(ida, ConsentDraft(ConsentKind.TREATMENT, "I agree.", "", now.date()), now)
    consents.withdraw(consent.id, now + timedelta(days=1))
    again = consents.withdraw(consent.id, now + timedelta(days=9))
    assert again.withdrawn_on == now.date() + timedelta(days=1)


def test_a_wish_that_is_emptied_ends_and_the_same_wish_is_kept_once(now: datetime) -> None:
    ida = welcome("Ida", now)
    for words in ("Warm table", "Warm table ", ""):
        comforts.keep(ida, ComfortKind.WARMTH, words, Whose.CLIENT, now)
    assert comforts.of(ida) == ()
    assert [item.words for item in comforts.history(ida, ComfortKind.WARMTH)] == ["Warm table"]
    assert comforts.keep(ida, ComfortKind.OIL, "", Whose.CLIENT, now) == ()


def test_the_client_seen_last_comes_first_and_the_list_is_by_name(now: datetime) -> None:
    for minutes, name in enumerate(("Ole", "Änne", "Zoe", "Bert")):
        welcome(name, now + timedelta(minutes=minutes))
    assert [line.full_name for line in clients.lines()] == ["Änne", "Bert", "Ole", "Zoe"]
    assert [line.full_name for line in clients.lately(2)] == ["Bert", "Zoe"]


@pytest.mark.parametrize(
    "name", ["ま" * 80, "مريم " * 16, "Ω" * 80, "👩🏽‍🦽" * 20, "O'Brien-Ñúñez " * 5 + "Anna", "Zalgo̷̢" * 12]
)
def test_a_long_name_in_any_script_is_kept_found_and_shown_as_alike(name: str, now: datetime) -> None:
    kept = clients.one(welcome(name, now)).full_name
    assert kept == " ".join(name.split())
    assert [line.full_name for line in clients.lines(name)] == [kept]
    if any(letter.isalpha() for letter in name):
        assert [line.full_name for line in clients.looking_like(name)] == [kept]


def test_a_slip_in_any_one_letter_still_looks_like_somebody(now: datetime) -> None:
    welcome("Maria Feldner", now)
    for typed in ("Naria Feldner", "Maria Xeldner", "Mara Feldner", "Maria Felldner", "MARÍA FELDNER", "Aaria Feldner"):
        assert [line.full_name for line in clients.looking_like(typed)] == ["Maria Feldner"], typed
    for other in ("Mario Feldmer", "Ida", "", "Maria"):
        assert clients.looking_like(other) == (), other


def test_a_change_that_is_refused_changes_nothing(now: datetime) -> None:
    ida = welcome("Ida", now, phone="0664 1")
    with pytest.raises(BornLater):
        clients.keep(ida, ClientDraft("Ida", phone="0664 2", birth_day=now.date() + timedelta(days=400)), now)
    with pytest.raises(NameMissing):
        clients.keep(ida, ClientDraft(" ", phone="0664 2"), now)
    assert clients.one(ida).profile.phone == "0664 1"
    with pytest.raises(clients.NoSuchClient, match="99"):
        clients.one(99)


def test_nothing_changed_leaves_no_trace(now: datetime) -> None:
    ida = welcome("Ida", now)
    before = audit.head()
    clients.keep(ida, ClientDraft(" Ida "), now)
    assert audit.head() == before
