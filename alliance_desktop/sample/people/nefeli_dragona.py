"""Nefeli, whose plan waits for one signature."""

from datetime import date, time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import HealthKind
from alliance_desktop.domain.plan import Agreement, Signer, Signs
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Agreed,
    ChoiceTold,
    Comfort,
    Doubt,
    GoalTold,
    Health,
    Person,
    PlanTold,
    Signed,
    Step,
    Told,
    VersionTold,
    Visit,
    WayTold,
)

_TOLD = Told(
    "An hour in the week that belongs to nobody else.",
    45,
    (
        GoalTold(
            "hour",
            "One hour that is mine",
            45,
            "Settling within ten minutes; leaving slower than you came.",
            "Resting",
            3,
            8,
            60,
            (
                "The phone rings and you answer it",
                "Half an hour, then the list comes back",
                "One hour that is yours",
                "One hour, and the evening stays quiet",
                "A whole free day",
            ),
            -1,
            3,
            1,
        ),
        GoalTold(
            "hands",
            "Hands that do not ache after the ward",
            45,
            "A shift of eight hours; hands and forearms quiet at night.",
            "Working a shift",
            4,
            7,
            60,
        ),
    ),
    Agreement(6, "every two weeks", 60, "Hands, forearms, neck, feet", "Hair and scalp"),
    (
        Step("late", Whose.THERAPIST, "Keep the late hour free for you", "until summer"),
        Step("cream", Whose.CLIENT, "Hand cream and ten slow turns of the wrist", "after each shift", sure=6),
    ),
    (
        Doubt(
            "cancel",
            "I may have to cancel when somebody is ill on the ward.",
            3,
            "Until noon of the day is early enough.",
        ),
    ),
    review=45,
    strengths="Singing in the car with the windows shut.",
    understanding="Your hands and forearms carry the ward home. Nothing in them is hurt; they get no pause.",
    ways=(
        WayTold(
            "late", "The late hour, every two weeks", "You go home and straight to bed", "It may fall out", "6 visits"
        ),
        WayTold("care", "Self-care only", "Any day, any hour", "Easy to forget after a night", "5 minutes a shift"),
    ),
    choice=ChoiceTold("late", 3, "Somebody expects me, so I will go.", "No talk about the ward."),
    signs=Signs(
        "You fall asleep without rubbing your hands.",
        "If it costs you more rest than it gives.",
        "If your hands ache more on the day after.",
        "If fingers stay numb, or a grip fails that held before.",
    ),
    said_back="An hour, hands first, and I may cancel until noon.",
)

PERSON = Person(
    ClientDraft(
        "Νεφέλη Δραγώνα",
        say_as="Ne-FEH-lee",
        pronouns="she",
        phone="0664 55 12 33",
        birth_day=date(1988, 10, 11),
        occupation="Nurse",
        found_us="The noticeboard of the ward",
    ),
    welcomed=52,
    hour=time(18, 30),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Soft at the hands, firmer at the neck"),
        Comfort(ComfortKind.TALK, "Nothing about work", Whose.CLIENT),
        Comfort(ComfortKind.WARMTH, "Two blankets"),
        Comfort(ComfortKind.AREAS_NO, "Hair and scalp", Whose.CLIENT),
        Comfort(ComfortKind.STOP_WORD, "Στοπ", Whose.CLIENT),
    ),
    health=(Health(HealthKind.MEDICINE, "Iron tablets", since=90),),
    consents=(Agreed(ConsentKind.TREATMENT), Agreed(ConsentKind.RECORDS), Agreed(ConsentKind.CONTACT)),
    plans=(PlanTold((VersionTold(3, _TOLD, (Signed(Signer.THERAPIST),), discussed=True),)),),
    visits=(
        Visit(
            45,
            "I hold everybody's hand all day. Now hold mine.",
            "Forearms tired, hands dry, breath quick.",
            "Hands and forearms, feet at the end.",
            "Cried a little, then laughed.",
            "No talk about work.",
            rated=(("Stress", 8, 5),),
        ),
        Visit(
            31, "I slept the whole evening after.", "Hands softer.", "Hands, neck.", "Slept.", rated=(("Stress", 7, 4),)
        ),
        Visit(
            17,
            "Night shifts. I do not know what day it is.",
            "Neck firm, eyes small.",
            "Feet and neck, no oil on the hands.",
            "Slept, woke confused, then fine.",
            "Write the next day on a card for her.",
            rated=(("Stress", 9, 5),),
            promise="Write the next day on a card",
            kept=3,
        ),
        Visit(
            3,
            "Eight days without a headache.",
            "Breath slow from the start.",
            "Hands, forearms, neck.",
            "Slow and smiling.",
            "She signs when her glasses are back.",
            rated=(("Stress", 6, 3),),
        ),
    ),
)
