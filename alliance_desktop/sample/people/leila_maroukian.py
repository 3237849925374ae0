"""Leila, who wants to carry her son again: her numbers dip in the middle and come back."""

from dataclasses import replace
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

_CARRY = GoalTold(
    "carry",
    "To carry my son on my hip again",
    150,
    "Carrying eleven kilograms for a quarter of an hour on either side.",
    "Carrying him from the car",
    2,
    8,
    35,
)
_FIRST = Told(
    "To carry my son on my hip again.",
    150,
    (_CARRY,),
    Agreement(8, "every two weeks", 60, "Low back, hips, shoulders, forearms", "Left wrist"),
    (
        Step("wrist", Whose.THERAPIST, "Leave the left wrist alone", "each visit"),
        Step("card", Whose.THERAPIST, "Write the three lifting steps on a card", "", -100),
        Step("sides", Whose.CLIENT, "Change the hip every time", "each time you carry him"),
    ),
    (
        Doubt(
            "time",
            "I do not know where to find the time.",
            150,
            "Two minutes while the kettle boils; no more than that.",
        ),
    ),
    review=-60,
)
_SECOND = replace(
    _FIRST,
    goals=(replace(_CARRY, now=5),),
    steps=(
        Step("wrist", Whose.THERAPIST, "Leave the left wrist alone", "each visit"),
        Step("ask", Whose.THERAPIST, "Ask before changing anything", "each visit"),
        Step("sides", Whose.CLIENT, "Change the hip every time", "each time you carry him"),
    ),
    review=30,
)

PERSON = Person(
    ClientDraft(
        "Leila Maroukian",
        say_as="LAY-la",
        pronouns="she",
        phone="0664 55 04 18",
        email="leila@example.org",
        birth_day=date(1991, 6, 25),
        occupation="Pharmacist, part time",
        found_us="The playground",
    ),
    welcomed=157,
    hour=time(15, 30),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Like kneading bread, not like wringing it", Whose.CLIENT),
        Comfort(ComfortKind.POSITION, "Face down is fine, bolster under the ankles"),
        Comfort(ComfortKind.TALK, "Ask first, then quiet"),
        Comfort(ComfortKind.AREAS_NO, "Left wrist", Whose.CLIENT),
        Comfort(ComfortKind.STOP_WORD, "Enough", Whose.CLIENT, 94),
    ),
    health=(
        Health(HealthKind.SURGERY, "Left wrist", Caution.AVOID, "left wrist", "no pressure, no stretching", since=420),
        Health(HealthKind.ALLERGY, "Almond oil", Caution.AVOID, "", "sunflower oil only", since=4000),
        Health(HealthKind.PREGNANCY, "Pregnancy, son born", until=640, since=920),
    ),
    consents=(Agreed(ConsentKind.TREATMENT), Agreed(ConsentKind.RECORDS), Agreed(ConsentKind.CONTACT, withdrawn=38)),
    plans=(
        PlanTold(
            (
                VersionTold(150, _FIRST, discussed=True),
                VersionTold(66, _SECOND, reasons=(("commitments/ask", "It was too much at once."),)),
            ),
            ticked=(("card", 122), ("sides", 38)),
        ),
    ),
    visits=(
        Visit(
            150,
            "He is eleven kilograms and I put him down after a minute.",
            "Right hip pushed out, low back tight on that side.",
            "Hips and low back, forearms last. Left wrist left alone.",
            "Stood straighter, noticed it herself.",
            "Right side first.",
            rated=(("Back ache", 7, 5), ("Ease", 4, 6)),
        ),
        Visit(
            136,
            "Better for three days.",
            "Right hip softer. Shoulders high from the pram.",
            "Hips, shoulders, a little neck.",
            "Breath slow by the end.",
            rated=(("Back ache", 6, 4), ("Ease", 5, 7)),
        ),
        Visit(
            122,
            "I changed sides, it feels odd but it works.",
            "Both hips more alike.",
            "As last time, forearms longer.",
            "Enjoyed the forearms.",
            rated=(("Back ache", 6, 3), ("Ease", 5, 8)),
        ),
        Visit(
            108,
            "Could we do the shoulders today?",
            "Shoulders firm, right more.",
            "Tried held pressure between the shoulder blades.",
            "Said fine twice and held her breath. I should have asked.",
            "Ask before anything new.",
            rated=(("Back ache", 6, 6), ("Ease", 5, 4)),
            promise="Ask before trying anything new",
            kept=94,
        ),
        Visit(
            94,
            "Last time was too much. I did not know how to say so.",
            "Careful at first touch, shoulders up.",
            "Talked first. Agreed on a stop word. Long light strokes only.",
            "Settled after a while. Thanked me for asking.",
            "Stay with what we know.",
            rated=(("Back ache", 7, 5), ("Ease", 4, 6)),
        ),
        Visit(
            66,
            "I said enough on the train, to a stranger. It works there as well.",
            "Hips good, low back free.",
            "Hips, low back, forearms. Asked twice.",
            "Said enough once, in a clear voice, and we laughed.",
            rated=(("Back ache", 5, 3), ("Ease", 6, 8)),
        ),
        Visit(
            38,
            "From the car to the third floor, on the left hip.",
            "Even on both sides.",
            "Whole back, slow. Arms.",
            "Fell asleep.",
            rated=(("Back ache", 4, 2), ("Ease", 6, 9)),
        ),
        Visit(
            14,
            "He runs now, I hardly get to carry him.",
            "A little tired in the calves.",
            "Calves and feet, then low back.",
            "Light and talkative.",
            "Look at the goal together, it may be reached.",
            rated=(("Back ache", 3, 2), ("Ease", 7, 9)),
            promise="Move the visit to half past four",
        ),
    ),
)
