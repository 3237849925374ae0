"""The last three steps of the talk: each shows and changes its own part, by keyboard alone, in every size."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortItem, ComfortKind
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    Goal,
    HowSigned,
    Plan,
    PlanContent,
    Reservation,
    Signer,
    Signs,
)
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, left_out, phrases, plans
from alliance_desktop.ui import theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.plan_parts.line_editors import CommitmentEditor
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.agree_step import AgreeStep
from alliance_desktop.ui.together.hand_over import LEAST_POINTS
from alliance_desktop.ui.together.sign_step import SignStep
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.together.words_step import WordsStep
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.sure_tiles import SureTiles
from tests.ui.test_every_window import cut_off

S = TypeVar("S", bound=Step)
# Nobody else holds the windows that the steps stand in.
_held: list[QWidget] = []
TODAY = date(2026, 5, 19)
STROKES: Strokes = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.6)),)
COMFORT = (
    ComfortItem(ComfortKind.PRESSURE, "like a firm handshake", Whose.CLIENT, TODAY),
    ComfortItem(ComfortKind.AREAS_NO, "feet", Whose.CLIENT, TODAY),
    ComfortItem(ComfortKind.STOP_WORD, "Pause", Whose.CLIENT, TODAY),
)
FULL = PlanContent(
    Said("I want to garden again."),
    (Goal("g", Said("An hour in the garden"), "", "Kneeling", 3, 8),),
    Agreement(6, "every two weeks", 60, "neck", "calves", "medium", "Pause"),
    (
        Commitment("a", Whose.THERAPIST, "Work slowly", confidence=9),
        Commitment("b", Whose.CLIENT, "Door-frame stretch", "daily", date(2026, 7, 1), "it pulls", 6),
        Commitment("c", Whose.THERAPIST, "Bring the sheet"),
    ),
    (Reservation("r", Said("Will I keep it up?"), "Two mornings are enough"), Reservation("s", Said("I bruise"))),
    True,
    date(2026, 8, 1),
    Said("A hot bath"),
    "The shoulder is on guard",
    signs=Signs("You kneel", "Nothing after three visits", "It hurts for days", "Your arm goes numb"),
    teach_back=Said("We go slowly"),
    guardian="Karl Feldner",
)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Callable[[int], None]]:
    """Dress the program as a client sees it, at a text size."""

    def dress(percent: int) -> None:
        theme.apply(qapp, Theme.LIGHT, percent, least=LEAST_POINTS)

    dress(130)
    yield dress
    _held.clear()
    theme.apply(qapp, Theme.LIGHT)


@pytest.fixture
def agree(practice: PracticeFolder, qtbot: QtBot) -> AgreeStep:
    return shown(AgreeStep("Maria", "Ana", lambda: COMFORT, lambda: TODAY, lambda _whose: ()), qtbot)


@pytest.fixture
def words(practice: PracticeFolder, qtbot: QtBot) -> WordsStep:
    return shown(WordsStep("Maria", "Ana"), qtbot)


def shown(step: S, qtbot: QtBot) -> S:
    area = ScrollColumn()
    area.setProperty("room", "client")
    area.column.addWidget(step)
    area.column.addStretch(1)
    qtbot.addWidget(area)
    area.resize(1152, 560)
    _held.append(area)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is area)
    return step


@pytest.fixture(params=["agree", "words"])
def step(request: pytest.FixtureRequest) -> Step:
    found: Step = request.getfixturevalue(request.param)
    return found


def test_a_step_shows_what_is_there_and_gives_it_back_unchanged(step: Step) -> None:
    step.show_content(FULL)
    assert step.put_into(FULL) == FULL


def test_a_step_changes_nothing_but_its_own_part(step: Step) -> None:
    step.show_content(FULL)
    given = step.put_into(PlanContent())
    for field in fields(PlanContent):
        expected = FULL if field.name in step.parts else PlanContent()
        assert getattr(given, field.name) == getattr(expected, field.name), field.name


def test_nothing_of_one_plan_stays_in_the_next(step: Step) -> None:
    step.show_content(FULL)
    step.show_content(PlanContent())
    assert step.put_into(PlanContent()) == PlanContent()


@pytest.mark.parametrize("content", [FULL, PlanContent()])
@pytest.mark.parametrize(("percent", "width"), [(130, 1152), (130, 896), (200, 1152)])
def test_nothing_is_cut_off_in_large_letters(
    look: Callable[[int], None], step: Step, qtbot: QtBot, content: PlanContent, percent: int, width: int
) -> None:
    look(percent)
    step.show_content(content)
    step.window().resize(width, 560)
    qtbot.wait(60)
    assert list(cut_off(step.window())) == []


def test_every_word_is_large_and_every_target_is_for_a_finger(step: Step, qtbot: QtBot) -> None:
    step.show_content(FULL)
    qtbot.wait(60)
    said = [label for label in step.findChildren(QLabel) if label.isVisible() and label.text()]
    assert said
    assert min(label.fontInfo().pixelSize() for label in said) >= 18
    touched = [stop for stop in step.stops if stop.isVisible()]
    assert [stop.objectName() for stop in touched if min(stop.width(), stop.height()) < 44] == []


def focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(key: Qt.Key) -> None:
    QTest.keyClick(focus(), key)


def tab_to(name: str) -> None:
    for _stop in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def typed(name: str, words: str) -> None:
    tab_to(name)
    QTest.keyClicks(focus(), words)


def test_all_of_we_agree_is_written_by_keyboard_alone(agree: AgreeStep) -> None:
    agree.rebuilt.connect(lambda: set_tab_order(agree.stops))
    agree.show_content(PlanContent())
    agree.take_focus()
    typed("visits_edit", "4")
    tab_to("take_areas_no_button")
    press(Qt.Key.Key_Space)
    tab_to("add_touch_button")
    press(Qt.Key.Key_Space)
    tab_to("take_stop_signal_button")
    press(Qt.Key.Key_Space)
    tab_to("add_yours_button")
    press(Qt.Key.Key_Space)
    typed("client_1_what_edit", "Walk")
    typed("client_1_confidence_edit", "8")
    tab_to("talk_review_2_button")
    press(Qt.Key.Key_Space)
    given = agree.put_into(PlanContent())
    assert given.agreement == Agreement(4, areas_no="feet", stop_signal="Pause")
    assert [(step.whose, step.what, step.confidence) for step in given.commitments] == [(Whose.CLIENT, "Walk", 8)]
    assert given.review_on == TODAY + timedelta(weeks=4)


def test_all_of_your_words_is_written_by_keyboard_alone(words: WordsStep) -> None:
    words.rebuilt.connect(lambda: set_tab_order(words.stops))
    words.show_content(PlanContent())
    words.take_focus()
    typed("talk_teach_back_edit", "We go slowly")
    tab_to("asked_2_button")
    press(Qt.Key.Key_Space)
    typed("reservation_1_said_edit", "I bruise")
    typed("reservation_1_answer_edit", "I go easy")
    tab_to("talk_add_signers_button")
    press(Qt.Key.Key_Space)
    typed("interpreter_edit", "Leila")
    given = words.put_into(PlanContent())
    assert (given.teach_back.words, given.interpreter, given.reservations_asked) == ("We go slowly", "Leila", True)
    assert [(doubt.said.words, doubt.answer) for doubt in given.reservations] == [("I bruise", "I go easy")]


def line(agree: AgreeStep, whose: Whose) -> CommitmentEditor:
    editors = agree.will_editor.mine.editors if whose is Whose.THERAPIST else agree.will_editor.yours.editors
    found = editors[0]
    assert isinstance(found, CommitmentEditor)
    return found


def test_how_sure_the_client_is_stands_open_and_too_little_is_said_kindly(agree: AgreeStep) -> None:
    agree.show_content(replace(FULL, commitments=FULL.commitments[1:2]))
    yours = line(agree, Whose.CLIENT)
    assert isinstance(yours.confidence_edit, SureTiles)
    assert yours.confidence_edit.isVisible()
    assert "smaller" in yours.too_big.text()
    assert agree.said(agree.put_into(FULL)) == "What is too much now can be smaller."
    yours.confidence_edit.setFocus()
    QTest.keyClick(yours.confidence_edit, Qt.Key.Key_7)
    assert not yours.too_big.isVisible()
    assert agree.said(agree.put_into(FULL)) == ""


def test_how_sure_the_therapist_is_takes_one_line_until_it_is_wanted(agree: AgreeStep) -> None:
    agree.show_content(replace(FULL, commitments=FULL.commitments[2:]))
    mine = line(agree, Whose.THERAPIST)
    assert not mine.confidence_edit.isVisible()
    mine.more_fold.button.click()
    assert mine.confidence_edit.isVisible()


def test_what_the_profile_knows_is_offered_and_never_copied_by_itself(agree: AgreeStep) -> None:
    agree.show_content(PlanContent())
    editor = agree.agreement_editor
    assert editor.areas_no.edit.placeholderText() == "“feet”"
    assert not editor.areas_yes.take_button.isVisible()
    assert agree.put_into(PlanContent()) == PlanContent()
    editor.areas_no.take_button.click()
    assert agree.put_into(PlanContent()).agreement.areas_no == "feet"


def test_earlier_phrases_are_offered_to_whoever_they_were_for(
    practice: PracticeFolder, now: datetime, qtbot: QtBot
) -> None:
    plan = plans.begin(clients.welcome(ClientDraft("Jonas"), now).id, now)
    plans.keep_draft(plan.id, FULL, now)
    plans.make_ready(plan.id, {}, now)
    agree = shown(AgreeStep("Maria", "Ana", lambda: (), lambda: TODAY, phrases.promised), qtbot)
    agree.show_content(PlanContent())
    assert {button.text() for button in agree.my_picks.buttons} == {"Work slowly", "Bring the sheet"}
    assert [button.text() for button in agree.picks_row.buttons] == ["Door-frame stretch"]
    agree.my_picks.buttons[0].click()
    agree.picks_row.buttons[0].click()
    assert {(step.whose, step.what) for step in agree.put_into(PlanContent()).commitments} == {
        (Whose.THERAPIST, agree.my_picks.buttons[0].text()),
        (Whose.CLIENT, "Door-frame stretch"),
    }


# signing


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def drafted(client_id: int, now: datetime, content: PlanContent) -> Plan:
    return plans.keep_draft(plans.begin(client_id, now).id, content, now)


def agreed(client_id: int, now: datetime, content: PlanContent) -> Plan:
    plan = drafted(client_id, now, content)
    version = plans.make_ready(plan.id, {}, now)
    for signer in content.signers:
        plans.sign(version.id, signer, HowSigned.DRAWN, now, STROKES)
    return plans.one(plan.id)


@pytest.fixture
def sign(maria: int, now: datetime, qtbot: QtBot) -> SignStep:
    return shown(SignStep(Desk(clock=lambda: now), "Maria", "Ana"), qtbot)


BOTH = replace(FULL, guardian="")


def aloud(step: SignStep, signer: Signer) -> None:
    seat = step.seats[signer]
    seat.how_choice.segments[1].click()
    seat.reason_edit.setText("no pen at hand")
    seat.sign_button.click()


def until_drawn(step: SignStep, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: step.pages.number > 0, timeout=20_000)


def test_the_page_that_goes_home_is_read_before_anybody_signs(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    sign.show_plan(drafted(maria, now, BOTH))
    until_drawn(sign, qtbot)
    assert "I want to garden again." in sign.pages.page.accessibleDescription()
    assert "draft, not signed" in sign.pages.page.accessibleDescription()
    assert plans.current(maria) == drafted(maria, now, BOTH)
    assert list(sign.seats) == [Signer.CLIENT, Signer.THERAPIST]


def test_the_draft_becomes_a_version_with_the_first_signature_and_not_before(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    plan = drafted(maria, now, FULL)
    sign.show_plan(plan)
    assert set(sign.seats) == {Signer.CLIENT, Signer.THERAPIST, Signer.GUARDIAN}
    with qtbot.waitSignal(sign.signed):
        aloud(sign, Signer.CLIENT)
    version = plans.one(plan.id).waiting
    assert version is not None
    assert version.waiting_for == (Signer.THERAPIST, Signer.GUARDIAN)
    assert sign.is_half_signed
    assert "Maria has signed this" in sign.back_words()
    assert QApplication.focusWidget() is sign.seats[Signer.THERAPIST].how_choice.segments[0]
    aloud(sign, Signer.THERAPIST)
    assert not sign.is_over
    aloud(sign, Signer.GUARDIAN)
    assert sign.is_over
    assert sign.thanks.thanked.text() == "Thank you, Maria. All have signed."
    assert sign.stops == ()


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (PlanContent(), "what_matters"),
        (replace(BOTH, commitments=(Commitment("x", Whose.CLIENT, "", "daily"),)), "commitments"),
        (replace(BOTH, reservations=(Reservation("x", Said(), "We will see"),)), "reservations"),
    ],
)
def test_what_cannot_be_signed_yet_is_said_and_leads_to_where_it_is_mended(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot, content: PlanContent, part: str
) -> None:
    sign.show_plan(drafted(maria, now, content))
    assert sign.not_yet.isVisible()
    assert not sign.seats
    with qtbot.waitSignal(sign.mend_wanted) as wanted:
        sign.not_yet.mend_button.click()
    assert wanted.args == [part]


def test_what_is_missing_is_where_the_cursor_goes(agree: AgreeStep, words: WordsStep) -> None:
    agree.show_content(replace(BOTH, commitments=(*BOTH.commitments, Commitment("x", Whose.CLIENT, "", "daily"))))
    agree.window().activateWindow()
    agree.go_to("commitments")
    assert agree.window().focusWidget().objectName() == "client_2_what_edit"
    words.show_content(replace(BOTH, reservations=(Reservation("x", Said(), "We will see"),)))
    words.go_to("reservations")
    assert words.window().focusWidget().objectName() == "reservation_1_said_edit"


def test_a_review_shows_only_what_changed_and_signs_the_whole(sign: SignStep, maria: int, now: datetime) -> None:
    agreed(maria, now, BOTH)
    plan = drafted(maria, now, replace(BOTH, agreement=replace(BOTH.agreement, visits=4)))
    sign.show_plan(plan)
    (reason,) = sign.changes.stops
    assert reason.accessibleName() == "Why: Visits: 6 → 4"
    assert sign.whole.isVisible()
    reason.setText("It goes slowly")  # type: ignore[attr-defined]  # a field
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        aloud(sign, signer)
        told = {label.text() for label in sign.changes.findChildren(QLabel)}
        assert "Visits: 6 → 4: “It goes slowly”" in told
    version = plans.one(plan.id).versions[1]
    assert version.agreed
    assert [(change.path, change.reason) for change in version.changes] == [("agreement/visits", "It goes slowly")]
    assert version.content.what_matters.words == BOTH.what_matters.words
    assert plans.intact(version)


def test_a_review_that_changes_nothing_is_praised_and_can_set_the_next_day(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    agreed(maria, now, BOTH)
    plan = plans.begin(maria, now)
    sign.show_plan(plan)
    assert sign.nothing_new.isVisible()
    assert not sign.seats
    assert not sign.nothing_new.set_button.isEnabled()
    sign.nothing_new.look_again.buttons[1].click()
    with qtbot.waitSignal(sign.day_set):
        sign.nothing_new.set_button.click()
    sign.show_plan(plans.one(plan.id))
    told = [line.words for _change, line in plans.draft_change_lines(plans.one(plan.id))]
    assert told == ["Next look together: 1 August 2026 → 16 June 2026"]
    assert len(sign.changes.stops) == 1
    assert set(sign.seats) == {Signer.CLIENT, Signer.THERAPIST}


@pytest.mark.parametrize(("percent", "width"), [(130, 1152), (130, 896), (200, 1152)])
def test_nothing_of_signing_is_cut_off_in_large_letters(
    look: Callable[[int], None], sign: SignStep, maria: int, now: datetime, qtbot: QtBot, percent: int, width: int
) -> None:
    look(percent)
    sign.window().resize(width, 560)
    agreed(maria, now, FULL)
    for content in (FULL, replace(FULL, agreement=replace(FULL.agreement, visits=4, areas_yes="both shoulders"))):
        sign.show_plan(drafted(maria, now, content))
        until_drawn(sign, qtbot)
        qtbot.wait(100)
        assert list(cut_off(sign.window())) == []
    for signer in FULL.signers:
        aloud(sign, signer)
    qtbot.wait(60)
    assert list(cut_off(sign.window())) == []


def test_all_sign_by_keyboard_alone(sign: SignStep, maria: int, now: datetime, qtbot: QtBot) -> None:
    sign.rebuilt.connect(lambda: set_tab_order(sign.stops))
    sign.show_plan(drafted(maria, now, BOTH))
    until_drawn(sign, qtbot)
    sign.take_focus()
    for who in ("client", "therapist"):
        tab_to(f"{who}_how_choice_1")
        press(Qt.Key.Key_Down)
        typed(f"{who}_reason_edit", "no pen at hand")
        tab_to(f"{who}_sign_button")
        press(Qt.Key.Key_Space)
    assert sign.is_over
    said = {label.text() for label in sign.thanks.findChildren(QLabel)}
    assert "Ana has the screen again with the password." in said
    assert not [w for w in sign.thanks.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_what_is_left_out_of_a_printed_page_is_read_before_it_is_signed_all_the_same(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    left_out.leave_out(maria, DocumentKind.PLAN, Section.GOING_ON, now)
    agreed(maria, now, BOTH)
    sign.show_plan(drafted(maria, now, replace(BOTH, understanding="It has calmed down")))
    until_drawn(sign, qtbot)
    words = []
    for _page in range(3):
        words.append(" ".join(sign.pages.page.accessibleDescription().split()))
        sign.pages.turn_button.click()
    read = " ".join(words)
    assert "It has calmed down" in read
    assert "What we think is going on: The shoulder is on guard → It has calmed down" in read


@pytest.mark.parametrize(("width", "stacked"), [(1152, False), (896, True)])
def test_where_there_is_little_room_what_changed_is_read_before_the_page(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot, width: int, stacked: bool
) -> None:
    sign.window().resize(width, 560)
    agreed(maria, now, BOTH)
    sign.show_plan(drafted(maria, now, replace(BOTH, understanding="It has calmed down")))
    until_drawn(sign, qtbot)
    qtbot.wait(100)

    changes, seat = sign.changes, sign.seats[Signer.CLIENT]
    tops = [widget.mapTo(sign, widget.rect().topLeft()).y() for widget in (changes, sign.pages, seat)]
    assert sign.signing.is_stacked is stacked
    assert (tops[0] < tops[1] < tops[2]) is stacked
    assert (sign.stops.index(changes.stops[0]) < sign.stops.index(sign.pages.stops[0])) is stacked
    assert sign.pages.page.width() > 680
