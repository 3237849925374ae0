"""Márton, who wants to sit through a concert: three versions, the first signed on paper."""

from dataclasses import replace
from datetime import date, time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement, HowSigned, Signer, Signs
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Added,
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

_SIT = GoalTold(
    "sit",
    "Sit through a whole concert",
    236,
    "Sitting for two hours with one pause; hips and low back loosen on standing up.",
    "Sitting in a concert hall",
    2,
    8,
    60,
    (
        "Twenty minutes, then you stand at the back",
        "To the pause, then you go home",
        "The whole concert, stiff for a minute",
        "The whole concert and the way home on foot",
        "Two concerts in one week",
    ),
    -2,
    3,
    2,
)
_STAIRS = GoalTold(
    "stairs",
    "The stairs to the gallery without the rail",
    96,
    "Three flights with even steps, hand free.",
    "Climbing stairs",
    4,
    8,
    90,
    (
        "Both hands on the rail",
        "One hand on the rail",
        "Three flights, hand free",
        "Three flights with the programme under your arm",
        "Up to the tower",
    ),
    -1,
    2,
    3,
)
_WAYS = (
    WayTold(
        "hips",
        "Hips first, unhurried",
        "Kind to your heart and your age",
        "Takes until spring",
        "One visit in three weeks",
    ),
    WayTold("wait", "Wait and see", "No trips in the cold", "The season goes on without you", "Nothing until spring"),
    WayTold(
        "doctor",
        "See a doctor first",
        "You know that the hip is sound",
        "Weeks until there is a place",
        "One visit there",
    ),
)
_FIRST = Told(
    "I want to sit through a whole concert and hear the second half too.",
    236,
    (_SIT,),
    Agreement(6, "every three weeks", 60, "Low back, hips, thighs", "Belly"),
    (
        Step("hips", Whose.THERAPIST, "Begin with the hips, then the low back", "each visit"),
        Step("stand", Whose.CLIENT, "Stand up once in every long piece on the radio", "every evening", sure=8),
    ),
    (Doubt("age", "Am I too old for this to change?", 236, "No. We look after six visits and decide again."),),
    review=-100,
    strengths="Walking along the river, and tuning slowly, with rests.",
    understanding="Your hips have learned to sit still for fifty years. They loosen when they are moved, slowly.",
    ways=_WAYS,
    choice=ChoiceTold(
        "hips", 236, "My doctor says the hip is worn, not broken. Let us begin.", "No pulling on the legs."
    ),
    signs=Signs(
        "You hear the second half sitting down.",
        "If six visits change nothing, we stop and you ask your doctor again.",
        "If you cannot sleep on the night after a visit.",
        "If you feel your heart race, faint, or your chest grows tight: call at once.",
    ),
    said_back="Six times, slowly, and never near the little box in my chest.",
)
_SECOND = replace(
    _FIRST,
    goals=(replace(_SIT, now=5, step=-1), _STAIRS),
    agreement=Agreement(8, "every three weeks", 60, "Low back, hips, thighs, calves", "Belly"),
    review=-30,
)
_THIRD = replace(
    _SECOND,
    goals=(replace(_SIT, now=7, step=0), replace(_STAIRS, now=6, step=0)),
    agreement=Agreement(6, "once a month", 60, "Low back, hips, thighs, calves", "Belly"),
    steps=(
        Step("hips", Whose.THERAPIST, "Begin with the hips, then the low back", "each visit"),
        Step("tickets", Whose.CLIENT, "Buy one ticket on the aisle", "for the spring season", 21, 9),
    ),
    review=54,
)

