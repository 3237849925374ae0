"""Maria, who wants her garden back: the one whose plan stands in the pictures."""

from dataclasses import replace
from datetime import date, time

from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement, Signs
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Added,
    Agreed,
    CheckTold,
    ChoiceTold,
    Comfort,
    Doubt,
    GoalTold,
    Health,
    MarkTold,
    Person,
    PlanTold,
    PromiseTold,
    Step,
    Told,
    VersionTold,
    Visit,
    WayTold,
)

_LOW_BACK = ("back.left.low_back", "back.right.low_back")
_WORKED = tuple(
    MarkTold(f"back.{part}", MarkKind.WORKED, whose=Whose.THERAPIST)
    for part in ("left.neck", "right.neck", "left.shoulder_top", "right.shoulder_top")
)
_CALVES = tuple(MarkTold(f"back.{side}.calf", MarkKind.AVOID, whose=Whose.BOTH) for side in ("left", "right"))


def _right(strength: int, note: str = "") -> MarkTold:
    return MarkTold("front.right.shoulder", MarkKind.ACHE, strength, note)


def _guarded(note: str = "") -> MarkTold:
    return MarkTold("back.right.shoulder_blade", MarkKind.HOLDING, note=note, whose=Whose.THERAPIST)


_GARDEN = GoalTold(
    "garden",
    "Garden for an hour, fine the next day",
    56,
    "Kneeling and reaching for an hour, and a normal next day. The right shoulder guards when you lean on it.",
    "Kneeling at the flower bed",
    3,
    8,
    28,
    (
        "Ten minutes, sore for two days",
        "Half an hour, sore the next day",
        "One hour, fine the next day",
        "Two hours, fine the next day",
        "A whole Saturday outside",
    ),
    -2,
    3,
    2,
    True,
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
    (
        "You wake as soon as you turn over",
        "An hour on the right side",
        "Half the night on the right side",
        "The whole night, now and then awake",
        "You forget which side you lie on",
    ),
    -2,
    2,
    2,
)
_WAYS = (
    WayTold(
        "slow",
        "Slow and steady",
        "Time to see what lasts\nFits around your work",
        "Change comes more slowly",
        "6 visits of 60 minutes, 2 minutes a day at home",
    ),
    WayTold(
        "often",
        "Short and often",
        "You may feel it sooner",
        "Six trips in six weeks\nThe left side has to wait",
        "6 visits of 30 minutes, 2 minutes a day at home",
    ),
    WayTold(
        "alone",
        "Self-care only",
        "Costs you nothing but time\nYou learn what helps",
        "Nobody to check how you do it",
        "10 minutes a day at home",
    ),
)
_SIGNS = Signs(
    "You kneel for an hour and Sunday is an ordinary day.",
    "After three visits without a change.",
    "If you are sore for more than two days, or anything worries you.",
    "If a bruise grows without a knock, a calf turns hot and thick, or your arm goes numb.",
)
_FIRST = Told(
    "I want to garden for an hour again without paying for it the next day.",
    56,
    (_GARDEN,),
    Agreement(
        6, "every two weeks", 60, "Neck, shoulders, back, arms", "Feet and face", "Like a firm handshake", "Pause"
    ),
    (
        Step("slow", Whose.THERAPIST, "Work slowly on neck and both shoulders", "each visit"),
        Step("pressure", Whose.THERAPIST, "Ask about pressure twice each time", "each visit"),
        Step("stretches", Whose.CLIENT, "Five stretches from the sheet", "every morning", sure=6),
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
    strengths="A hot bath, and Paul carries the water for me.",
    understanding="Your right shoulder works for the whole back when you kneel. It is tired and on guard, not torn.",
    ways=_WAYS,
    choice=ChoiceTold(
        "slow",
        56,
        "I need to trust it first, and I cannot come every week.",
        "Nothing that leaves me bruised. No cracking.",
    ),
    signs=_SIGNS,
    said_back="You work slowly, I do my bit every morning, and we look whether Sunday gets better.",
)
_SECOND = replace(
    _FIRST,
    goals=(replace(_GARDEN, now=5, step=-1), _SLEEP),
    agreement=replace(_FIRST.agreement, areas_no="Feet, face, deep work on the calves"),
    steps=(
        Step("slow", Whose.THERAPIST, "Work slowly on neck and both shoulders", "each visit"),
        Step("pressure", Whose.THERAPIST, "Ask about pressure twice each time", "each visit"),
        Step(
            "stretches",
            Whose.CLIENT,
            "Door-frame stretch, one minute",
            "every morning",
            sure=8,
            stop_if="it pulls in the front of the shoulder",
        ),
        Step("sheet", Whose.THERAPIST, "Bring the sheet with two stretches", "", 0),
        Step("kneel", Whose.CLIENT, "Kneel at the flower bed, ten minutes", "three times a week", 14, 7),
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
            check=CheckTold((3, 4, 4, 4), "That you asked before you began", guess=(4, 4, 4, 4)),
            marks=(
                _right(7, "When I lean on it, and at night"),
                MarkTold("back.right.shoulder_top", MarkKind.ACHE, 6),
                MarkTold("back.left.shoulder_top", MarkKind.ACHE, 5),
                *(MarkTold(part, MarkKind.STIFF, 4) for part in _LOW_BACK),
                _guarded("Guards when she leans on the hand"),
                *_WORKED[2:],
            ),
        ),
        Visit(
            42,
            "It held until Sunday, then I planted the beans.",
            "Neck free to the left. Right shoulder warm and firm, band along the shoulder blade.",
            "Neck first, then both shoulders, slow. Showed the door-frame stretch.",
            "Let go on the left after four minutes, on the right a little at the end.",
            "Side lying from the start, with the knee pillow.",
            rated=(("Tension", 7, 4), ("Shoulder ache", 7, 5)),
            check=CheckTold((3, 4, 5, 4), "The neck first", guess=(4, 4, 5, 4)),
            home=("Door-frame stretch, 30 seconds, morning and evening",),
            marks=(
                _right(7),
                MarkTold("back.right.shoulder_top", MarkKind.ACHE, 5),
                MarkTold("back.left.shoulder_top", MarkKind.ACHE, 3),
                *(MarkTold(part, MarkKind.STIFF, 2) for part in _LOW_BACK),
                _guarded("A band along the shoulder blade"),
                *_WORKED,
            ),
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
            check=CheckTold((3, 4, 5, 4), "You said it yourself", "Ask twice about the calves", guess=(4, 4, 4, 3)),
            marks=(
                _right(6),
                MarkTold("back.right.shoulder_top", MarkKind.ACHE, 4),
                *_CALVES,
                _guarded(),
                *_WORKED,
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
            check=CheckTold((4, 4, 5, 3), "The warm room", "A little less on the right shoulder", guess=(4, 4, 5, 5)),
            home=("Lean on the right hand at the table, five times a day",),
            marks=(_right(6, "Only when I lean on it"), *_CALVES, _guarded(), *_WORKED),
        ),
    ),
    promises=(
        PromiseTold(28, "Please warm the room.", "Heater on before she comes", kept=14),
        PromiseTold(14, "I forget the stretches.", "Sheet with two, not five"),
        PromiseTold(14, "The calves were too much.", "Light strokes only, ask twice"),
    ),
)
