"""The marked body on paper: one or two views, a letter and a pattern for each mark, and always the legend.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, draw_below, height_of
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.body import View
from alliance_desktop.domain.body_letters import Layout, Letter, laid_out, width_for
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.body_path import Polygon, Stroke
from alliance_desktop.domain.body_pattern import Pattern, pattern
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _

_APART = 14.0
# Below this width the fine lines inside the figure would be grey noise.
_FINE_FROM = 70.0
_LEGEND = 118.0
_ABOVE = 6.0
_LEAST = 40.0
# A little smaller with the legend beside it is better than larger with the legend below.
_SMALLEST = 0.75


def views_for(marks: Sequence[Mark]) -> tuple[View, ...]:
    """The views to print: the two with most marks, in their usual order; front and back where nothing is marked."""
    counts = {name: sum(mark.view == name for mark in marks) for name in (*body.WHOLE, *body.DETAILS)}
    most = sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])[:2] or body.WHOLE[:2]
    return tuple(body.view(name) for name in counts if name in most)


class MarkedBody(Flowable):
    """Views beside each other, the legend at their right where there is room and below them otherwise.

    Marks of views that are not drawn are said in words under the legend: none is ever left out. ``tall`` is the height
    of the figure in points, without the words over and under it. A ``legend`` names the kinds to mark by hand; where
    all marks are ``listed`` below, those that are not drawn are not said twice.
    """

    def __init__(
        self,
        edition: Edition,
        marks: Sequence[Mark],
        client: str,
        therapist: str,
        tall: float = 0.0,
        legend: Sequence[tuple[MarkKind, Whose]] = (),
        listed: bool = False,
    ) -> None:
        super().__init__()
        self.edition, self.marks, self.listed = edition, list(marks), listed
        self.called = {Whose.CLIENT: client or _("the client"), Whose.THERAPIST: therapist or _("the therapist")}
        self.tall = tall or 130 * edition.scale
        self.views = views_for(marks)
        self.letter = edition.styles["small"].fontSize
        self.size = self.letter * 1.45
        self.line = edition.styles["small"].leading
        self.signs = [_LegendLine(edition, kind, whose) for kind, whose in legend or body_mark.used(marks)]
        self.told = self._told({whose for _kind, whose in legend})

    def _told(self, shapes: set[Whose]) -> list[Flowable]:
        """What is said under the signs: whose is whose, and marks of views that are not drawn."""
        shapes = shapes | {mark.whose for mark in self.marks}
        told = []
        if Whose.CLIENT in shapes:
            told.append(_("Round: {client}").format(client=self.called[Whose.CLIENT]))
        if Whose.THERAPIST in shapes:
            told.append(_("Square: {therapist}").format(therapist=self.called[Whose.THERAPIST]))
        if Whose.BOTH in shapes:
            told.append(_("Round in a square: both"))
        if any(mark.strength is not None for mark in self.marks):
            told.append(_("Number: how strong, 0 to 10"))
        names = {view.id for view in self.views}
        elsewhere = [mark for mark in self.marks if mark.view not in names and not self.listed]
        said = body_mark.marks_in_words(elsewhere, self.called[Whose.CLIENT], self.called[Whose.THERAPIST])
        return [
            *[self.edition.words(words, "quiet") for words in told],
            *[self.edition.words(words, "small") for words in said],
        ]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        gaps = _APART * len(self.views)
        tall = self._fitting(width - _LEGEND * self.edition.scale - gaps)
        self.beside = tall >= self.tall * _SMALLEST
        if not self.beside:
            tall = self._fitting(width - gaps + _APART)
        self.rooms = [width_for(view, self.marks, tall, self.size) for view in self.views]
        self.drawn = tall
        self.figure = tall + 2 * self.line
        legend_width = width - sum(self.rooms) - gaps if self.beside else width
        self.legend = self._legend(legend_width)
        legend = height_of(self.legend, legend_width)
        self.legend_width = legend_width
        self.height = max(self.figure, legend) if self.beside else self.figure + (_ABOVE + legend if legend else 0)
        return width, self.height

    def _fitting(self, room: float) -> float:
        """The height at which the views fit beside each other into a width; all of them have the same."""
        tall = self.tall
        # Smaller figures may need more columns of letters.
        for _attempt in range(4):
            over = sum(width_for(view, self.marks, tall, self.size) for view in self.views) - room
            if over <= 0:
                break
            tall -= over / sum((view.extent[1] - view.extent[0]) * view.aspect for view in self.views)
            tall = max(tall, _LEAST)
        return tall

    def _legend(self, width: float) -> list[Flowable]:
        """The signs in as many columns as fit, then the words."""
        across = min(len(self.signs), max(1, int((width + _APART) / (_LEGEND * self.edition.scale + _APART))))
        if across < 2:
            return [*self.signs, *self.told]
        deep = -(-len(self.signs) // across)
        cells = [self.signs[start : start + deep] for start in range(0, len(self.signs), deep)]
        one = (width + _APART) / across - _APART
        return [Columns(cells, [one] * len(cells), _APART), *self.told]

    def draw(self) -> None:
        x = 0.0
        for view, room in zip(self.views, self.rooms, strict=True):
            self.canv.saveState()
            self.canv.translate(x, self.height - self.figure)
            self._draw_view(view, room)
            self.canv.restoreState()
            x += room + _APART
        if self.beside:
            draw_below(self.canv, self.legend, x, self.height, self.legend_width)
        else:
            draw_below(self.canv, self.legend, 0, self.height - self.figure - _ABOVE, self.width)

    def _draw_view(self, view: View, room: float) -> None:
        tall = self.drawn
        layout = laid_out(view, self.marks, (room, tall), self.size)
        self._draw_words(view, layout, room)
        canvas = self.canv
        canvas.translate(0, self.line)
        canvas.saveState()
        canvas.translate(0, tall)
        canvas.scale(1, -1)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        ink = self.edition.inks["text"]
        if layout.width >= _FINE_FROM:
            _draw_strokes(canvas, layout, view.lines, self.edition.inks["rail"], 0.5)
        unit = max(1.0, layout.width / 220)
        for letter in layout.letters:
            shape = layout.shape(letter.mark)
            draw_pattern(canvas, pattern(letter.mark.kind, shape, layout.out(letter.mark.place), unit), shape, ink)
        _draw_strokes(canvas, layout, view.figure, self.edition.inks["quiet"], 0.9)
        for letter in layout.letters:
            if letter.leader is not None:
                canvas.setStrokeColor(ink)
                canvas.setFillColor(ink)
                canvas.setLineWidth(0.6)
                canvas.line(*letter.leader, *letter.centre)
                canvas.circle(*letter.leader, 1.0, stroke=0, fill=1)
        canvas.restoreState()
        for letter in layout.letters:
            draw_tag(canvas, self.edition, letter, tall, self.letter)

    def _draw_words(self, view: View, layout: Layout, room: float) -> None:
        """Whose left and right over the view, and its name below."""
        canvas = self.canv
        canvas.setFillColor(self.edition.inks["quiet"])
        above = self.figure - self.letter
        size, (first, last) = self.letter, view.ends
        middle = layout.out((sum(view.extent) / 2, 0))[0]
        gap = max(8.0, layout.width * 0.1)
        draw_text(canvas, max(0.0, middle - gap - width_of(first, "Sans", size)), above, first, "Sans", size)
        draw_text(canvas, min(middle + gap, room - width_of(last, "Sans", size)), above, last, "Sans", size)
        title = body.short_titles()[view.id]
        below = self.line - self.letter
        draw_text(canvas, middle - width_of(title, "Sans", size) / 2, below, title, "Sans", size)


class _LegendLine(Flowable):
    """One kind in the legend: its letter in the shape that says whose it is, its pattern, its words."""

    def __init__(self, edition: Edition, kind: MarkKind, whose: Whose) -> None:
        super().__init__()
        self.edition, self.kind, self.whose = edition, kind, whose
        self.letter = edition.styles["small"].fontSize
        self.words = edition.words(kind.words, "small", ours=True)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.inset = width, self.letter * 3.75
        self.words_height = self.words.wrap(width - self.inset, height)[1]
        self.height = max(self.words_height, self.letter * 1.45) + 3
        return width, self.height

    def draw(self) -> None:
        size, canvas = self.letter, self.canv
        middle = self.height - self.letter * 0.725 - 0.5
        mark = Mark("", self.whose, self.kind, "front", "", (0, 0))
        draw_tag(canvas, self.edition, Letter(mark, (size * 0.75, 0), size * 1.45, size * 1.45), middle, size)
        left, wide, tall = size * 1.9, size * 1.45, size * 1.1
        foot = middle - tall / 2
        swatch = ((left, foot), (left + wide, foot), (left + wide, foot + tall), (left, foot + tall))
        canvas.saveState()
        # As on the figure, where y goes down: what rises there rises here.
        canvas.translate(0, 2 * middle)
        canvas.scale(1, -1)
        draw_pattern(
            canvas, pattern(self.kind, swatch, (left + wide / 2, middle), 1.0), swatch, self.edition.inks["text"]
        )
        canvas.restoreState()
        self.words.drawOn(canvas, self.inset, middle - size * 0.36 - (self.words_height - size))


def draw_pattern(canvas: Any, made: Pattern, shape: Polygon, ink: Any) -> None:
    """Draw a mark's pattern and the edge of its shape."""
    canvas.setStrokeColor(ink)
    canvas.setFillColor(ink)
    canvas.setLineWidth(made.width)
    canvas.setLineCap(0)
    for line in made.lines:
        path = canvas.beginPath()
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
        canvas.drawPath(path, stroke=1, fill=0)
    for dot in made.dots:
        canvas.circle(*dot, made.radius, stroke=0, fill=1)
    for ring in made.rings:
        canvas.circle(*ring, made.radius, stroke=1, fill=0)
    path = canvas.beginPath()
    path.moveTo(*shape[0])
    for corner in shape[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.setLineWidth(made.edge)
    if made.dashes is not None:
        canvas.setDash(*made.dashes)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash()


def draw_tag(canvas: Any, edition: Edition, letter: Letter, top: float, points: float) -> None:
    """Draw a letter in the shape of whose it is; ``top`` is where the letter's heights are counted down from."""
    mark, (x, down) = letter.mark, letter.centre
    ink = {Whose.CLIENT: "clay", Whose.THERAPIST: "teal", Whose.BOTH: "text"}[mark.whose]
    y, width, height = top - down, letter.width, letter.height - 1.2
    canvas.setStrokeColor(edition.inks[ink])
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setLineWidth(1.1)
    left, foot, wide = x - width / 2 + 0.6, y - height / 2, width - 1.2
    if mark.whose is not Whose.CLIENT:
        canvas.rect(left, foot, wide, height, stroke=1, fill=1)
    if mark.whose is not Whose.THERAPIST:
        canvas.roundRect(left, foot, wide, height, height / 2, stroke=1, fill=1)
    canvas.setFillColor(edition.inks["text"])
    start = x - width_of(mark.text, "SansBold", points) / 2
    draw_text(canvas, start, y - points * 0.357, mark.text, "SansBold", points)


def _draw_strokes(canvas: Any, layout: Layout, strokes: Sequence[Stroke], ink: Any, width: float) -> None:
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(width)
    path = canvas.beginPath()
    for stroke in strokes:
        path.moveTo(*layout.out(stroke.start))
        for one, other, end in stroke.curves:
            path.curveTo(*layout.out(one), *layout.out(other), *layout.out(end))
        if stroke.closed:
            path.close()
    canvas.drawPath(path, stroke=1, fill=0)
