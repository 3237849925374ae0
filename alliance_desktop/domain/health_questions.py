"""What a client is asked about their health: our own plain questions, answered with yes or no and in their words."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from alliance_desktop.domain.health import Caution, HealthDraft, HealthItem, HealthKind, item_words
from alliance_desktop.domain.moments import local_day
from alliance_desktop.words import _


@dataclass(frozen=True, slots=True)
class HealthQuestion:
    """One question: a code that stays, what sort of thing a yes is, how it is asked, and what a yes is called.

    ``again`` is after how many days an answer has grown old: from that day on it is to be asked again.
    """

    code: str
    kind: HealthKind
    again: int
    asked: Callable[[], str]
    called: Callable[[], str]


@dataclass(frozen=True, slots=True)
class HealthAnswer:
    """One answer: yes or no, and the client's words; a question without an answer is never a no."""

    code: str
    yes: bool
    words: str = ""
    at: datetime | None = None


QUESTIONS = (
    HealthQuestion(
        "unwell", HealthKind.CONDITION, 1,
        lambda: _("Do you feel unwell today, with a fever, a cold or an upset stomach?"), lambda: _("Unwell"),
    ),
    HealthQuestion(
        "skin", HealthKind.CONDITION, 1,
        lambda: _("Is there a wound, a rash or an infection on your skin just now?"), lambda: _("Skin"),
    ),
    HealthQuestion(
        "medicine", HealthKind.MEDICINE, 90,
        lambda: _("Do you take any medicine regularly?"), lambda: _("Medicine"),
    ),
    HealthQuestion(
        "blood_thinner", HealthKind.MEDICINE, 90,
        lambda: _("Do you take anything that thins your blood, or do you bruise easily?"), lambda: _("Blood thinner"),
    ),
    HealthQuestion(
        "allergy", HealthKind.ALLERGY, 365,
        lambda: _("Are you allergic to anything: oils, scents, plasters, nuts?"), lambda: _("Allergy"),
    ),
    HealthQuestion(
        "surgery", HealthKind.SURGERY, 180,
        lambda: _("Have you had an operation in the last two years?"), lambda: _("Operation"),
    ),
    HealthQuestion(
        "implant", HealthKind.IMPLANT, 365,
        lambda: _("Is there anything in your body that was put there: a pacemaker, a port, a pump, metal?"),
        lambda: _("Implant"),
    ),
    HealthQuestion(
        "pregnancy", HealthKind.PREGNANCY, 60,
        lambda: _("Are you pregnant, or could you be?"), lambda: _("Pregnancy"),
    ),
    HealthQuestion(
        "heart", HealthKind.CONDITION, 180,
        lambda: _("Do you have a heart condition, or high blood pressure?"), lambda: _("Heart or blood pressure"),
    ),
    HealthQuestion(
        "clot", HealthKind.CONDITION, 90,
        lambda: _("Have you ever had a blood clot, or is one leg swollen, warm and sore?"), lambda: _("Blood clot"),
    ),
    HealthQuestion(
        "breath", HealthKind.CONDITION, 30,
        lambda: _("Have you had pain in your chest or trouble breathing lately?"), lambda: _("Chest or breathing"),
    ),
    HealthQuestion(
        "numb", HealthKind.CONDITION, 60,
        lambda: _("Is any part of you numb, or weaker than it used to be?"), lambda: _("Numb or weak"),
    ),
    HealthQuestion(
        "night_pain", HealthKind.CONDITION, 60,
        lambda: _("Does a pain wake you at night, or stay whatever you do?"), lambda: _("Pain at night"),
    ),
    HealthQuestion(
        "cancer", HealthKind.CONDITION, 365,
        lambda: _("Have you been treated for cancer, now or in the past?"), lambda: _("Cancer"),
    ),
    HealthQuestion(
        "bones", HealthKind.CONDITION, 365,
        lambda: _("Do you have thin bones, or have you broken one lately?"), lambda: _("Bones"),
    ),
    HealthQuestion(
        "diabetes", HealthKind.CONDITION, 365,
        lambda: _("Do you have diabetes, epilepsy or another illness that stays?"), lambda: _("An illness that stays"),
    ),
    HealthQuestion(
        "other", HealthKind.CONDITION, 90,
        lambda: _("Is there anything else I should know before I touch you?"), lambda: _("Also told"),
    ),
)  # fmt: skip


def grown_old(last: Iterable[HealthAnswer], today: date) -> tuple[HealthQuestion, ...]:
    """The questions whose newest answers have grown old, in their order; what was never answered is not among them."""
    days = {answer.code: local_day(answer.at) for answer in last if answer.at is not None}
    known = (question for question in QUESTIONS if question.code in days)
    return tuple(each for each in known if (today - days[each.code]).days >= each.again)


def to_ask(last: Sequence[HealthAnswer], today: date) -> tuple[HealthQuestion, ...]:
    """The questions to ask today: those that were never answered, and those whose answers have grown old."""
    answered = {answer.code for answer in last}
    old = grown_old(last, today)
    return tuple(each for each in QUESTIONS if each.code not in answered or each in old)


def names_of(questions: Sequence[HealthQuestion], most: int = 4) -> str:
    """Name questions by what a yes is called, the first few of them and how many more."""
    named = _(", ").join(each.called() for each in questions[:most])
    more = len(questions) - most
    return named if more <= 0 else _("{names} and {n} more").format(names=named, n=more)


def item_name(question: HealthQuestion, words: str) -> str:
    """What a yes is called among the health items: its name, with the client's words where there are any."""
    if not words.strip():
        return question.called()
    return _("{name}: {words}").format(name=question.called(), words=words.strip())


def title_of(item: HealthDraft, told: Sequence[HealthAnswer]) -> str:
    """What an item is called where the client's own words stand below it: they are not said twice."""
    for answer in told:
        question = next(question for question in QUESTIONS if question.code == answer.code)
        if item.name == item_name(question, answer.words):
            return item_words(replace(item, name=question.called()))
    return item_words(item)


def to_look_at(item: HealthItem, answered: Container[int], today: date) -> bool:
    """True while nobody has said what an item means that a client's answer made; ``answered`` holds their numbers."""
    undecided = item.item.caution is Caution.ASK and not item.item.advice and not item.item.area
    return undecided and item.id in answered and item.holds(today)
