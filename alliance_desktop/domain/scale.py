"""Scales of the therapist's own: up to twelve items answered with whole numbers, counted as a mean or as a sum.

The program brings none: whoever makes one says what allows them to use it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from alliance_desktop.domain.measure import Better
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

MOST_ITEMS = 12
LEAST, MOST = 0, 100
LONGEST_NAME, LONGEST_END = 60, 40
# Of the items so many percent must be answered for a score.
ENOUGH_PERCENT = 80

Answers = Sequence[int | None]


class ScaleUnclear(AllianceError):
    """A scale was to be kept that cannot be filled in or counted, or that nobody may use."""


class Method(StrEnum):
    """How the answers become one number."""

    MEAN = "mean"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence that is answered with a number; ``reverse`` where a high answer means little."""

    words: str
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """What a scale asks and how it is counted.

    ``reliability`` (0 to below 1) and ``sd`` are of a sample, ``mcid`` is the smallest change that matters, found out
    by ``mcid_source``; both are of the whole score. ``licence`` says what allows the therapist to use it.
    """

    name: str
    items: tuple[Item, ...]
    lowest: int = 0
    highest: int = 10
    low_words: str = ""
    high_words: str = ""
    method: Method = Method.MEAN
    better: Better = Better.MORE
    licence: str = ""
    reliability: float | None = None
    sd: float | None = None
    mcid: float | None = None
    mcid_source: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """The lowest and the highest score there can be."""
        times = len(self.items) if self.method is Method.SUM else 1
        return self.lowest * times, self.highest * times

    def turned(self, answer: int) -> int:
        """An answer as it counts under an item that is reversed; turned twice it is as it was."""
        return self.lowest + self.highest - answer

    def enough(self, answers: Answers) -> bool:
        """True when at least 80 % of the items are answered, and one at least."""
        given = sum(answer is not None for answer in answers)
        return given > 0 and given * 100 >= ENOUGH_PERCENT * len(self.items)

    def score(self, answers: Answers) -> float | None:
        """Return the mean or the sum of the answers, those of reversed items turned; None while too few are given.

        At least 80 % of the items must be answered. What is missing is then left out of the mean, and a sum is
        prorated: the mean of the answers given, times the number of items. A missing answer never counts as zero.
        Raises ``ValueError`` for answers beyond the range, or as many as there are no items.
        """
        self.refuse_strange(answers)
        if not self.enough(answers):
            return None
        counted = [
            self.turned(answer) if item.reverse else answer
            for item, answer in zip(self.items, answers, strict=True)
            if answer is not None
        ]
        times = len(self.items) if self.method is Method.SUM else 1
        return sum(counted) * times / len(counted)

    def refuse_strange(self, answers: Answers) -> None:
        """Raise ``ValueError`` for answers that no hand can give to this scale."""
        within = all(answer is None or self.lowest <= answer <= self.highest for answer in answers)
        if len(answers) != len(self.items) or not within:
            raise ValueError(answers)

    def counts_like(self, other: "Scale") -> bool:
        """True where scores of both can be compared: the same items, range and way of counting, whatever the name."""
        return _counted(self) == _counted(other)

    def checked(self) -> "Scale":
        """Return the scale as it can be kept, without blanks around its words; raises ``ScaleUnclear``."""
        kept = replace(
            self,
            name=" ".join(self.name.split()),
            items=tuple(Item(" ".join(i.words.split()), i.reverse) for i in self.items if i.words.strip()),
            low_words=" ".join(self.low_words.split()),
            high_words=" ".join(self.high_words.split()),
            licence=self.licence.strip(),
            mcid_source=" ".join(self.mcid_source.split()),
        )
        unclear = _unclear(kept) or _unclear_numbers(kept)
        if unclear:
            raise ScaleUnclear(unclear)
        return kept


def _counted(scale: Scale) -> tuple[object, ...]:
    items = tuple((" ".join(item.words.casefold().split()), item.reverse) for item in scale.items)
    return items, scale.lowest, scale.highest, scale.method, scale.better


def _unclear(scale: Scale) -> str:
    """What keeps a scale from being filled in, in one sentence; empty where nothing does."""
    if not scale.name:
        return _("Please give the scale a name, in a word or two.")
    if not scale.items:
        return _("A scale needs one item at least: a question that is answered with a number.")
    if len(scale.items) > MOST_ITEMS:
        return _("A scale has {n} items at most.").format(n=MOST_ITEMS)
    if not LEAST <= scale.lowest < scale.highest <= MOST:
        return no_range_words()
    if not scale.low_words or not scale.high_words:
        return _("Please say in a word or two what the lowest and the highest number mean.")
    if scale.better is Better.UNKNOWN:
        return _("Please say which way is good.")
    if not scale.licence:
        return _("Please say in a sentence what allows you to use this scale: only what you may use belongs here.")
    return ""


def _unclear_numbers(scale: Scale) -> str:
    both = scale.reliability is not None and scale.sd is not None
    if both and not (0 <= (scale.reliability or 0) < 1 and (scale.sd or 0) > 0):
        return no_reliability_words()
    if not both and (scale.reliability is not None or scale.sd is not None):
        return no_reliability_words()
    if scale.mcid is not None and (scale.mcid <= 0 or not scale.mcid_source):
        return no_mcid_words()
    return ""


def no_range_words() -> str:
    """Say what a range is."""
    told = _("The range runs from one whole number to a larger one, between {least} and {most}.")
    return told.format(least=LEAST, most=MOST)


def no_reliability_words() -> str:
    """Say what the reliable change needs."""
    return _(
        "Chance is reckoned from two numbers: a reliability from 0 to below 1, and a standard deviation above 0. "
        "Please give both, or neither."
    )


def no_mcid_words() -> str:
    """Say what the smallest change that matters needs."""
    return _("The smallest change that matters is a number above 0, and it needs a word on who found it.")


def method_words(method: Method) -> str:
    """Name a way of counting."""
    return {Method.MEAN: _("Mean of the items"), Method.SUM: _("Sum of the items")}[method]


def range_told(scale: Scale) -> str:
    """Say what the ends of the answers mean: "0 = not at all, 10 = with ease"."""
    return _("{low} = {low_words}, {high} = {high_words}").format(
        low=scale.lowest, low_words=scale.low_words, high=scale.highest, high_words=scale.high_words
    )


def counted_told(scale: Scale) -> str:
    """Say how a scale is counted: "Mean of the items, 0 to 10."."""
    low, high = scale.span
    return _("{method}, {low} to {high}.").format(method=method_words(scale.method), low=low, high=high)


def answers_told(scale: Scale) -> str:
    """Say what each answer means: "Each answer: 0 = not at all, 10 = with ease."."""
    return _("Each answer: {ends}.").format(ends=range_told(scale))


def enough_words() -> str:
    """Say what happens to missing answers."""
    return _("A score needs answers to four items of five; what is missing is left out, and never counts as zero.")
