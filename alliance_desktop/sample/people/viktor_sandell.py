"""Viktor, who has been quiet for a while; Ana writes his notes in four parts."""

from datetime import date, time

from alliance_desktop.domain.alliance import Strand
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement
from alliance_desktop.domain.repair import Marker, RepairOutcome, RuptureKind
from alliance_desktop.domain.session import NoteFormat
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Agreed,
    CheckTold,
    Comfort,
    Doubt,
    GoalTold,
    Health,
    Person,
    PlanTold,
    Step,
    StrainTold,
    Told,
    VersionTold,
    Visit,
)

_TOLD = Told(
    "Saw and plane a whole day without my arm going dead.",
    145,
    (
        GoalTold(
            "saw",
            "A day at the bench",
            145,
            "Six hours with the raised arm; hand stays warm and awake.",
            "Working with the plane",
            3,
            8,
            10,
        ),
    ),
    Agreement(8, "every two weeks", 60, "Right shoulder, forearm, neck, chest", "Belly"),
    (
        Step("arm", Whose.THERAPIST, "Right arm supported from the start", "each visit"),
        Step("bench", Whose.CLIENT, "Raise the bench by a hand", "this month", -90),
        Step("pause", Whose.CLIENT, "Put the plane down and shake the hand", "every half hour"),
    ),
    (Doubt("stop", "I do not want to be told to stop working.", 145, "Nobody will. We look for ways to go on."),),
    review=20,
)

PERSON = Person(
    ClientDraft(
        "Viktor Sandell",
        pronouns="he",
        phone="0664 55 11 48",
        birth_day=date(1969, 3, 28),
        occupation="Cabinet maker",
        found_us="His wife",
        emergency_name="Runa Sandell",
        emergency_relation="wife",
    ),
    welcomed=150,
    hour=time(8, 0),
    format=NoteFormat.SOAP,
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Firm, no tickling", Whose.CLIENT),
        Comfort(ComfortKind.TALK, "Little"),
        Comfort(ComfortKind.OIL, "As little as possible"),
    ),
    health=(
        Health(
            HealthKind.CONDITION,
            "Right hand goes numb at night",
            Caution.ASK,
            "right hand",
            "ask each time; worse means doctor first",
            since=200,
        ),
    ),
    consents=(Agreed(ConsentKind.TREATMENT),),
    plans=(PlanTold((VersionTold(145, _TOLD),), ticked=(("bench", 104),)),),
    visits=(
        Visit(
            145,
            "My arm goes dead when I plane.",
            "Right shoulder forward, forearm like wood.",
            "Forearm, shoulder, chest.",
            "Hand warm.",
            "Try the bench.",
            "The low bench pulls the shoulder forward all day.",
            rated=(("Arm tiredness", 7, 5),),
            check=CheckTold((4, 4, 4, 4), guess=(4, 4, 4, 4)),
        ),
        Visit(
            131,
            "Better on Monday, dead on Friday.",
            "Forearm softer.",
            "Forearm and neck.",
            "Quiet.",
            "Ask about the bench.",
            "Load adds up over the week.",
            rated=(("Arm tiredness", 6, 4),),
            check=CheckTold((4, 4, 4, 4), "The quiet", guess=(4, 4, 4, 4)),
        ),
        Visit(
            117,
            "The bench is next week.",
            "Neck tight on the right.",
            "Neck, shoulder.",
            "Quiet.",
            "",
            "Waiting for the bench.",
            rated=(("Arm tiredness", 6, 4),),
            check=CheckTold((4, 4, 5, 4), guess=(4, 5, 5, 4)),
        ),
        Visit(
            104,
            "The bench is up. Should have done it years ago.",
            "Shoulder further back.",
            "Chest and shoulder.",
            "Smiled.",
            "Keep the order.",
            "The bench helps more than I do.",
            rated=(("Arm tiredness", 5, 3),),
            check=CheckTold((4, 2, 3, 2), "", "You were in a hurry today", guess=(4, 4, 4, 4)),
            strain=StrainTold(
                RuptureKind.WITHDRAWAL,
                Strand.TOUCH,
                (Marker.FINE_TWICE, Marker.TENSED_UP),
                "You were in a hurry today",
                "You are right, I was. Thank you for saying it.",
                "Ten quiet minutes between him and the next one",
                looked=90,
                outcome=RepairOutcome.REPAIRED,
            ),
        ),
        Visit(
            90,
            "Hand asleep one night in three.",
            "Forearm good.",
            "Forearm, hand.",
            "Warm.",
            "Ask about nights.",
            "Nights are better than at the start.",
            rated=(("Arm tiredness", 5, 3),),
            check=CheckTold((4, 4, 4, 4), "That you spoke of it first", guess=(3, 3, 3, 3)),
        ),
        Visit(
            76,
            "A big order. No pauses.",
            "Forearm like wood again.",
            "Forearm, long.",
            "Impatient, and said so.",
            "Shorter hour when he is in a hurry.",
            "He feels pushed, by the order and by me.",
            rated=(("Arm tiredness", 7, 6),),
            check=CheckTold((4, 5, 5, 5), "The slow beginning", guess=(4, 4, 5, 5)),
        ),
        Visit(
            62,
            "Sorry for last time.",
            "Softer.",
            "Forearm, neck, chest.",
            "Talked more than ever.",
            "",
            "Back on our feet.",
            rated=(("Arm tiredness", 5, 3),),
            check=CheckTold((5, 5, 5, 5), guess=(4, 5, 5, 5)),
        ),
        Visit(
            34,
            "The order is out.",
            "Shoulder free, neck tired.",
            "Neck, whole back.",
            "Slept.",
            "Fix the next day before he leaves.",
            "Rested. The day is reachable.",
            rated=(("Arm tiredness", 4, 2),),
            promise="Call about the next day",
            check=CheckTold((5, 4, 5, 5), "No hurry", guess=(5, 5, 5, 5)),
        ),
    ),
)
