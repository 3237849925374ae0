"""Numbers by their days as a table on paper: the same as the lines, for who reads it aloud or cannot see lines.

Loaded late by everybody, because it brings ReportLab.
"""

from datetime import date

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.ruling import Rule
from alliance_desktop.domain.chart import Chart
from alliance_desktop.words import _, counted, day_words, number_words

_MOST = 16


def pieces(edition: Edition, chart: Chart, heading: Flowable) -> list[Flowable]:
    """The heading and a line for each day, newest first: the newest and the first; how many are between is said."""
    rows = chart.rows
    shown = rows if len(rows) <= _MOST else (*rows[: _MOST - 1], rows[-1])
    lines = [_line(edition, chart, day, values) for day, values in shown]
    head: list[Flowable] = [heading, edition.gap(5), *_names(edition, chart)]
    more: list[Flowable] = []
    if len(rows) > len(shown):
        told = counted(
            "{n} day between the first and these is not listed.",
            "{n} days between the first and these are not listed.",
            len(rows) - len(shown),
        )
        more = [edition.gap(3), edition.words(told, "quiet")]
    # On one page wherever one holds it.
    return [Stack([*head, *lines, *more])]


def _names(edition: Edition, chart: Chart) -> list[Flowable]:
    if edition.large:
        return []
    cells = [[edition.words(name, "small_strong")] for name in (_("Day"), *(each.name for each in chart.series))]
    return [Columns(cells, _widths(chart), GUTTER), edition.gap(2)]


def _line(edition: Edition, chart: Chart, day: date, values: tuple[float | None, ...]) -> Flowable:
    told = day_words(day, chart.last)
    if edition.large:
        pairs = [
            f"{each.name} {number_words(n)}" for each, n in zip(chart.series, values, strict=True) if n is not None
        ]
        words = edition.told(_("{day}:").format(day=told), _(", ").join(pairs), "small")
        return Stack([Rule(edition), edition.gap(3), words, edition.gap(2)])
    cells = [
        [edition.words(told, "small")],
        *([edition.words("–" if n is None else number_words(n), "small")] for n in values),
    ]
    return Stack([Rule(edition), edition.gap(1.5), Columns(cells, _widths(chart), GUTTER), edition.gap(1.5)])


def _widths(chart: Chart) -> list[float]:
    """The day takes a third, the numbers share the rest; of one or two all are narrower."""
    number = len(chart.series)
    share = (LIVE_WIDTH - span(2) - number * GUTTER) / number if number > 2 else span(2)
    return [span(2), *[share] * number]
