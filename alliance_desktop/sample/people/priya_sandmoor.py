"""Priya, who wants to sing again: her plan was agreed aloud."""

from datetime import date, time

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement, HowSigned, Signer
from alliance_desktop.domain.voice import Whose
from alliance_desktop.sample.person import (
    Agreed,
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
)

_TOLD = Told(
    "My jaw, and being able to sing again.",
    98,
    (
        GoalTold(
            "sing",
            "Sing a whole rehearsal",
            98,
            "Two hours of singing; the jaw opens three fingers wide and stays soft.",
            "Singing in the choir",
            4,
            9,
            40,
        ),
        GoalTold(
            "open", "Bite into an apple", 98, "Opening wide without holding the breath.", "Eating an apple", 3, 8, 40
        ),
    ),
    Agreement(8, "every two weeks", 60, "Neck, shoulders, jaw from outside", "Inside the mouth"),
    (
        Step("jaw", Whose.THERAPIST, "Ask before I touch the jaw", "each time"),
        Step("song", Whose.THERAPIST, "Learn one line of the alto part", "", 9),
        Step("hum", Whose.CLIENT, "Hum for three minutes", "after dinner"),
    ),
    (
        Doubt(
            "click",
            "Is it bad that it clicks?",
            98,
            "A click alone is common. If it hurts or locks, ask your dentist first.",
        ),
        Doubt("solo", "I am not sure I want the solo at all.", 13),
    ),
    review=22,
)

PERSON = Person(
    ClientDraft(
        "Priya Sandmoor",
        say_as="PREE-ya",
        pronouns="she",
        phone="0664 55 08 64",
        birth_day=date(1974, 12, 3),
        occupation="Primary school teacher",
        found_us="The choir",
    ),
    welcomed=104,
    hour=time(12, 0),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "As you would hold an egg", Whose.CLIENT),
        Comfort(ComfortKind.PACE, "Very slow around the face"),
        Comfort(ComfortKind.POSITION, "On her back, no face rest"),
        Comfort(ComfortKind.AREAS_NO, "Inside the mouth", Whose.CLIENT),
        Comfort(ComfortKind.STOP_WORD, "Rest", Whose.CLIENT),
    ),
    health=(
        Health(
            HealthKind.CONDITION,
            "Night splint for the teeth",
            Caution.ASK,
            "jaw",
            "any change since the dentist",
            since=500,
        ),
        Health(HealthKind.ALLERGY, "Latex", Caution.AVOID, "", "no latex gloves or bands", since=5000),
    ),
    consents=(
        Agreed(ConsentKind.TREATMENT),
        Agreed(ConsentKind.RECORDS),
        Agreed(ConsentKind.SENSITIVE_AREA, "Jaw and cheeks, from outside", expires=90),
    ),
    plans=(
        PlanTold(
            (
                VersionTold(
                    98,
                    _TOLD,
                    (Signed(Signer.CLIENT, HowSigned.ALOUD, "hands were full of oil"), Signed(Signer.THERAPIST)),
                    discussed=True,
                ),
            ),
            ticked=(("hum", 41),),
        ),
    ),
    visits=(
        Visit(
            98,
            "It clicks when I open wide, and then I stop singing.",
            "Jaw guarded on the right, neck firm below it.",
            "Neck and shoulders. Jaw last and light, after asking.",
            "Opened wider, one finger more.",
            "Ask about humming.",
            rated=(("Jaw ache", 6, 3),),
        ),
        Visit(
            84,
            "I sang one hour on Tuesday.",
            "Softer than last time.",
            "As last time, and breath pacing.",
            "Hummed on the table.",
            rated=(("Jaw ache", 5, 2),),
        ),
        Visit(
            70,
            "A week of parents' evenings.",
            "Whole face tired.",
            "Scalp and neck, the jaw only held.",
            "Sighed a long sigh.",
            rated=(("Jaw ache", 6, 4),),
        ),
        Visit(
            56,
            "The apple was cut in quarters.",
            "Two fingers, then three.",
            "Jaw slow, shoulders.",
            "Pleased and surprised.",
            rated=(("Jaw ache", 4, 2),),
            promise="Bring the towel roll for the neck",
            kept=41,
        ),
        Visit(
            41,
            "I forgot to hum for a week. Nothing fell off.",
            "Right side a little guarded.",
            "Neck with the towel roll, jaw.",
            "Easy.",
            rated=(("Jaw ache", 4, 3),),
        ),
        Visit(
            27,
            "It was sore after last time.",
            "Right cheek tender.",
            "Only neck and scalp. I had stayed too long at one spot, said so.",
            "Glad I asked. Left with less.",
            "One minute at a spot, not three.",
            rated=(("Jaw ache", 6, 4),),
            promise="One minute at a spot, not three",
            kept=13,
        ),
        Visit(
            13,
            "The conductor asked whether I would take the solo.",
            "Jaw soft, hands cold.",
            "Jaw short, arms and hands.",
            "Hands warm, voice low.",
            "Ask about the solo, no hurry.",
            rated=(("Jaw ache", 3, 1),),
        ),
        Visit(
            2,
            "Rehearsed two hours. Tired, not sore.",
            "Even on both sides.",
            "Neck, jaw, scalp.",
            "Sang a line before she left.",
            rated=(("Jaw ache", 3, 1),),
        ),
    ),
)
