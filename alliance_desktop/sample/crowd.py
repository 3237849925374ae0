"""The many invented people of a large sample practice: names, calls, and what each of them comes with."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

_FIRST = (
    "Adela Agnes Alma Amina Anselm Antonia Arvid Astrid Bela Benno Bianca Brigid Carlo Cecily Clemens Corinna Dana "
    "Darius Dimitra Doreen Edda Edwin Elif Elias Emeka Enikő Esra Fabian Farida Felix Fiona Flora Gesa Gideon Hanna "
    "Hector Hedda Ilse Imre Ines Ingrid Ivana Jaro Jelena Joris Judith Kaja Karim Katya Kofi Lasse Lenka Lidia Linus "
    "Lorenz Ludmila Magda Malik Marek Marlene Matteo Milan Mirjam Nadia Nils Nora Olga Oskar Paula Pia Radek Ravi "
    "Renata Rosa Ruben Samira Selma Severin Silvia Sólveig Tamar Tarek Thea Tilda Ursula Vera Vinzenz Wanda Yara Zoë"
)
_FRONT = "Alder Birn Brand Dorn Eber Falk Gruben Hasel Hoch Kirsch Korn Lind Mohn Nuss Ober Rain Sand Stein Tann Wald"
_BACK = "acker bach berg bichler brenner egger felder hofer huber inger kofler leitner mayr moser reiter rieder steiner"
_WHOLE = (
    "Abara Achterberg Balogh Calloway Dvořáček Eriksdal Farrow Ghasemi Halvorsen Ilić Jankowska Kalogeras Lindqvist "
    "Mbeki-Lorne Novotná Okonjo Petrescu Quillfeather Rahimi Sørbye Tanaka-Weiss Ulveland Varga Wójtowicz Yıldırım"
)
FIRST = _FIRST.split()
LAST = (
    *((front + back).replace("sss", "ss") for front in _FRONT.split() for back in _BACK.split()),
    *_WHOLE.split(),
)
_OCCUPATIONS = (
    "Teacher|Carpenter|Nurse|Bookkeeper|Bus driver|Florist|Programmer|Baker|Violinist|Retired|Student|Gardener|Cook|"
    "Translator|Electrician|Midwife|Postal worker|Architect|Farmer|Hairdresser|Librarian|Warehouse clerk"
)
OCCUPATIONS = _OCCUPATIONS.split("|")
FOUND = ("A friend", "The notice board at the pharmacy", "A colleague", "Walked past", "Her sister", "The choir", "")


@dataclass(frozen=True, slots=True)
class Theme:
    """What somebody comes with: their own words, the same in professional words, where, and what they rate."""

    matters: str
    goal: str
    professional: str
    activity: str
    places: tuple[str, ...]
    measure: str


THEMES = (
    Theme(
        "I want to lift my grandchild without thinking about it.",
        "Lift the little one off the floor",
        "Squatting and lifting eight kilograms with an easy back.",
        "Lifting from the floor",
        ("low back", "hips", "both buttocks", "back of the thighs"),
        "Back ache",
    ),
    Theme(
        "To sit through a working day and still feel like going out.",
        "A day at the desk, and an evening after it",
        "Sitting for eight hours with breaks; neck turns freely to both sides.",
        "Sitting at the desk",
        ("neck", "top of the shoulders", "between the shoulder blades", "forearms"),
        "Neck ache",
    ),
    Theme(
        "I would like to sleep through again.",
        "Sleep until six",
        "Settling within half an hour; breath and jaw soft before bed.",
        "Sleeping through",
        ("scalp", "neck", "jaw from outside", "upper back"),
        "Restlessness",
    ),
    Theme(
        "Walk up to the hut and down again.",
        "Two hours downhill",
        "Going downhill for two hours; calves and thighs recover within a day.",
        "Walking downhill",
        ("calves", "thighs", "hips", "feet"),
        "Heavy legs",
    ),
    Theme(
        "Play a whole concert without my arm going numb on me.",
        "Play for two hours",
        "Two hours with the raised arm; shoulder and forearm free.",
        "Playing the violin",
        ("right forearm", "left shoulder", "neck", "chest"),
        "Arm tiredness",
    ),
    Theme(
        "I want an hour in the week when nobody needs anything from me.",
        "One hour that is mine",
        "Settling and resting; arrives breathless, leaves slow.",
        "Resting",
        ("whole back", "arms and hands", "feet", "neck"),
        "Stress",
    ),
    Theme(
        "Reach the top shelf with my left arm.",
        "The top shelf, left hand",
        "Raising the left arm over the head without hitching the shoulder.",
        "Reaching up",
        ("left shoulder", "chest", "upper arm", "neck"),
        "Shoulder ache",
    ),
    Theme(
        "Ride my bicycle to work again.",
        "Forty minutes on the bicycle",
        "Riding for forty minutes; wrists and neck quiet afterwards.",
        "Cycling",
        ("neck", "wrists", "low back", "thighs"),
        "Stiffness",
    ),
)


@dataclass(frozen=True, slots=True)
class Passer:
    """One of the many."""

    full_name: str
    phone: str
    birth_day: date
    occupation: str
    found_us: str
    theme: Theme


def somebody(chance: random.Random, today: date) -> Passer:
    """Return somebody new; the same for the same state of chance."""
    last = chance.choice(LAST)
    if chance.random() < 0.12:
        last = f"{last}-{chance.choice(LAST)}"
    return Passer(
        f"{chance.choice(FIRST)} {last}",
        f"0664 55 {chance.randrange(100):02} {chance.randrange(100):02}",
        today - timedelta(days=chance.randrange(18 * 365, 84 * 365)),
        chance.choice(OCCUPATIONS),
        chance.choice(FOUND),
        chance.choice(THEMES),
    )
