"""How a paper that was handed out is called: in the list, and above its pages."""

from datetime import date

from alliance_desktop.domain.document import DocumentKind, DocumentLine, Given
from alliance_desktop.domain.moments import local_day
from alliance_desktop.ui.widgets.record_list import Row
from alliance_desktop.words import _, clock_words, counted, day_words


def of_which(line: DocumentLine) -> str:
    """Of which version or visit a kept paper is; empty where it is of none."""
    if line.kind is DocumentKind.VISIT_SUMMARY:
        return _("Visit {n}").format(n=line.version)
    return _("Version {n}").format(n=line.version) if line.kind.needs_plan else ""


def kept_row(line: DocumentLine, today: date) -> Row:
    """A kept paper as a row of the list."""
    how = _("printed") if line.given is Given.PRINTED else _("saved")
    pages = counted("{n} page", "{n} pages", line.pages)
    title = _("{title} · {pages}").format(title=_listed(line), pages=pages)
    day = day_words(local_day(line.at), today)
    return Row(title, _("{how} {day} {time}").format(how=how, day=day, time=clock_words(line.at)[:5]))


def _listed(line: DocumentLine) -> str:
    if line.kind is DocumentKind.PLAN:
        return _("Version {n}").format(n=line.version)
    if line.kind is DocumentKind.VISIT_SUMMARY:
        return _("{paper}, visit {n}").format(paper=line.kind.words, n=line.version)
    if line.kind.needs_plan:
        return _("{paper}, version {n}").format(paper=line.kind.words, n=line.version)
    return line.kind.words
