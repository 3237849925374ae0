"""Margit, who got down on the floor with the twins: her plan came to a good end."""

from dataclasses import replace
from datetime import date, time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement, EndedBy
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Agreed,
    Comfort,
    Ended,
    GoalTold,
    Health,
    Person,
    PlanTold,
    Step,
    Told,
    VersionTold,
    Visit,
)

_FLOOR = GoalTold(
    "floor",
    "Get down on the floor with the twins, and up again",
    226,
    "Kneeling and rising without a hold; knees and hips share the work.",
    "Getting up from the floor",
    2,
    7,
    -60,
)
_FIRST = Told(
    "Get down on the floor with the twins.",
    226,
    (_FLOOR,),
    Agreement(10, "every two weeks", 60, "Hips, thighs, low back, feet", "Behind the knees"),
    (
        Step("thighs", Whose.THERAPIST, "Thighs and hips slowly, never past the breath", "each visit"),
        Step("chair", Whose.CLIENT, "Stand up from the chair without hands, five times", "twice a day"),
    ),
    review=-130,
)
_SECOND = replace(_FIRST, goals=(replace(_FLOOR, now=5),), review=-50)

PERSON = Person(
    ClientDraft(
        "Margit Oslander",
        say_as="MAR-git",
        pronouns="she",
        phone="0316 55 06 02",
        birth_day=date(1955, 4, 30),
        occupation="Retired tram driver",
        found_us="Her doctor's waiting room",
    ),
    welcomed=232,
    hour=time(11, 0),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Medium"),
        Comfort(ComfortKind.POSITION, "On her back, high pillow"),
        Comfort(ComfortKind.AREAS_NO, "Behind the knees"),
    ),
    health=(
        Health(HealthKind.CONDITION, "Varicose veins", Caution.AVOID, "lower legs", "stay above the knee", since=4000),
        Health(
            HealthKind.IMPLANT, "Hip replacement, right", Caution.MODIFY, "right hip", "no turning inwards", since=1500
        ),
    ),
    consents=(Agreed(ConsentKind.TREATMENT), Agreed(ConsentKind.RECORDS)),
    plans=(
        PlanTold(
            (VersionTold(226, _FIRST), VersionTold(142, _SECOND)),
            ticked=(("chair", 184), ("thighs", 54)),
            ended=Ended(54, EndedBy.COMPLETED, "Up from the floor alone. The twins clap."),
        ),
    ),
    visits=(
        Visit(
            226,
            "I watch them play from the sofa.",
            "Thighs weak and tense at once.",
            "Thighs, hips, feet.",
            "Warm legs.",
            rated=(("Stiffness", 7, 5),),
        ),
        Visit(
            212,
            "The chair exercise is hard.",
            "Right thigh does less.",
            "Right thigh longer.",
            "Noticed the difference.",
            rated=(("Stiffness", 7, 5),),
            promise="A higher chair for the exercise",
            kept=198,
        ),
        Visit(
            198,
            "Better with the higher chair.",
            "Both thighs awake.",
            "Thighs, low back.",
            "Talked about the twins.",
            rated=(("Stiffness", 6, 4),),
        ),
        Visit(
            184,
            "Twice a day, I promise you.",
            "Stands up without hands.",
            "Hips and low back.",
            "Proud.",
            rated=(("Stiffness", 6, 4),),
        ),
        Visit(
            163,
            "I tried the floor and had to call for help.",
            "Low spirits. Hips firm.",
            "Short visit, mostly listening. Feet.",
            "Left lighter than she came.",
            "Practise the way up here, together.",
            rated=(("Stiffness", 7, 6),),
        ),
        Visit(
            142,
            "Show me the way up again.",
            "Knees careful, hips better.",
            "Practised the way up with the stool, then thighs.",
            "Up on the second try.",
            rated=(("Stiffness", 6, 4),),
        ),
        Visit(
            121,
            "Down and up with the stool, at home.",
            "Even on both sides.",
            "Thighs and feet.",
            "Easy.",
            rated=(("Stiffness", 5, 3),),
        ),
        Visit(
            100, "Without the stool, once.", "Hips free.", "Hips, low back.", "Cheerful.", rated=(("Stiffness", 4, 3),)
        ),
        Visit(
            77,
            "I was the horse, and both of them rode.",
            "A little tired in the arms.",
            "Arms and shoulders for a change.",
            "Laughed.",
            rated=(("Stiffness", 4, 2),),
        ),
        Visit(
            54,
            "I think I can do this alone now.",
            "Rises from the floor in one go.",
            "Whole back, to say goodbye.",
            "Moved, and glad.",
            "She may call whenever she likes.",
            rated=(("Stiffness", 3, 2),),
        ),
    ),
)
