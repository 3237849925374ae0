"""Marks for the tests of the body: one on a shoulder, and any at all."""

import unicodedata

from hypothesis import strategies as st

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind, at_point, on_region
from alliance_desktop.domain.voice import Whose

REGIONS = [region for view in body.views() for region in view.regions]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(lambda t: unicodedata.normalize("NFC", t))


def shoulder(kind: MarkKind, whose: Whose = Whose.CLIENT) -> Mark:
    """A mark on the left shoulder, seen from the front."""
    region = body.view("front").region("front.left.shoulder")
    assert region is not None
    return on_region(f"{kind} {whose}", whose, kind, region)


@st.composite
def marks(draw: st.DrawFn, view_id: str = "") -> Mark:
    """Any mark, of one view if it is named."""
    uid, whose, kind = str(draw(st.uuids())), draw(st.sampled_from(Whose)), draw(st.sampled_from(MarkKind))
    region = draw(st.sampled_from([region for region in REGIONS if region.view == (view_id or region.view)]))
    made = on_region(uid, whose, kind, region)
    if draw(st.integers(0, 3)) == 0:
        place = draw(st.tuples(st.floats(0, 1), st.floats(0, 1)))
        made = at_point(uid, whose, kind, body.view(region.view), place)
    strength = draw(st.none() | st.integers(0, 10))
    return Mark(made.uid, whose, kind, made.view, made.region, made.place, strength, draw(TEXT))
