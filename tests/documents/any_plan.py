"""Plans as anybody might write them: as two people usually do, or as large as the editors let them be."""

from datetime import date, timedelta
from random import Random

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind, on_region
from alliance_desktop.domain.plan import (
    MOST_GOALS,
    MOST_WAYS,
    Agreement,
    Choice,
    Commitment,
    Goal,
    PlanContent,
    Reservation,
    Signs,
    Way,
)
from alliance_desktop.domain.voice import Said, Whose
from tests.domain.bodies import REGIONS

_DAY = date(2026, 6, 15)
_WORDS = ("to", "sit", "walk", "again", "without", "fear", "of", "my", "back", "in the morning", "stairs", "a")
_HARD = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter",
    "https://example.org/a/long/way/home/over/the/hills?and=far&away=1",
    "Любовь",
    "ليو",
    "→",
)


class Writer:
    """Writes plans by chance: ``usual`` ones in short sentences, others up to the limits, with hard words in them."""

    def __init__(self, seed: int, usual: bool) -> None:
        self.chance, self.usual = Random(seed), usual
        # The longest line of the editors, and a text of many lines.
        self.lines, self.areas = (60, 140) if usual else (400, 1200)

    def line(self, most: int = 0) -> str:
        """One line, of at most so many letters where it is usual; now and then nothing."""
        return self._text(most if most and self.usual else self.lines, " ")

    def area(self) -> str:
        """A text that may have several lines."""
        return self._text(self.areas, " " if self.usual else "\n")

    def _text(self, most: int, between: str) -> str:
        if self.chance.random() < 0.15:
            return ""
        # Most people write little, whatever room there is.
        letters, told = int(most * self.chance.random() ** (1 if self.usual else 2)), ""
        while len(told) < letters:
            hard = not self.usual and self.chance.random() < 0.06
            told += self.chance.choice((" ", " ", " ", between)) + self.chance.choice(_HARD if hard else _WORDS)
        return told[:most].strip()

    def content(self) -> PlanContent:
        """A whole plan."""
        return PlanContent(
            what_matters=Said(self.area(), _DAY),
            goals=tuple(self._goal(f"g{n}") for n in self._some(MOST_GOALS)),
            agreement=Agreement(self._number(), self.line(), 60, *(self.line() for _each in range(4))),
            commitments=tuple(self._step(n) for n in self._some(6 if self.usual else 10)),
            reservations=tuple(Reservation(f"r{n}", Said(self.line()), self.line()) for n in self._some(2)),
            reservations_asked=True,
            review_on=self._day(),
            strengths=Said(self.line()),
            understanding=self.area(),
            ways=tuple(
                Way(f"w{n}", self.line(30), *(self.line(50) for _each in range(3))) for n in self._some(MOST_WAYS)
            ),
            choice=Choice(self.chance.choice(("w0", "w1", "")), Said(self.line()), Said(self.line())),
            signs=Signs(*(self.line() for _each in range(4))),
            teach_back=Said(self.line()),
            guardian="" if self.usual else self.chance.choice(("", "Rosa Feldner")),
            marks=tuple(self._mark(f"m{n}") for n in self._some(4)),
            reflection=self.line(),
            understood=self.chance.choice((None, True, False)),
        )

    def _some(self, most: int) -> range:
        return range(self.chance.randint(0, most))

    def _number(self) -> int | None:
        return self.chance.choice((None, *range(11)))

    def _day(self) -> date | None:
        return self.chance.choice((None, _DAY + timedelta(days=self.chance.randint(1, 400))))

    def _goal(self, uid: str) -> Goal:
        said, words, activity = Said(self.line(80)), self.line(), self.line(40)
        ladder = tuple(self.line(50) for _step in range(5)) if self.chance.random() < 0.7 else ()
        step = self.chance.choice((None, -2, -1, 0, 1, 2))
        return Goal(uid, said, words, activity, self._number(), self._number(), self._day(), ladder, step)

    def _step(self, place: int) -> Commitment:
        whose = (Whose.CLIENT, Whose.THERAPIST)[place % 2]
        return Commitment(f"c{place}", whose, self.line(40), self.line(50), self._day(), self.line(40), self._number())

    def _mark(self, uid: str) -> Mark:
        region = self.chance.choice([each for each in REGIONS if not self.usual or each.view in body.WHOLE[:2]])
        return on_region(uid, self.chance.choice(list(Whose)), self.chance.choice(list(MarkKind)), region)
