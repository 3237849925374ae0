"""What is marked on the body: ten kinds of marks, whose each is, and the same in words and as plain data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alliance_desktop.domain import body
from alliance_desktop.domain.body import Region, View
from alliance_desktop.domain.body_path import Point
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _

MOST = 10


class MarkKind(StrEnum):
    """What a mark says about its place; the stored value never changes."""

    ACHE = "ache"
    SHARP = "sharp"
    BURNING = "burning"
    NUMB = "numb"
    TINGLING = "tingling"
    STIFF = "stiff"
    TRIGGER = "trigger"
    HOLDING = "holding"
    WORKED = "worked"
    AVOID = "avoid"

    @property
    def letter(self) -> str:
        """The sign that stands on the figure; the same in every language, because prints are kept."""
        return _LETTERS[self]

    @property
    def words(self) -> str:
        """What the kind says, as the end of a sentence and in the legend."""
        return {
            MarkKind.ACHE: _("aches"),
            MarkKind.SHARP: _("sharp"),
            MarkKind.BURNING: _("burns"),
            MarkKind.NUMB: _("numb"),
            MarkKind.TINGLING: _("tingles"),
            MarkKind.STIFF: _("stiff"),
            MarkKind.TRIGGER: _("trigger point"),
            MarkKind.HOLDING: _("holding"),
            MarkKind.WORKED: _("worked on"),
            MarkKind.AVOID: _("leave alone"),
        }[self]

    @property
    def whose(self) -> Whose:
        """Who usually makes such a mark: what is felt is the client's, what is found or done the therapist's."""
        if self in (MarkKind.TRIGGER, MarkKind.HOLDING, MarkKind.WORKED):
            return Whose.THERAPIST
        return Whose.BOTH if self is MarkKind.AVOID else Whose.CLIENT


_LETTERS = dict(zip(MarkKind, ("A", "P", "B", "N", "T", "S", "X", "H", "W", "!!"), strict=True))


def kinds_of(whose: Whose) -> tuple[MarkKind, ...]:
    """The kinds one of the two is offered, in the order of the legend; all ten where it is both."""
    return tuple(kind for kind in MarkKind if whose is Whose.BOTH or kind.whose in (whose, Whose.BOTH))


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: a region of a view, or a free point of it where ``region`` is empty; ``strength`` is 0 to 10.

    ``place`` lies in the unit square of the view: the middle of the region, or the point itself.
    """

    uid: str
    whose: Whose
    kind: MarkKind
    view: str
    region: str
    place: Point
    strength: int | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """The letter, followed by the strength if there is one."""
        return self.kind.letter if self.strength is None else f"{self.kind.letter}{self.strength}"

    @property
    def part(self) -> Region | None:
        """The region that is marked; None for a free point."""
        return body.view(self.view).region(self.region) if self.region else None

    def same_place(self, other: "Mark") -> bool:
        """True when both say the same of the same region or point for the same person."""
        place = (self.whose, self.kind, self.view, self.region, self.place)
        return place == (other.whose, other.kind, other.view, other.region, other.place)


def on_region(uid: str, whose: Whose, kind: MarkKind, region: Region) -> Mark:
    """A new mark over a whole region."""
    return Mark(uid, whose, kind, region.view, region.id, region.centre)


def at_point(uid: str, whose: Whose, kind: MarkKind, view: View, place: Point) -> Mark:
    """A new mark at one point of a view."""
    return Mark(uid, whose, kind, view.id, "", (round(place[0], 4), round(place[1], 4)))


def used(marks: Iterable[Mark]) -> tuple[tuple[MarkKind, Whose], ...]:
    """The legend: every kind that is used, once for each person who used it, in the order of the kinds."""
    found = {(mark.kind, mark.whose) for mark in marks}
    return tuple((kind, whose) for kind in MarkKind for whose in Whose if (kind, whose) in found)


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Marks in reading order: view by view, from the top down, and as they were made in one place."""
    order = {view_id: place for place, view_id in enumerate((*body.WHOLE, *body.DETAILS))}
    return sorted(marks, key=lambda mark: (order[mark.view], round(mark.place[1], 3), mark.place[0]))


def place_words(mark: Mark) -> str:
    """Say where a mark is: "Left shoulder, front"."""
    if mark.part is not None:
        return body.region_words(mark.part)
    nearest = body.view(mark.view).region_at(mark.place, reach=1.0)
    return _("{place}, one point").format(place=body.region_words(nearest)) if nearest else _("One point")


def whose_words(whose: Whose, client: str = "", therapist: str = "") -> str:
    """Say whose a mark is: "said by Maria"."""
    client, therapist = client or _("the client"), therapist or _("the therapist")
    return {
        Whose.CLIENT: _("said by {client}"),
        Whose.THERAPIST: _("noted by {therapist}"),
        Whose.BOTH: _("agreed by {client} and {therapist}"),
    }[whose].format(client=client, therapist=therapist)


def words(mark: Mark, client: str = "", therapist: str = "", places: str = "") -> str:
    """Say one mark: "Left shoulder, front: aches, 6 of 10, said by Maria"; or of several ``places``."""
    told = [mark.kind.words]
    if mark.strength is not None:
        told.append(_("{n} of 10").format(n=mark.strength))
    told.append(whose_words(mark.whose, client, therapist))
    said = _("{place}: {told}").format(place=places or place_words(mark), told=", ".join(told))
    if not mark.note.strip():
        return said
    # Quotation marks belong to the client only.
    note = _("“{words}”") if mark.whose is Whose.CLIENT else "{words}"
    return _("{said}: {note}").format(said=said, note=note.format(words=mark.note.strip()))


def marks_in_words(marks: Sequence[Mark], client: str = "", therapist: str = "") -> list[str]:
    """Say all marks in reading order, one sentence each: what is heard, printed and searched."""
    return [words(mark, client, therapist) for mark in in_order(marks)]


def places_in_words(marks: Sequence[Mark], client: str = "", therapist: str = "") -> list[str]:
    """Say all marks in as few sentences as may be: places of which the same is said and nothing more share one."""
    together: dict[tuple[object, ...], list[Mark]] = {}
    for mark in in_order(marks):
        said = (mark.kind, mark.whose, mark.strength) if not mark.note.strip() else (mark.uid, mark.view, mark.place)
        together.setdefault(said, []).append(mark)
    return [
        words(some[0], client, therapist, _("; ").join(place_words(mark) for mark in some))
        for some in together.values()
    ]


def plain(marks: Iterable[Mark]) -> list[dict[str, object]]:
    """Return marks as plain JSON values, in the order given."""
    return [
        {
            "uid": mark.uid,
            "whose": str(mark.whose),
            "kind": str(mark.kind),
            "view": mark.view,
            "region": mark.region,
            "place": [mark.place[0], mark.place[1]],
            "strength": mark.strength,
            "note": mark.note,
        }
        for mark in marks
    ]


def from_plain(stored: Iterable[dict]) -> tuple[Mark, ...]:  # type: ignore[type-arg]  # JSON: what plain() wrote
    """Return the marks that ``plain`` made these values of."""
    return tuple(
        Mark(
            uid=mark["uid"],
            whose=Whose(mark["whose"]),
            kind=MarkKind(mark["kind"]),
            view=mark["view"],
            region=mark["region"],
            place=(mark["place"][0], mark["place"][1]),
            strength=mark["strength"],
            note=mark["note"],
        )
        for mark in stored
    )


def to_json(marks: Iterable[Mark]) -> bytes:
    """Return marks as canonical JSON: the same marks are always the same bytes."""
    return canonical(plain(marks))
