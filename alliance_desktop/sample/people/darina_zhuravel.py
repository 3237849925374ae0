"""Дарина, who is called Dara: a chosen name, a careful start, and an open note."""

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
    Step,
    Told,
    VersionTold,
    Visit,
)

_TOLD = Told(
    "I want to feel at home in my back again.",
    80,
    (
        GoalTold(
            "back",
            "Lie on my back without bracing",
            80,
            "Resting on the back for twenty minutes with an easy breath.",
            "Lying on the back",
            2,
            7,
            30,
        ),
    ),
    Agreement(6, "every two weeks", 60, "Back, shoulders, hands", "Chest and belly"),
    (
        Step("cover", Whose.THERAPIST, "Say what comes next before I move the cover", "every time"),
        Step("name", Whose.THERAPIST, "Dara on every sheet, nothing else", "always"),
        Step("floor", Whose.CLIENT, "Lie on the floor for two minutes, door closed", "every evening"),
    ),
    (
        Doubt(
            "touch",
            "I do not know yet how much touch is right.",
            80,
            "We begin with hands and shoulders, and ask each time.",
        ),
        Doubt("friend", "May a friend come along?", 52, "Yes, whenever you like."),
    ),
    review=25,
)

PERSON = Person(
    ClientDraft(
        "Дарина Журавель",
        "Dara",
        "DAH-ra",
        "they",
        "0664 55 13 90",
        birth_day=date(2001, 5, 6),
        occupation="Animator",
        found_us="A friend",
        emergency_name="Oksana",
        emergency_phone="0664 55 13 91",
        emergency_relation="friend",
    ),
    welcomed=88,
    hour=time(13, 0),
    comfort=(
        Comfort(ComfortKind.PRESSURE, "Start so light that I have to look for it", Whose.CLIENT),
        Comfort(ComfortKind.POSITION, "Sitting first, then on the side"),
        Comfort(ComfortKind.TALK, "Say what comes next"),
        Comfort(ComfortKind.AREAS_YES, "Hands, shoulders, upper back"),
        Comfort(ComfortKind.AREAS_NO, "Chest and belly", Whose.CLIENT),
        Comfort(ComfortKind.STOP_WORD, "Zoom out", Whose.CLIENT),
    ),
    health=(
        Health(
            HealthKind.CONDITION,
            "Migraine, some days",
            Caution.ASK,
            "head",
            "bright light off; short visit on such a day",
            since=1200,
        ),
    ),
    consents=(Agreed(ConsentKind.TREATMENT), Agreed(ConsentKind.RECORDS)),
    plans=(PlanTold((VersionTold(80, _TOLD, discussed=True),), ticked=(("name", 66), ("floor", 38))),),
    visits=(
        Visit(
            80,
            "Please say it before you do it.",
            "Shoulders up, breath held at each new touch.",
            "Sitting: hands and shoulders over the shirt.",
            "Breath came back when I counted aloud.",
            "Same chair, same order.",
            rated=(("Ease", 2, 4),),
        ),
        Visit(
            66,
            "The counting helped.",
            "Shoulders lower at the door.",
            "Hands, shoulders, a little neck.",
            "Asked for a pause once, took it.",
            rated=(("Ease", 3, 5),),
        ),
        Visit(
            52,
            "Oksana came along, if that is all right.",
            "Easier with a friend in the room.",
            "On the side for ten minutes.",
            "First time with closed eyes.",
            "Two chairs ready.",
            rated=(("Ease", 4, 6),),
            promise="Two chairs ready",
            kept=38,
        ),
        Visit(
            38,
            "Somebody at work read out the old name.",
            "Far away, hands cold.",
            "Hands only. Much silence.",
            "Stayed the whole hour.",
            "No plans today, only being here.",
            rated=(("Ease", 2, 3),),
        ),
        Visit(
            24,
            "Better week. I lay on the floor every day.",
            "Shoulders soft.",
            "On the side, upper back.",
            "Said: that is my back.",
            rated=(("Ease", 4, 7),),
            added=(Added(3, "They asked me to write that the music was too loud.", "Dara called about it."),),
        ),
        Visit(
            1,
            "Twenty minutes on my back, yesterday, with music.",
            "Breath even.",
            "On the back for the first time, eight minutes.",
            "",
            rated=(("Ease", 6, 8),),
            promise="The quiet playlist",
            signed=False,
        ),
    ),
)
