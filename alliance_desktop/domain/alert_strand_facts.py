"""What the closing checks' rules found, A1 to A5 and A12, and how to say it."""

from dataclasses import dataclass
from datetime import date

from alliance_desktop.domain.alliance import HIGHEST, Strand, strand_words
from alliance_desktop.words import _, counted, day_words, number_words


@dataclass(frozen=True, slots=True)
class LowAnswer:
    """A strand's newest answer, and the highest that counts as low."""

    strand: Strand
    day: date
    answer: int
    limit: int

    @property
    def gravity(self) -> tuple[float, ...]:
        return (HIGHEST - self.answer,)

    @property
    def asks(self) -> str:
        return _("{strand}: worth asking what would have made this a 5.").format(strand=strand_words(self.strand))

    @property
    def told(self) -> str:
        return _("On {day} the answer was {answer} of 5.").format(day=day_words(self.day), answer=self.answer)

    @property
    def rule(self) -> str:
        return _(
            "Worth asking at {limit} of 5 or lower. Practice that works with feedback talks about a low answer at "
            "once; the number itself is ours and not a tested limit."
        ).format(limit=self.limit)


@dataclass(frozen=True, slots=True)
class Drop:
    """A strand's newest score, 0 to 10, and the median of those on the days before."""

    strand: Strand
    day: date
    score: float
    before: tuple[date, ...]
    usual: float
    limit: float

    @property
    def gravity(self) -> tuple[float, ...]:
        return (self.usual - self.score,)

    @property
    def asks(self) -> str:
        return _("{strand}: something changed since {day}; worth asking what.").format(
            strand=strand_words(self.strand), day=day_words(self.before[-1])
        )

    @property
    def told(self) -> str:
        return _("{score} of 10 on {day}; the middle of the {n} checks before, since {first}, was {usual}.").format(
            score=number_words(self.score),
            day=day_words(self.day),
            n=len(self.before),
            first=day_words(self.before[0]),
            usual=number_words(self.usual),
        )

    @property
    def rule(self) -> str:
        return _(
            "Worth asking at {limit} points or more below this person’s own middle. In reports from group therapy, "
            "high and then falling went with more people leaving; the number itself is ours."
        ).format(limit=number_words(self.limit))


@dataclass(frozen=True, slots=True)
class StaysLow:
    """The indexes, 0 to 10, of the last checks with their days, and what they all lie below."""

    indexes: tuple[tuple[date, float], ...]
    limit: float

    @property
    def gravity(self) -> tuple[float, ...]:
        return (self.limit - self.indexes[-1][1],)

    @property
    def asks(self) -> str:
        return _("Worth asking: are we still working on the right thing, in a way that suits you?")

    @property
    def told(self) -> str:
        shown = (
            _("{score} on {day}").format(score=number_words(score), day=day_words(day)) for day, score in self.indexes
        )
        return _("All strands together, of 10: {scores}.").format(scores=", ".join(shown))

    @property
    def rule(self) -> str:
        return _(
            "Worth a talk about goals and ways, and an entry in the repair notebook, when it lies below {limit} at {n} "
            "checks running. In reports from group therapy, low and staying low went with more people leaving, low and "
            "then better with the fewest; the number itself is ours."
        ).format(limit=number_words(self.limit), n=len(self.indexes))


@dataclass(frozen=True, slots=True)
class FlatTop:
    """The days of the last checks, at all of which everything was answered with the highest."""

    days: tuple[date, ...]

    @property
    def gravity(self) -> tuple[float, ...]:
        return (0.0,)

    @property
    def asks(self) -> str:
        return _("Worth asking for one thing to do differently next time, before the four questions.")

    @property
    def told(self) -> str:
        return _("Every answer was 5 of 5 at the last {n} checks, since {day}.").format(
            n=len(self.days), day=day_words(self.days[0])
        )

    @property
    def rule(self) -> str:
        return _(
            "Worth asking in another way when everything is the highest at {n} checks running: it may be so, and it "
            "may be kindness. Thinking first may loosen the answers; the evidence for that is weak."
        ).format(n=len(self.days))


@dataclass(frozen=True, slots=True)
class NotAsked:
    """How many visits there were since the last closing check, the day of the first of them, and how many are many."""

    visits: int
    first: date
    limit: int

    @property
    def gravity(self) -> tuple[float, ...]:
        # Each further visit would wake it; each time as many again is enough.
        return (self.visits // self.limit,)

    @property
    def asks(self) -> str:
        return _("Worth handing over the closing check at the end of the next visit.")

    @property
    def told(self) -> str:
        visits = counted("{n} visit", "{n} visits", self.visits)
        return _("{visits} without a closing check, since {day}.").format(visits=visits, day=day_words(self.first))

    @property
    def rule(self) -> str:
        return counted(
            "A nudge after {n} visit without one: asking helps when it is done every time and talked about.",
            "A nudge after {n} visits without one: asking helps when it is done every time and talked about.",
            self.limit,
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """What the therapist had guessed of a strand and what the client answered, both as scores of 0 to 10."""

    strand: Strand
    day: date
    guessed: float
    answered: float
    limit: float

    @property
    def gravity(self) -> tuple[float, ...]:
        return (self.guessed - self.answered,)

    @property
    def asks(self) -> str:
        return _("{strand}: worth a quiet thought, for yourself, about what you did not see.").format(
            strand=strand_words(self.strand)
        )

    @property
    def told(self) -> str:
        return _("On {day} you guessed {guessed} of 10, and the answer was {answered}.").format(
            day=day_words(self.day), guessed=number_words(self.guessed), answered=number_words(self.answered)
        )

    @property
    def rule(self) -> str:
        return _(
            "For you alone, when the guess is {limit} points or more above the answer: that is the side on which "
            "things are missed. The number itself is ours."
        ).format(limit=number_words(self.limit))
