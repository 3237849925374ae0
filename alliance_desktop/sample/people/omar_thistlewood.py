"""Omar, who is new: two visits, and a plan that is still a draft."""

from datetime import date, time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Agreed,
    Comfort,
    Doubt,
    GoalTold,
    Health,
    Person,
    PlanTold,
    Step,
    Told,
    VersionTold,
    Visit,
)

_DRAFT = Told(
    "Drive to my sister without stopping three times.",
    19,
    (
        GoalTold(
            "drive",
            "Drive two hours in one go",
            19,
            "Sitting at the wheel for two hours; right hip and calf stay quiet.",
            "Driving",
            3,
            7,
            70,
        ),
    ),
    Agreement(4, "every week at first", 60, "Right hip, calves, low back", ""),
    (Step("stop", Whose.CLIENT, "Set the seat one notch higher", "before the next drive"),),
    (Doubt("cost", "I am not sure how many visits I can afford.", 5),),
    review=40,
)

PERSON = Person(
    ClientDraft(
        "Omar Thistlewood",
        pronouns="he",
        phone="0664 55 05 77",
        birth_day=date(1979, 11, 8),
        occupation="Stage technician",
        found_us="The notice board at the theatre",
    ),
    welcomed=24,
    hour=time(17, 0),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "You can lean in, I will tell you", Whose.CLIENT),
        Comfort(ComfortKind.TALK, "Explain what you do, then quiet"),
    ),
    health=(
        Health(
            HealthKind.CONDITION,
            "High blood pressure",
            Caution.ASK,
            "",
            "how he feels today; no long time face down",
            since=800,
        ),
    ),
    consents=(Agreed(ConsentKind.TREATMENT),),
    plans=(PlanTold((VersionTold(5, _DRAFT, (), ready=False),)),),
    visits=(
        Visit(
            19,
            "My right leg goes to sleep on the motorway.",
            "Right hip and calf firm, left easy.",
            "Hip, calf and low back, with pauses to ask.",
            "Curious. Wanted to know the name of everything.",
            "Show him how to set the seat.",
            rated=(("Stiffness", 6, 4),),
        ),
        Visit(
            5,
            "I got as far as the second service area.",
            "Calf softer, hip still firm.",
            "Hip longer, side lying.",
            "Let go late, but well.",
            "Finish the plan.",
            rated=(("Stiffness", 5, 3),),
            promise="Bring the price list for six visits",
        ),
    ),
)
