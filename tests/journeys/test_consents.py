"""A consent is opened from the note, given for today’s area, named before it ends, and taken back in words."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.domain.consent import ConsentDraft, ConsentKind
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.services import consents, practice_file
from tests.journeys.conftest import PASSWORD, Hands


def told(hands: Hands) -> str:
    shown = [label for label in hands.front.findChildren(QLabel) if label.isVisible()]
    return "\n".join(f"{label.text()}\n{label.accessibleName()}" for label in shown)


def chip(hands: Hands, name: str = "consent_chip") -> str:
    return hands.find(QWidget, name).accessibleName()


def in_a_note(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.workspace.client_page.start_note()
    hands.until(lambda: chip(hands) == "No consent yet")


def take_back(hands: Hands) -> None:
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def test_the_area_of_today_is_agreed_to_inside_the_note_by_hand_and_aloud(hands: Hands) -> None:
    in_a_note(hands)
    hands.type("did_edit", "Chest, lightly")
    hands.click("area_chip")
    hands.click("hand_over_consent_button")
    assert "please name them" in told(hands)
    hands.type("areas_edit", "chest wall")
    hands.click("hand_over_consent_button")
    hands.until(lambda: hands.window.handed is not None)
    assert "It is about: chest wall" in told(hands)
    hands.sign("consent_pad")
    hands.click("task_done_button")
    take_back(hands)
    hands.until(lambda: chip(hands, "area_chip") == "Agreed today: chest wall")
    (signed,) = consents.of(1)
    today = hands.workspace.desk.today()
    assert (signed.consent.kind, signed.consent.expires_on) == (ConsentKind.SENSITIVE_AREA, today)
    hands.click("area_chip")
    hands.click("sheet_ask_button")
    hands.type("areas_edit", "inner thigh")
    hands.click("aloud_consent_button")
    hands.until(lambda: len(consents.of(1)) == 2)
    assert {c.signature.how for c in consents.of(1) if c.signature} == {HowSigned.DRAWN, HowSigned.ALOUD}
    assert hands.workspace.sessions_tab.editor.note().fields[0].words == "Chest, lightly"
    assert all(check.held for check in practice_file.check())


def test_the_chip_opens_the_consent_and_says_when_it_ends_and_that_it_was_taken_back(hands: Hands) -> None:
    in_a_note(hands)
    hands.click("consent_chip")
    assert "You can go on either way" in told(hands)
    hands.click("sheet_ask_button")
    hands.click("accept_button")
    hands.until(lambda: chip(hands) == "Consent holds")
    (given,) = consents.of(1)
    today = hands.workspace.desk.today()
    assert given.consent.expires_on is not None
    assert 365 <= (given.consent.expires_on - today).days <= 366
    hands.click("consent_chip")
    hands.until(lambda: "I may say stop at any moment" in told(hands))
    hands.click("sheet_withdraw_button")
    hands.type("withdrawal_words_edit", "I need a pause from all this")
    hands.click("accept_button")
    hands.until(lambda: chip(hands).startswith("Consent withdrawn on"))
    hands.click("consent_chip")
    hands.until(lambda: "The client said: I need a pause from all this" in told(hands))
    hands.click("close_sheet_button")
    hands.click("undo_button")
    hands.until(lambda: chip(hands) == "Consent holds")
    hands.click("consent_chip")
    hands.click("sheet_withdraw_button")
    hands.click("accept_button")
    hands.until(lambda: chip(hands).startswith("Consent withdrawn on"))
    hands.type("did_edit", "Back and neck")
    hands.click("finish_button")
    hands.until(lambda: "The note is signed and locked" in told(hands))


def test_what_ends_within_thirty_days_is_named_today_and_in_the_brief(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    desk = hands.workspace.desk
    today = desk.today()
    draft = ConsentDraft(ConsentKind.TREATMENT, "I agree", "", today, today + timedelta(days=30))
    desk.perform(consents.record, 1, draft)
    hands.tab("brief")
    hands.until(lambda: "The consent “Treatment” ends on" in told(hands))
    hands.workspace.go("today")
    hands.until(lambda: "Maria, Treatment, until" in told(hands))
    hands.click("consent_1_button")
    hands.until(lambda: hands.workspace.client_page.place().tab == "profile")
    hands.click("consent_button")
    hands.click("accept_button")
    hands.until(lambda: len(consents.of(1)) == 2)
    hands.workspace.go("today")
    hands.until(lambda: "Nothing waits." in told(hands))
    assert "run out" not in told(hands)
