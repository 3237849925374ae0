"""The drawn body: twelve views of one neutral figure and the regions each is made of, in the unit square."""

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from xml.etree import ElementTree

from alliance_desktop import resources
from alliance_desktop.domain.body_path import (
    Point,
    Polygon,
    Stroke,
    bounds,
    clearance,
    contains,
    parse,
    stretched,
)
from alliance_desktop.words import _, said_as

WHOLE = ("front", "back", "left", "right")
DETAILS = (
    "head_front",
    "head_back",
    "head_left",
    "head_right",
    "hands_palm",
    "hands_back",
    "feet_top",
    "feet_sole",
)
# Views in which the client's left lies on the viewer's left; the views from one side show only that side.
_AS_SEEN = {"back", "head_back", "hands_back", "feet_top"}
_ONE_SIDE = {"left", "right", "head_left", "head_right"}


@dataclass(frozen=True)
class Region:
    """A named part of one view; ids are stored with marks and never change. Left and right are the client's."""

    id: str
    english: str
    view: str
    centre: Point
    outline: tuple[Stroke, ...]

    @property
    def name(self) -> str:
        """What the part is called, without the view."""
        return _(self.english)

    @cached_property
    def polygon(self) -> Polygon:
        """The part's shape."""
        return self.outline[0].polygon

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return bounds(self.polygon)


@dataclass(frozen=True)
class View:
    """One picture of the body: its proportions, its regions in reading order, its contour and its fine lines."""

    id: str
    english: str
    width: float
    height: float
    regions: tuple[Region, ...]
    figure: tuple[Stroke, ...]
    lines: tuple[Stroke, ...]

    @property
    def title(self) -> str:
        """What is seen: "Body, front"."""
        return _(self.english)

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    @property
    def ends(self) -> tuple[str, str]:
        """Which side of the client lies at the viewer's left and right; nothing where one side is all there is."""
        if self.id in _ONE_SIDE:
            return "", ""
        return (_("Left"), _("Right")) if self.id in _AS_SEEN else (_("Right"), _("Left"))

    @cached_property
    def extent(self) -> tuple[float, float]:
        """Where the figure begins and ends from left to right."""
        left, _top, right, _bottom = bounds(point for region in self.regions for point in region.polygon)
        return left, right

    def region(self, region_id: str) -> Region | None:
        """The region of an id, if this view has it."""
        return next((region for region in self.regions if region.id == region_id), None)

    def region_at(self, place: Point, reach: float = 0.0) -> Region | None:
        """The region at a place, else the nearest one not farther than ``reach`` (in widths of the view)."""
        x, y = place
        for region in self.regions:
            left, top, right, bottom = region.bounds
            if left <= x <= right and top <= y <= bottom and contains(region.polygon, place):
                return region
        if reach <= 0:
            return None
        tall = 1 / self.aspect
        near = [(clearance(stretched(r.polygon, 1, tall), (x, y * tall)), r.id, r) for r in self.regions]
        distance, _id, nearest = min(near, key=lambda one: one[:2])
        return nearest if distance <= reach else None


def short_titles() -> dict[str, str]:
    """What each view is called on a button or over a small picture."""
    return {
        "front": _("Front"),
        "back": said_as("body", "Back"),
        "left": _("Left side"),
        "right": _("Right side"),
        "head_front": _("Head, front"),
        "head_back": _("Head, back"),
        "head_left": _("Head, left"),
        "head_right": _("Head, right"),
        "hands_palm": _("Palms"),
        "hands_back": _("Backs of the hands"),
        "feet_top": _("Feet, from above"),
        "feet_sole": _("Soles"),
    }


def seen_from() -> dict[str, str]:
    """How each view is said after the name of a region."""
    return {
        "front": _("front"),
        "back": _("back"),
        "left": _("left side"),
        "right": _("right side"),
        "head_front": _("head from the front"),
        "head_back": _("head from the back"),
        "head_left": _("head from the left"),
        "head_right": _("head from the right"),
        "hands_palm": _("palm side"),
        "hands_back": _("back of the hand"),
        "feet_top": _("from above"),
        "feet_sole": _("underside"),
    }


def region_words(region: Region) -> str:
    """Say a region with its view: "Left shoulder, front"; what its name says already is not said twice."""
    seen = seen_from()[region.view]
    if region.name.endswith(f", {seen}"):
        return region.name
    return _("{region}, {view}").format(region=region.name, view=seen)


@lru_cache
def view(view_id: str) -> View:
    """The view of an id, read once from the packaged drawing; raises ``KeyError`` for an unknown one."""
    facts, centres = _drawn()
    return _view(facts[view_id], centres)


def views() -> tuple[View, ...]:
    """All twelve views, the whole body first."""
    return tuple(view(view_id) for view_id in (*WHOLE, *DETAILS))


@lru_cache
def _drawn() -> tuple[dict[str, dict[str, object]], dict[str, Point]]:
    """What is told about each view, and the middle of each region."""
    drawn = json.loads(resources.text("body", "regions.json"))
    centres = {region["id"]: (region["centre"][0], region["centre"][1]) for region in drawn["regions"]}
    return {view["id"]: view for view in drawn["views"]}, centres


def _view(facts: dict[str, object], centres: dict[str, Point]) -> View:
    name, width, height = str(facts["id"]), float(str(facts["width"])), float(str(facts["height"]))
    root = ElementTree.fromstring(resources.text("body", f"{name}.svg"))
    groups = {group.get("id", "").rpartition(".")[2]: group for group in root if group.tag.endswith("}g")}
    regions = []
    for path in groups["regions"]:
        region_id = path.get("id", "")
        outline = parse(path.get("d", ""), width, height)
        title = next(iter(path)).text or ""
        regions.append(Region(region_id, title, name, centres[region_id], outline))
    # Reading order: from the top down, and from the viewer's left in one line.
    regions.sort(key=lambda region: (round(region.centre[1], 3), region.centre[0]))
    figure, lines = (
        tuple(stroke for path in groups[group] for stroke in parse(path.get("d", ""), width, height))
        for group in ("figure", "lines")
    )
    return View(name, str(facts["title"]), width, height, tuple(regions), figure, lines)
