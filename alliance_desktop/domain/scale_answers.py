"""What was answered on a scale of the therapist's own: each time as it was, under the scale as it was then."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.chart import Chart, Series
from alliance_desktop.domain.scale import Item, Scale
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class NothingAnswered(AllianceError):
    """A scale was to be kept without a single answer."""


class AnswersToCome(AllianceError):
    """Answers were to be kept on a day that has not come yet."""


class HowFilled(StrEnum):
    """Who held the screen."""

    TOGETHER = "together"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class KeptScale:
    """A scale as one row of the file; a changed one has the same ``uid`` and says which row it ``replaces``."""

    id: int
    uid: str
    scale: Scale
    at: datetime
    replaces: int | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What the form yields: the day, and for each item a number or None."""

    day: date
    answers: tuple[int | None, ...]
    how: HowFilled = HowFilled.TOGETHER

    def refuse_unclear(self, scale: Scale, today: date) -> None:
        """Raise ``NothingAnswered``, ``AnswersToCome``, and ``ValueError`` for what no hand can give."""
        scale.refuse_strange(self.answers)
        if all(answer is None for answer in self.answers):
            raise NothingAnswered(_("There is no answer yet. One is enough to keep it."))
        if self.day > today:
            raise AnswersToCome(_("This day is still to come. Please look at the date."))


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """One time a scale was filled in, under the row of the scale that it was then."""

    id: int
    client_id: int
    kept: KeptScale
    draft: AnswerDraft

    @property
    def score(self) -> float | None:
        """The score; None where too few items were answered."""
        return self.kept.scale.score(self.draft.answers)

    @property
    def given(self) -> int:
        """How many items were answered."""
        return sum(answer is not None for answer in self.draft.answers)


@dataclass(frozen=True, slots=True)
class Filled:
    """Every time one scale was filled in by one client, oldest first: only what can be compared stands together.

    ``scale`` is the newest wording among them, ``former`` True where the scale goes on with other items or numbers.
    """

    scale: Scale
    times: tuple[KeptAnswers, ...]
    former: bool = False

    @property
    def scores(self) -> tuple[tuple[date, float], ...]:
        """The scores by day, oldest first; of two on one day the later counts, and what has none is left out."""
        scored = {each.draft.day: each.score for each in self.times if each.score is not None}
        return tuple((day, score) for day, score in sorted(scored.items()) if score is not None)

    @property
    def chart(self) -> Chart | None:
        """The scores as a line over its own range; None while there is no score."""
        if not self.scores:
            return None
        return Chart((Series(self.scale.name, self.scores, self.scale.better, self.scale.span),))


def plain(scale: Scale) -> dict[str, object]:
    """What a scale says, as plain values."""
    return {
        "name": scale.name,
        "items": plain_items(scale.items),
        "range": [scale.lowest, scale.highest],
        "ends": [scale.low_words, scale.high_words],
        "method": str(scale.method),
        "better": str(scale.better),
        "licence": scale.licence,
        "reliability": scale.reliability,
        "sd": scale.sd,
        "mcid": [scale.mcid, scale.mcid_source],
    }


def plain_items(items: Iterable[Item]) -> list[dict[str, object]]:
    """The items as plain values."""
    return [{"words": item.words, "reverse": item.reverse} for item in items]


def items_from(told: Iterable[Mapping[str, object]]) -> tuple[Item, ...]:
    """The items that ``plain_items`` told of."""
    return tuple(Item(str(each["words"]), bool(each["reverse"])) for each in told)


def scale_digest(kept: KeptScale) -> str:
    """Return the SHA-256 (hex) of what a scale says, which it is, and what it replaces."""
    return _hashed({"uid": kept.uid, "scale": plain(kept.scale), "replaces": kept.replaces})


def answers_digest(answered: KeptAnswers) -> str:
    """Return the SHA-256 (hex) of what was answered, by whom and when, with the scale as it was then."""
    draft = answered.draft
    return _hashed(
        {
            "client": answered.client_id,
            "scale": plain(answered.kept.scale),
            "day": draft.day.isoformat(),
            "how": str(draft.how),
            "answers": list(draft.answers),
        }
    )


def _hashed(told: object) -> str:
    return hashlib.sha256(canonical(told)).hexdigest()


def filled(times: Iterable[KeptAnswers], current: Mapping[str, KeptScale]) -> tuple[Filled, ...]:
    """Put together what can be compared, the newest first; ``current`` has each scale by uid as it is now."""
    groups: list[list[KeptAnswers]] = []
    for each in sorted(times, key=lambda each: (each.draft.day, each.id)):
        same = next((group for group in groups if _alike(group[-1].kept, each.kept)), None)
        if same is None:
            groups.append([each])
        else:
            same.append(each)
    made = [_filled(group, current[group[-1].kept.uid]) for group in groups]
    return tuple(sorted(made, key=lambda one: (one.former, -one.times[-1].draft.day.toordinal())))


def _alike(one: KeptScale, other: KeptScale) -> bool:
    return one.uid == other.uid and one.scale.counts_like(other.scale)


def _filled(group: list[KeptAnswers], now: KeptScale) -> Filled:
    goes_on = group[-1].kept.scale.counts_like(now.scale)
    newest = now.scale if goes_on else max(group, key=lambda each: each.kept.id).kept.scale
    return Filled(newest, tuple(group), not goes_on)
