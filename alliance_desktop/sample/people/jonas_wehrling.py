"""Jonas, who wants to sleep past three in the morning."""

from datetime import date, time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement
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
    ScaleTold,
    Step,
    Told,
    VersionTold,
    Visit,
)

_TOLD = Told(
    "Sleep past three in the morning.",
    120,
    (
        GoalTold(
            "sleep",
            "Sleep until the alarm, four nights of seven",
            120,
            "Settling in the evening; neck and jaw soft before bed.",
            "Sleeping through",
            2,
            7,
            25,
        ),
    ),
    Agreement(8, "every two weeks", 60, "Neck, scalp, shoulders, feet", "Face"),
    (
        Step("quiet", Whose.THERAPIST, "No questions after the first five minutes", "each visit"),
        Step("phone", Whose.CLIENT, "Phone outside the bedroom", "every night"),
        Step("breath", Whose.CLIENT, "Ten slow breaths, out longer than in", "when I wake at three"),
    ),
    (
        Doubt(
            "sleepy",
            "What if I fall asleep on the table?",
            120,
            "Then you sleep. I wake you with a hand on the shoulder.",
        ),
    ),
    review=18,
)

PERSON = Person(
    ClientDraft(
        "Jonas Wehrling",
        say_as="YO-nas",
        pronouns="he",
        phone="0664 55 07 31",
        birth_day=date(1986, 2, 14),
        occupation="Bookkeeper",
        found_us="A colleague",
    ),
    welcomed=126,
    hour=time(9, 0),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Slow and steady"),
        Comfort(ComfortKind.TALK, "No music and no talking, please", Whose.CLIENT),
        Comfort(ComfortKind.WARMTH, "Warm table, no blanket on the arms"),
    ),
    health=(Health(HealthKind.ALLERGY, "Lavender", Caution.AVOID, "", "no scented oil in the room", since=3000),),
    consents=(Agreed(ConsentKind.TREATMENT), Agreed(ConsentKind.RECORDS, expires=400)),
    plans=(PlanTold((VersionTold(120, _TOLD, discussed=True),), ticked=(("phone", 78),)),),
    visits=(
        Visit(
            120,
            "At three I am awake and I count.",
            "Jaw set, breath high in the chest.",
            "Neck and scalp, very slow. Feet at the end.",
            "Breath went down after twenty minutes.",
            "Start with the feet.",
            rated=(("Restlessness", 8, 4),),
        ),
        Visit(
            106,
            "Two nights until five.",
            "Shoulders lower than last time.",
            "Feet first, then neck.",
            "Slept.",
            rated=(("Restlessness", 7, 3),),
        ),
        Visit(
            92,
            "The same two nights.",
            "Calm on the outside, hands cold.",
            "Hands and forearms, neck.",
            "Hands warm.",
            rated=(("Restlessness", 7, 4),),
            promise="Write the breath count on a card",
            kept=78,
        ),
        Visit(
            78,
            "The phone sleeps in the kitchen.",
            "Jaw looser.",
            "Scalp and neck.",
            "Slept again.",
            rated=(("Restlessness", 6, 3),),
        ),
        Visit(
            64,
            "Closing the year at work. Awake at two.",
            "Neck like rope, he says. Feels so, too.",
            "Whole visit for neck and shoulders.",
            "Only a little softer. He said so, and that is good.",
            "Shorter and more often until the end of the month?",
            rated=(("Restlessness", 9, 7),),
            check=CheckTold((5, 5, 5, 5), guess=(4, 5, 5, 5)),
        ),
        Visit(
            50,
            "Half past four, twice.",
            "Neck better, eyes tired.",
            "Feet, neck, scalp.",
            "Slept.",
            rated=(("Restlessness", 7, 4),),
            check=CheckTold((5, 5, 5, 5), guess=(4, 5, 5, 5)),
        ),
        Visit(
            36,
            "Three nights through.",
            "Breath quiet from the start.",
            "As last time.",
            "Slept, woke smiling.",
            rated=(("Restlessness", 6, 2),),
            check=CheckTold((5, 5, 5, 5), guess=(4, 5, 5, 5)),
        ),
        Visit(
            15,
            "Four. I had to look at the clock to believe it.",
            "Soft neck.",
            "Feet, back, neck.",
            "Did not want to get up.",
            rated=(("Restlessness", 5, 2),),
            check=CheckTold((5, 5, 5, 5), "All of it", guess=(5, 5, 5, 5)),
        ),
        Visit(
            1,
            "Slept past three all week but Sunday.",
            "Neck soft, right shoulder a little high.",
            "Feet first, shoulders, scalp.",
            "Slept after ten minutes.",
            "Look at the plan together.",
            rated=(("Restlessness", 4, 2),),
        ),
    ),
    scaled=(ScaleTold(106, (3, 2, 3, 8)), ScaleTold(50, (5, 5, 4, 6)), ScaleTold(1, (7, 7, 6, 3))),
)
