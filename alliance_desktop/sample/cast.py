"""The people of the sample practice: invented, with a thread of their own through months of visits."""
# ruff: noqa: E501  # a table of texts reads best with one visit a line

from dataclasses import dataclass

from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.domain.voice import Whose

C, T = Whose.CLIENT, Whose.THERAPIST


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit's note says, and the client's numbers before and after."""

    asked: str
    found: str
    did: str
    response: str
    next: str = ""
    promise: str = ""
    numbers: tuple[int, int] = (6, 4)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented client."""

    full_name: str
    matters: str
    goal: tuple[str, str, str, int, int]
    visits: tuple[Visit, ...]
    chosen_name: str = ""
    say_as: str = ""
    pronouns: str = ""
    occupation: str = ""
    phone: str = ""
    found_us: str = ""
    born: tuple[int, int, int] | None = None
    measure: str = "Tension"
    comfort: tuple[tuple[ComfortKind, str, Whose], ...] = ()
    health: tuple[HealthDraft, ...] = ()
    mine: tuple[tuple[str, str], ...] = (("Ask about pressure twice each time", "each visit"),)
    yours: tuple[tuple[str, str], ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    second_goal: tuple[str, str, str, int, int] | None = None
    versions: int = 1
    ending: str = "signed"
    agreement: tuple[int, str, str, str] = (6, "every two weeks", "neck and shoulders", "")


PEOPLE: tuple[Person, ...] = (
    Person(
        "Maria Feldner",
        "I want to garden for an hour again without paying for it the next day.",
        (
            "Garden for an hour, fine the next day",
            "Kneeling and reaching for an hour, a normal next day. The right shoulder guards when she leans on it.",
            "Gardening, kneeling at the bed",
            3,
            8,
        ),
        (
            Visit("My neck is stiff every morning.", "Both shoulders high, right more", "Slow strokes, neck and shoulders",
                  "Left let go, right stayed guarded", "Ask about her pillow", numbers=(7, 5)),
            Visit("Please warm the room.", "Breath shallow at first", "Neck and both shoulders, slow",
                  "Breath deeper after ten minutes", promise="Heater on before she comes", numbers=(7, 4)),
            Visit("The calves were too much.", "Right shoulder still guards", "Neck and shoulders, calves light",
                  "Left side let go, right stayed guarded", "Show the door-frame stretch once more",
                  "Light strokes only on the calves, ask twice", (6, 4)),
            Visit("The morning stiffness is gone on most days.", "Right shoulder moves further",
                  "Long strokes, slow kneading, warm pack", "Right shoulder let go after four minutes",
                  "Kneeling, with a cushion", numbers=(6, 3)),
        ),
        say_as="Ma-REE-a", pronouns="she", occupation="Gardener, retired", phone="0660 555 01 12",
        found_us="Her neighbour", born=(1958, 3, 4),
        comfort=(
            (ComfortKind.PRESSURE, "A firm handshake", C), (ComfortKind.POSITION, "On her side, knee pillow", T),
            (ComfortKind.TALK, "Quiet after the first minutes", T), (ComfortKind.OIL, "Unscented only", T),
            (ComfortKind.AREAS_NO, "Feet and face", T), (ComfortKind.STOP_WORD, "Pause", C),
        ),
        health=(
            HealthDraft(HealthKind.MEDICINE, "Blood thinner", Caution.MODIFY, "legs", "light on the legs, nothing deep"),
        ),
        mine=(("Work slowly on neck and both shoulders", "each visit"), ("Bring the sheet with two stretches", "")),
        yours=(("Door-frame stretch, one minute", "every morning"), ("Kneel at the flower bed, ten minutes", "three times a week")),
        doubts=(("I am not sure I will keep up the stretches.", ""),),
        second_goal=("Sleep on my right side", "Side lying without guarding", "Sleeping through", 4, 9),
        versions=2, agreement=(6, "every two weeks", "neck, both shoulders", "deep work on the calves"),
    ),
    Person(
        "Jonas Wehrling",
        "Sleep past three in the morning.",
        ("Sleep until six", "Six hours without waking; jaw and neck soften before bed", "Sleeping through", 2, 7),
        (
            Visit("I wake at three and my jaw is tight.", "Jaw and temples tense", "Neck, scalp, slow holds at the temples",
                  "Yawned, fell asleep for a moment", numbers=(8, 5)),
            Visit("Two good nights after last time.", "Left side tighter", "Same as last time, longer holds", "Quiet, warm hands",
                  "Shorter talk at the start", "Begin with quiet, talk at the end", (7, 4)),
            Visit("A bad week, deadlines.", "Shoulders at his ears", "Shoulders first, then scalp", "Took long to settle", numbers=(8, 6)),
        ),
        pronouns="he", occupation="Bookkeeper", comfort=((ComfortKind.TALK, "No music, please", C),),
        yours=(("Phone outside the bedroom", "every night"),),
        versions=1, agreement=(8, "once a week", "neck, scalp, shoulders", ""),
    ),
    Person(
        "Priya Sandmoor",
        "My jaw, and being able to sing again.",
        ("Sing a whole rehearsal", "Two hours of singing; jaw opens three fingers wide", "Singing in the choir", 4, 9),
        (
            Visit("It clicks when I open wide.", "Jaw guarded on the right", "Neck, shoulders, outside of the jaw",
                  "Opened wider without the click", numbers=(6, 3)),
            Visit("I sang one hour on Tuesday.", "Softer than last time", "As last time, plus breath pacing", "Hummed while lying",
                  "Ask before the jaw each time", "Ask before I touch the jaw", (5, 2)),
        ),
        pronouns="she", occupation="Teacher", ending="aloud",
        comfort=((ComfortKind.STOP_WORD, "Rest", C), (ComfortKind.PRESSURE, "Like holding an egg", C)),
        yours=(("Hum for three minutes", "after dinner"),), doubts=(("Is it bad that it clicks?", "A click without pain is common."),),
    ),
    Person(
        "Thomas Ackerlund", "Drive to my sister without stopping.",
        ("Sit three hours in the car", "Sitting three hours with one break", "Driving", 3, 7),
        (Visit("My low back, after an hour of sitting.", "Hips stiff, left more", "Low back, hips, warm pack", "Got up more easily"),),
        chosen_name="Tom", pronouns="he", occupation="Salesman", ending="draft",
    ),
    Person(
        "Leïla Maroukian", "To carry my son on my hip again.",
        ("Carry my son up the stairs", "Carrying twelve kilos on the left hip for two floors", "Carrying", 4, 9),
        (
            Visit("My wrist and the side of my hip.", "Left wrist swollen, hip tender", "Hips and low back; wrist left alone",
                  "Hip softer", numbers=(6, 4)),
            Visit("Better for three days, then the same.", "Hip less tender", "Hips, thighs, breath pacing", "Let go on both sides", numbers=(6, 3)),
            Visit("It was too firm last time.", "Guarded when I came near", "Only the back, very light", "Needed half an hour to settle",
                  "Ask for the pressure word first", "Start light and ask after five minutes", (5, 5)),
            Visit("That was right. Thank you for asking.", "Hip free", "Light, long strokes", "Slept for a moment", numbers=(5, 2)),
        ),
        say_as="Leh-EE-la", pronouns="she",
        health=(HealthDraft(HealthKind.CONDITION, "Left wrist inflamed", Caution.AVOID, "left wrist", "no weight, no work there"),),
        versions=2, doubts=(("Will it come back when he grows?", "We look at it again in summer."),), measure="Hip ache",
    ),
    Person(
        "Greta Holmvik", "Keep me hiking until August.",
        ("Hike four hours", "Four hours with a pack, knees quiet the next day", "Hiking", 5, 9),
        (
            Visit("My thighs after last Sunday.", "Outside of both thighs tight", "Thighs, calves, feet", "Feet warm at the end"),
            Visit("Three hours were fine.", "Left thigh tighter", "As last time", "Nothing to report, she says"),
        ),
        pronouns="she", ending="review", yours=(("Roll the thighs on the ball", "after each hike"),),
        agreement=(10, "once a month", "legs and feet", "belly"),
    ),
    Person(
        "Márton Keleveny", "Sit through a whole concert.",
        ("Sit two hours without shifting", "Two hours on a hard chair", "Sitting in the concert hall", 3, 8),
        (
            Visit("After half an hour it burns.", "Right hip and seat tight", "Hips, back of the thighs", "Sat more evenly after"),
            Visit("One hour at the opera!", "Less on the right", "Hips, low back, warm pack", "Let go"),
            Visit("The same as last time.", "The same", "The same, a little longer", "Good, he says"),
        ),
        say_as="MAR-ton", pronouns="he", occupation="Violin maker", ending="paper", measure="Burning",
        health=(HealthDraft(HealthKind.SURGERY, "New hip, right", Caution.MODIFY, "right hip", "no pulling on the leg"),),
    ),
    Person(
        "Margit Oslander", "Get down on the floor with the twins.",
        ("Get up from the floor alone", "From the floor to standing without help", "Playing on the floor", 2, 8),
        (
            Visit("My knees do not like it.", "Thighs strong, hips stiff", "Hips, thighs, feet", "Stood up more easily", numbers=(7, 5)),
            Visit("I did it once, holding the chair.", "Hips freer", "As last time", "Laughed", numbers=(5, 3)),
            Visit("Twice without the chair!", "Both hips free", "Whole back, to finish", "Content", numbers=(3, 2)),
        ),
        pronouns="she", ending="ended", measure="Stiffness",
    ),
    Person(
        "Nguyễn Thị Hồng", "To work at the sewing machine without the burning between my shoulders.",
        ("Sew for two hours", "Two hours at the machine with one break", "Sewing", 4, 8),
        (
            Visit("It burns here, between.", "Shoulder blades stuck", "Upper back, arms, hands", "Warm, softer"),
            Visit("Softer for two days.", "Left hand cold", "Upper back, hands, forearms", "Left hand warm at the end"),
        ),
        chosen_name="Hồng", say_as="Hom", pronouns="she", ending="half",
        health=(HealthDraft(HealthKind.ALLERGY, "Nut oils", Caution.ASK, "", "only the plain oil"),), measure="Burning",
    ),
    Person(
        "Viktor Sandell", "Play with my band on Friday and work on Monday.",
        ("Play two sets", "Two sets of drumming, arms quiet on Monday", "Drumming", 5, 9),
        (
            Visit("Forearms, both.", "Forearms hard, wrists fine", "Forearms, hands, upper back", "Left let go first"),
            Visit("Played, paid for it.", "Right forearm hard", "Forearms, longer", "Let go late", "Less talk", numbers=(6, 5)),
        ),
        pronouns="he", occupation="Drummer",
    ),
    Person(
        "Ирина Петрова", "Simply to be touched kindly after this year.",
        ("An hour in which nothing is wanted from me", "Rest; breath slow and low by the end", "Resting", 2, 7),
        (
            Visit("I do not want to talk today.", "Breath high, hands cold", "Whole back, very slow", "Wept a little, said it was good",
                  "Ask nothing at the start", "A blanket ready, no questions", (8, 4)),
            Visit("The same please.", "Softer on arrival", "Whole back, feet", "Slept", numbers=(6, 3)),
        ),
        chosen_name="Ira", say_as="EE-ra", pronouns="she", measure="Heaviness",
        comfort=((ComfortKind.AREAS_YES, "Back, feet, hands", C), (ComfortKind.AREAS_NO, "Belly", C), (ComfortKind.STOP_WORD, "Стоп", C)),
    ),
    Person(
        "Sam Okafor-Lindqvist", "Run again, slowly.",
        ("Run five kilometres", "Five kilometres, calves quiet the next day", "Running", 1, 6),
        (Visit("My left calf since March.", "Left calf short", "Calves and feet, gentle", "Walked more evenly"),),
        pronouns="they", occupation="Nurse", ending="none",
    ),
)  # fmt: skip
