"""Greta, who wants to keep hiking: her plan is due for another look, and her last note waits for a signature."""

from datetime import date, time

from alliance_desktop.domain.boundary import BoundaryKind
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement
from alliance_desktop.domain.red_flag import Decision, RedFlag
from alliance_desktop.domain.session import NoteKey
from alliance_desktop.domain.statement import Stance, StatementDraft
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Agreed,
    AnswersTold,
    CheckTold,
    Comfort,
    DecisionTold,
    EdgeTold,
    GoalTold,
    Health,
    Person,
    PlanTold,
    Step,
    Told,
    VersionTold,
    Visit,
)

_TOLD = Told(
    "Keep me hiking until August.",
    140,
    (
        GoalTold(
            "hut",
            "To the hut and back in one day",
            140,
            "Six hours of walking; knees and calves settle within a night.",
            "Hiking downhill",
            4,
            8,
            50,
        ),
    ),
    Agreement(10, "every two weeks", 90, "Thighs, calves, feet, low back", "Left shin"),
    (
        Step("calves", Whose.THERAPIST, "Calves before thighs, always", "each visit"),
        Step("poles", Whose.CLIENT, "Take the poles for the way down", "every hike"),
        Step("feet", Whose.CLIENT, "Feet in cold water, two minutes", "after the hike"),
    ),
    review=-6,
)

PERSON = Person(
    ClientDraft(
        "Greta Holmvik",
        pronouns="she",
        phone="0664 55 10 20",
        birth_day=date(1958, 7, 19),
        occupation="Surveyor",
        found_us="The hiking club",
        emergency_name="Signe Holmvik",
        emergency_phone="0664 55 10 21",
        emergency_relation="sister",
    ),
    welcomed=147,
    hour=time(17, 0),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Deep, I will say when", Whose.CLIENT),
        Comfort(ComfortKind.POSITION, "Face down, feet over the edge"),
        Comfort(ComfortKind.TALK, "Mountains, all the time"),
        Comfort(ComfortKind.AREAS_NO, "Left shin"),
    ),
    health=(
        Health(
            HealthKind.SURGERY,
            "Broken left shin, plate inside",
            Caution.AVOID,
            "left shin",
            "no pressure over the plate",
            since=2500,
        ),
    ),
    consents=(Agreed(ConsentKind.TREATMENT, expires=20), Agreed(ConsentKind.RECORDS)),
    answered=(AnswersTold(55, (("numb", False, ""), ("night_pain", True, "My hip, since I slipped"))),),
    decided=(
        DecisionTold(55, RedFlag.NIGHT_PAIN, Decision.REFERRED, "to her doctor first; nothing broken, she called"),
    ),
    edges=(
        EdgeTold(
            41,
            BoundaryKind.GIFT,
            "A jar of honey from her sister’s bees.",
            "Thanked her, said that I take no gifts, and that her thanks are enough.",
        ),
    ),
    plans=(PlanTold((VersionTold(140, _TOLD),), ticked=(("poles", 76), ("calves", 6))),),
    visits=(
        Visit(
            140,
            "Downhill is what gets me.",
            "Calves hard, thighs strong, left shin cool.",
            "Calves slow, thighs, feet.",
            "Feet warm.",
            "Ask about poles.",
            rated=(("Heavy legs", 7, 4),),
        ),
        Visit(
            126,
            "Poles are for old people.",
            "Calves the same.",
            "Calves, low back.",
            "We laughed about the poles.",
            rated=(("Heavy legs", 6, 4),),
        ),
        Visit(
            106,
            "I borrowed poles. Do not tell anyone.",
            "Calves softer.",
            "Calves, thighs.",
            "Nearly slept.",
            rated=(("Heavy legs", 5, 3),),
        ),
        Visit(
            91,
            "Four hours, and I could walk the next day.",
            "Low back tired.",
            "Low back long, calves short.",
            "Easy breath.",
            rated=(("Heavy legs", 5, 2),),
        ),
        Visit(
            76,
            "I bought my own poles.",
            "Even legs.",
            "Calves, thighs, feet.",
            "Asked for deeper, got it, was content.",
            rated=(("Heavy legs", 4, 2),),
        ),
        Visit(
            55,
            "Slipped on the wet path, nothing happened, but I was scared.",
            "Holds the left hip.",
            "Gentle, whole back, no deep work.",
            "Told the whole story twice. Softer after.",
            "Ask how the path is now.",
            rated=(("Heavy legs", 6, 5),),
            stated=StatementDraft(Stance.ADD, "It was the wooden bridge, not the path."),
        ),
        Visit(
            41,
            "I went back to the same path.",
            "Hip free.",
            "Calves and hips.",
            "Proud.",
            rated=(("Heavy legs", 4, 2),),
            promise="Look up the club's marathon walk",
            kept=20,
            check=CheckTold((3, 3, 4, 4), guess=(4, 4, 4, 4)),
        ),
        Visit(
            20,
            "The marathon walk is in June and I am on the list.",
            "Calves ready for work.",
            "Calves, thighs, feet, deep.",
            "Content.",
            "Look at the plan together before the walk.",
            rated=(("Heavy legs", 4, 2),),
            check=CheckTold((3, 3, 4, 4), "", "I would like to know where this leads", guess=(4, 4, 4, 4)),
        ),
        Visit(
            6,
            "Five hours, only the last one was long.",
            "Calves ready for work.",
            "Calves slow, feet.",
            "",
            "Look at the plan together, it is due.",
            rated=(("Heavy legs", 4, 2),),
            carried=(NoteKey.FOUND,),
            signed=False,
            check=CheckTold((3, 3, 4, 4), "Your voice", "Say what comes next", seen=False),
        ),
    ),
)
