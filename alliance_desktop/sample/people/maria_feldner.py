"""Maria, who wants her garden back: the one whose plan stands in the pictures."""

from dataclasses import replace
from datetime import date, time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Added,
    Agreed,
    Comfort,
    Doubt,
    GoalTold,
    Health,
    Person,
    PlanTold,
    PromiseTold,
    Step,
    Told,
    VersionTold,
    Visit,
)

_GARDEN = GoalTold(
    "garden",
    "Garden for an hour, fine the next day",
    56,
    "Kneeling and reaching for an hour, and a normal next day. The right shoulder guards when you lean on it.",
    "Kneeling at the flower bed",
    3,
    8,
    28,
)
_SLEEP = GoalTold(
    "sleep",
    "Sleep on my right side again",
    14,
    "Lying on the right shoulder for a night without waking from it.",
    "Sleeping on the right side",
    2,
    7,
    56,
)
_FIRST = Told(
    "I want to garden for an hour again without paying for it the next day.",
    56,
    (_GARDEN,),
    Agreement(6, "every two weeks", 60, "Neck, shoulders, back, arms", "Feet and face"),
    (
        Step("slow", Whose.THERAPIST, "Work slowly on neck and both shoulders", "each visit"),
        Step("pressure", Whose.THERAPIST, "Ask about pressure twice each time", "each visit"),
        Step("stretches", Whose.CLIENT, "Five stretches from the sheet", "every morning"),
    ),
    (
        Doubt(
            "blood",
            "Is massage all right with the blood thinner?",
            56,
            "We stay light on the legs. Ask your doctor, too.",
        ),
    ),
    review=-12,
)
_SECOND = replace(
    _FIRST,
    goals=(replace(_GARDEN, now=5), _SLEEP),
    agreement=Agreement(6, "every two weeks", 60, "Neck, shoulders, back, arms", "Feet, face, deep work on the calves"),
    steps=(
        Step("slow", Whose.THERAPIST, "Work slowly on neck and both shoulders", "each visit"),
        Step("pressure", Whose.THERAPIST, "Ask about pressure twice each time", "each visit"),
        Step("stretches", Whose.CLIENT, "Door-frame stretch, one minute", "every morning"),
        Step("sheet", Whose.THERAPIST, "Bring the sheet with two stretches", "", 0),
        Step("kneel", Whose.CLIENT, "Kneel at the flower bed, ten minutes", "three times a week", 14),
    ),
    doubts=(*_FIRST.doubts, Doubt("keep-up", "I am not sure I will keep up the stretches.", 14)),
    review=14,
)

PERSON = Person(
    ClientDraft(
        "Maria Feldner",
        say_as="Ma-REE-a, first name only",
        pronouns="she",
        phone="0664 55 02 11",
        email="maria.feldner@example.org",
        address="Lindenweg 4\n8020 Graz",
        birth_day=date(1963, 9, 2),
        occupation="School librarian, gardens in her free time",
        found_us="A neighbour from the allotments",
        emergency_name="Paul Feldner",
        emergency_phone="0664 55 02 12",
        emergency_relation="husband",
    ),
    welcomed=61,
    hour=time(10, 30),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "A firm handshake", Whose.CLIENT),
        Comfort(ComfortKind.POSITION, "On her side, knee pillow"),
        Comfort(ComfortKind.TALK, "Quiet after the first minutes"),
        Comfort(ComfortKind.OIL, "Unscented only"),
        Comfort(ComfortKind.AREAS_NO, "Feet and face"),
        Comfort(ComfortKind.STOP_WORD, "Pause", Whose.CLIENT),
    ),
    health=(
        Health(
            HealthKind.MEDICINE, "Blood thinner", Caution.MODIFY, "legs", "light on the legs, nothing deep", since=70
        ),
        Health(HealthKind.SURGERY, "Right knee, keyhole surgery, healed", since=3300),
    ),
    consents=(Agreed(ConsentKind.TREATMENT), Agreed(ConsentKind.RECORDS), Agreed(ConsentKind.CONTACT)),
    plans=(
        PlanTold(
            (
                VersionTold(56, _FIRST, discussed=True),
                VersionTold(
                    14,
                    _SECOND,
                    reasons=(
                        ("agreement/areas_no", "The calves were too much."),
                        ("commitments/stretches/what", "I forget the stretches."),
                    ),
                ),
            ),
            ticked=(("slow", 14), ("stretches", 14)),
        ),
    ),
    visits=(
        Visit(
            56,
            "Ten minutes at the flower bed and I am sore for two days.",
            "Both shoulders drawn up, the right one guards when she leans on the hand. Low back tired, not sore.",
            "Long strokes on back and shoulders, held the right shoulder until it grew heavy. Legs light.",
            "Breath deeper after a quarter of an hour. Said she had not noticed how hard she was working.",
            "Start at the neck, she settles faster there.",
            rated=(("Tension", 8, 5), ("Shoulder ache", 7, 6)),
        ),
        Visit(
            42,
            "It held until Sunday, then I planted the beans.",
            "Neck free to the left. Right shoulder warm and firm, band along the shoulder blade.",
            "Neck first, then both shoulders, slow. Showed the door-frame stretch.",
            "Let go on the left after four minutes, on the right a little at the end.",
            "Side lying from the start, with the knee pillow.",
            rated=(("Tension", 7, 4), ("Shoulder ache", 7, 5)),
        ),
        Visit(
            28,
            "The calves were too much.",
            "Calves tender to the lightest touch. Shoulders better than last time.",
            "Neck, shoulders, low back with a warm pack. I had worked the calves too firmly last time and said so.",
            "Quiet at first, easier once we had talked about it. Asked for less twice and got it.",
            "No deep work on the calves. Ask twice, not once.",
            rated=(("Tension", 7, 5), ("Shoulder ache", 6, 5)),
            added=(
                Added(1, "Maria wrote that her calves were fine the next morning.", "Her message came the day after."),
            ),
        ),
        Visit(
            14,
            "Half an hour in the garden, sore next day, but only one day.",
            "Right shoulder still guards when she leans on the hand. Left side free.",
            "Neck and both shoulders, slow. Left side let go, right stayed guarded.",
            "Slept for a moment. Said the pressure was right this time.",
            "Lean on the right hand without guarding.",
            rated=(("Tension", 7, 4), ("Shoulder ache", 6, 4)),
        ),
    ),
    promises=(
        PromiseTold(28, "Please warm the room.", "Heater on before she comes", kept=14),
        PromiseTold(14, "I forget the stretches.", "Sheet with two, not five"),
        PromiseTold(14, "The calves were too much.", "Light strokes only, ask twice"),
    ),
)
