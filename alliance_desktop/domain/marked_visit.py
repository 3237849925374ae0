"""What a visit marked on the body, and what became of it by the next one that marked anything."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from alliance_desktop.domain import body, body_mark, body_share
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.body_share import ShareChange
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _


class Became(StrEnum):
    """What became of a mark from one visit to another, in the order it is told."""

    GONE = "gone"
    WEAKER = "weaker"
    SAME = "same"
    STRONGER = "stronger"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class MarkedVisit:
    """A signed visit whose note bears marks."""

    session_id: int
    number: int
    day: date
    marks: tuple[Mark, ...]

    @property
    def told(self) -> tuple[Mark, ...]:
        """What was felt and found, and what is left alone: what can change from visit to visit."""
        return tuple(mark for mark in self.marks if mark.kind is not MarkKind.WORKED)

    @property
    def worked(self) -> tuple[Mark, ...]:
        """Where was worked: it belongs to its day and is compared with nothing."""
        return tuple(mark for mark in self.marks if mark.kind is MarkKind.WORKED)

    @property
    def share(self) -> int | None:
        """How many percent of the drawn body the client marked as felt; None where they marked no part of it."""
        return body_share.share(self.marks)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one mark: ``before`` is None for a new one, ``now`` for one that is gone."""

    became: Became
    before: Mark | None
    now: Mark | None

    @property
    def mark(self) -> Mark:
        """The mark as it is now, or as it was last."""
        mark = self.now or self.before
        assert mark is not None
        return mark

    @property
    def words(self) -> str:
        """Say it after its heading: "Left shoulder, front: aches, 7 → 4"."""
        told, old = [self.mark.kind.words], self.before
        now = self.now.strength if self.now is not None else None
        if old is not None and old.strength is not None and now is not None and now != old.strength:
            told.append(_("{before} → {now}").format(before=old.strength, now=now))
        elif self.mark.strength is not None:
            told.append(_("{n} of 10").format(n=self.mark.strength))
        return _("{place}: {told}").format(place=body_mark.place_words(self.mark), told=", ".join(told))


def became_words(became: Became) -> str:
    """Say what became of the marks that stand below."""
    return {
        Became.GONE: _("Gone"),
        Became.WEAKER: _("Weaker"),
        Became.SAME: _("As before"),
        Became.STRONGER: _("Stronger"),
        Became.NEW: _("New"),
    }[became]


def between(before: Iterable[Mark], now: Iterable[Mark]) -> tuple[Change, ...]:
    """What became of every mark, each told exactly once, by what it became and then in reading order.

    A mark is the same one when the same person says the same of the same part, however it is seen there; a free point
    belongs to the part that it lies nearest to. Only two numbers can be weaker or stronger than each other.
    """
    old, new = _by_place(before), _by_place(now)
    changes: list[Change] = []
    for place in old.keys() | new.keys():
        changes += _paired(old.get(place, []), new.get(place, []))
    order = {id(mark): n for n, mark in enumerate(body_mark.in_order(sorted((c.mark for c in changes), key=_alike)))}
    told = list(Became)
    return tuple(sorted(changes, key=lambda change: (told.index(change.became), order[id(change.mark)])))


def as_last_time(marks: Sequence[Mark], new_uid: Callable[[], str]) -> tuple[Mark, ...]:
    """The same marks for another visit: what a client said and how strong it was belong to their day."""
    return tuple(
        replace(mark, uid=new_uid(), strength=None, note=mark.note if mark.whose is Whose.THERAPIST else "")
        for mark in marks
    )


def share_change(visits: Sequence[MarkedVisit]) -> ShareChange | None:
    """How much of the body the client marked at first and last; None until they marked parts of it in two visits."""
    # From both ends, because a share takes its time and years of visits lie between.
    first = next((visit for visit in visits if visit.share is not None), None)
    last = next((visit for visit in reversed(visits) if visit.share is not None), None)
    if first is None or last is None or first is last:
        return None
    return ShareChange(first.share or 0, last.share or 0)


def _by_place(marks: Iterable[Mark]) -> dict[tuple[str, ...], list[Mark]]:
    found: dict[tuple[str, ...], list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=_alike):
        nearest = body.view(mark.view).region_at(mark.place, reach=1.0) if not mark.region else None
        part = mark.region or f"point {nearest.id if nearest is not None else ''}"
        found[mark.whose, mark.kind, mark.view, part].append(mark)
    return found


def _alike(mark: Mark) -> tuple[object, ...]:
    """An order of marks that does not follow from the order they came in."""
    strength = -1 if mark.strength is None else mark.strength
    return mark.view, mark.place, mark.whose, mark.kind, strength, mark.note, mark.uid


def _paired(old: Sequence[Mark], new: Sequence[Mark]) -> list[Change]:
    """Marks of one place: first those that are as strong as before, then the others as they come."""
    waiting, pairs, left = list(new), list[tuple[Mark, Mark]](), list[Mark]()
    for mark in old:
        same = next((each for each in waiting if each.strength == mark.strength), None)
        if same is None:
            left.append(mark)
        else:
            waiting.remove(same)
            pairs.append((mark, same))
    pairs += zip(left, waiting, strict=False)
    gone, came = left[len(waiting) :], waiting[len(left) :]
    return [
        *(Change(_became(before, now), before, now) for before, now in pairs),
        *(Change(Became.GONE, mark, None) for mark in gone),
        *(Change(Became.NEW, None, mark) for mark in came),
    ]


def _became(before: Mark, now: Mark) -> Became:
    if before.strength is None or now.strength is None or before.strength == now.strength:
        return Became.SAME
    return Became.WEAKER if now.strength < before.strength else Became.STRONGER
