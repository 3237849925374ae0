"""Notes composed of many small parts, so that searching a large sample finds words in plausible numbers."""

import random
from dataclasses import dataclass
from json.encoder import encode_basestring

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.session import NoteKey, whose_field
from alliance_desktop.sample.crowd import THEMES, Theme


@dataclass(frozen=True, slots=True)
class Part:
    """Words with what is computed of them only once: the folded copy, and the inside of a JSON string."""

    words: str
    folded: str
    quoted: str


# The key of a field, whose words it holds, and the words.
Composed = list[tuple[str, str, Part]]

_ASKED = (
    "It held until|Better since|Worse since|No change since|I slept well after|I forgot the stretch on",
    "last time|Sunday|the weekend|our trip|the move|the long drive|Tuesday|the first warm day|the school holidays",
)
_WISHES = (
    "Please more time for the {place}|Slower today, please|Not so firm on the {place} today|"
    "The same as last time, please|Today mostly the {place}|I would rather lie on my side|"
    "Can we begin with the {place}?|A quiet hour, please|"
    "A little firmer on the {place}|Please leave out the {place} today|More warmth, I came by bicycle"
)
_FOUND = (
    "{place} firm|{place} softer than last time|{place} tender at first touch|{place} warm and easy|{place} guarded|"
    "{place} tight on the left|{place} tight on the right|{place} free on both sides|"
    "Holds the breath when I reach the {place}",
    "breath shallow|breath quiet|shoulders drawn up|hands cold|tired eyes|in good spirits|came in a hurry|"
    "calm from the start|stands more to the left|moves more freely than in spring|stiff from the journey|"
    "talks more than usual",
)
_DID = (
    "Long strokes on the {place}|Slow kneading of the {place}|Held the {place} until it grew heavy|"
    "Warm pack on the {place}|Rocking, then the {place}|Side lying, {place}|Light work on the {place}|"
    "Began at the feet, then the {place}",
    "breath pacing|showed the door-frame stretch|showed the towel roll|finished with the feet|scalp at the end|"
    "ten minutes of rest at the end|asked for pressure twice|arms and hands|stayed away from the knee|"
    "a cushion under the ankles",
)
_RESPONSE = (
    "Let go after some minutes|Fell asleep for a while|Breath deeper|Asked for less once and got it|"
    "Asked for more and got it|Quiet, then talkative|Sighed and smiled|Took long to settle|Laughed at the end|"
    "Needed a break, then went on|"
    "Got up slowly and steadily|Said the legs felt light|Not much change today, and said so|"
    "Warm hands at the end|Tears, then relief"
)
_NEXT = (
    "Begin with the {place}|Ask about the {place}|Look at the plan together|Shorter talk at the start|Heater on before|"
    "Side lying from the start|Bring the sheet for the {place}|Try the firm pillow|Less oil|Longer rest at the end"
)
_PROMISES = (
    "Heater on before the visit|Bring the sheet with two stretches|Ask twice about pressure|Look up the walking group|"
    "Write down the breath count|A thicker pillow|Unscented oil only|Start on time|Send the spare appointment"
)

_ASKED_KEY, _FOUND_KEY, _DID_KEY, _RESPONSE_KEY, _NEXT_KEY = (
    (str(key), str(whose_field(key)))
    for key in (NoteKey.ASKED, NoteKey.FOUND, NoteKey.DID, NoteKey.RESPONSE, NoteKey.NEXT)
)


class Phrases:
    """Composes notes, promises and ratings; the same for the same state of chance."""

    def __init__(self) -> None:
        self._of = {theme.measure: _Stock(theme) for theme in THEMES}

    def note(self, theme: Theme, chance: random.Random) -> Composed:
        """Return a note's fields in their order: two to five, as a busy day leaves them."""
        stock, pick = self._of[theme.measure], chance.random
        note = []
        if pick() < 0.6:
            note.append((*_ASKED_KEY, _one(stock.asked, pick())))
        if pick() < 0.85:
            note.append((*_FOUND_KEY, _one(stock.found, pick())))
        note.append((*_DID_KEY, _one(stock.did, pick())))
        note.append((*_RESPONSE_KEY, _one(stock.response, pick())))
        if pick() < 0.4:
            note.append((*_NEXT_KEY, _one(stock.then, pick())))
        return note

    def promise(self, chance: random.Random) -> Part:
        """Return what Ana promised."""
        return _one(_PROMISED, chance.random())


class _Stock:
    """Every sentence a theme allows, made once: some thousands of parts, whatever the size of the practice."""

    def __init__(self, theme: Theme) -> None:
        said = [f"{first} {second}." for first in _ASKED[0].split("|") for second in _ASKED[1].split("|")]
        self.asked = _parts(said + _placed(_WISHES, theme, "."))
        self.found = _pairs(_FOUND, theme)
        self.did = _pairs(_DID, theme)
        self.response = _parts(
            [f"{one}. {other}." for one in _RESPONSE.split("|") for other in _RESPONSE.split("|") if one != other]
        )
        self.then = _parts(_placed(_NEXT, theme, ""))


def _placed(sentences: str, theme: Theme, end: str) -> list[str]:
    found = []
    for sentence in sentences.split("|"):
        for place in theme.places if "{place}" in sentence else ("",):
            words = sentence.format(place=place)
            found.append(words[0].upper() + words[1:] + (end if words[-1] != "?" else ""))
    return found


def _pairs(sentences: tuple[str, str], theme: Theme) -> list[Part]:
    return _parts([f"{one}, {other}." for one in _placed(sentences[0], theme, "") for other in sentences[1].split("|")])


def _parts(texts: list[str]) -> list[Part]:
    return [Part(text, folded(text), encode_basestring(text)) for text in texts]


_PROMISED = _parts(_PROMISES.split("|"))


def _one(stock: list[Part], chance: float) -> Part:
    return stock[int(chance * len(stock))]