PERSON = Person(
    ClientDraft(
        "Márton Keleveny",
        say_as="MAR-tone",
        pronouns="he",
        phone="0664 55 03 40",
        birth_day=date(1948, 1, 17),
        occupation="Retired piano tuner",
        found_us="His daughter",
        emergency_name="Ilona Keleveny",
        emergency_phone="0664 55 03 41",
        emergency_relation="daughter",
    ),
    welcomed=243,
    hour=time(9, 0),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Firm, like tuning a low string", Whose.CLIENT),
        Comfort(ComfortKind.PACE, "Slow, with rests"),
        Comfort(ComfortKind.TALK, "He likes to talk about music at the start"),
        Comfort(ComfortKind.WARMTH, "Blanket over the feet"),
        Comfort(ComfortKind.AREAS_NO, "Belly"),
    ),
    health=(
        Health(
            HealthKind.IMPLANT, "Pacemaker", Caution.AVOID, "left chest", "no pressure near it, no magnets", since=2100
        ),
        Health(
            HealthKind.CONDITION,
            "Dizzy on standing up",
            Caution.ASK,
            "",
            "sit for two minutes before he stands",
            since=300,
        ),
    ),
    consents=(Agreed(ConsentKind.TREATMENT), Agreed(ConsentKind.RECORDS)),
    plans=(
        PlanTold(
            (
                VersionTold(
                    236,
                    _FIRST,
                    (
                        Signed(Signer.CLIENT, HowSigned.PAPER, "ink feels right; the sheet is in the folder"),
                        Signed(Signer.THERAPIST),
                    ),
                    discussed=True,
                ),
                VersionTold(96, _SECOND, reasons=(("agreement/areas_yes", "My calves carry me up there, too."),)),
                VersionTold(8, _THIRD, reasons=(("agreement/rhythm", "I feel safe with a longer pause now."),)),
            ),
            ticked=(("stand", 200), ("hips", 8)),
        ),
    ),
    visits=(
        Visit(
            236,
            "My hips turn to wood after the first movement.",
            "Hips firm on both sides, low back careful.",
            "Slow kneading of hips and thighs, warm pack on the low back.",
            "Stood up without his hands.",
            "Same order, it suits him.",
            rated=(("Stiffness", 8, 6),),
        ),
        Visit(
            215,
            "Two days easier, then as before.",
            "Right hip tighter than left.",
            "Hips first, long. Rocking at the end.",
            "Hummed along.",
            "Longer on the right.",
            rated=(("Stiffness", 8, 5),),
        ),
        Visit(
            194,
            "I stood up in the radio concert, as we said.",
            "Hips warmer at first touch.",
            "Hips, low back, back of the thighs.",
            "Quiet, slept a little.",
            "Ask about shoes.",
            rated=(("Stiffness", 7, 5),),
            promise="Look up the seat plan of the hall",
            kept=173,
        ),
        Visit(
            173,
            "One hour without moving. The pause came just in time.",
            "Low back softer, thighs tired from walking.",
            "Thighs and hips, light. Feet kept warm.",
            "Pleased with the hour.",
            rated=(("Stiffness", 6, 4),),
        ),
        Visit(
            152,
            "It was a heavy month, I sat in waiting rooms.",
            "Both hips firm again, breath short.",
            "Short and slow. Talked about the waiting.",
            "Said it was good to be heard. The hips hardly changed.",
            "No hurry next time, either.",
            rated=(("Stiffness", 8, 7),),
        ),
        Visit(
            138,
            "You were right about the slow one.",
            "Hips ready to move.",
            "Hips, low back, both calves.",
            "Let go early.",
            rated=(("Stiffness", 7, 4),),
        ),
        Visit(
            117,
            "I walked to the market and back.",
            "Calves tight, hips good.",
            "Calves slow, hips short.",
            "Calves tender, then easy.",
            "Calves into the plan?",
            rated=(("Stiffness", 6, 4),),
        ),
        Visit(
            96,
            "The stairs to the gallery are next.",
            "Even steps on the spot, left calf works harder.",
            "Calves and thighs, then hips.",
            "Walked round the room, liked it.",
            rated=(("Stiffness", 6, 3),),
        ),
        Visit(
            75,
            "Up with one hand on the rail.",
            "Left calf softer.",
            "As last time.",
            "Easy.",
            rated=(("Stiffness", 5, 3),),
        ),
        Visit(
            54,
            "The second half of the Brahms. All of it.",
            "Hips loose, shoulders proud.",
            "Whole back for once, as a treat.",
            "Laughed a good deal.",
            rated=(("Stiffness", 4, 2),),
        ),
        Visit(
            31,
            "A little stiff from the cold.",
            "Low back cool to the hand.",
            "Warm pack, then hips.",
            "Warm at the end.",
            rated=(("Stiffness", 5, 3),),
            added=(Added(2, "The warm pack lay on the low back, not on the hips.", "I wrote the wrong place."),),
        ),
        Visit(
            8,
            "Once a month is enough, I think.",
            "Hips free, even steps.",
            "Hips, calves, feet.",
            "Calm and quick to stand.",
            "Ask about the ticket.",
            rated=(("Stiffness", 4, 2),),
            promise="Bring the old concert programme back",
        ),
    ),
)
