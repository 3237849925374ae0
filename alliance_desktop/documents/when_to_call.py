"""When to stop and call: the one warning of a page, with whom to call and when to get medical help.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack
from alliance_desktop.documents.edition import GUTTER, Edition, span
from alliance_desktop.documents.marks import StopSign
from alliance_desktop.documents.plan_paper import PlanPaper
from alliance_desktop.words import _


def warning(record: PlanPaper, edition: Edition, across: bool) -> list[Flowable]:
    """The octagon's heading and one or two sentences, beside each other where it goes ``across`` the page."""
    told = _sentences(record, edition)
    if not told:
        return []
    flow: list[Flowable] = [StopSign(edition, _("When to stop and call")), edition.gap(3)]
    if across and len(told) == 2 and not edition.large:
        return [Stack([*flow, Columns([[each] for each in told], [span(3)] * 2, GUTTER)])]
    for place, each in enumerate(told):
        flow += [edition.gap(4), each] if place else [each]
    return [Stack(flow)]


def _sentences(record: PlanPaper, edition: Edition) -> list[Flowable]:
    signs, practice = record.version.content.signs, record.practice
    named = {"name": record.therapist, "phone": practice.phone.strip()}
    if record.therapist and named["phone"]:
        call = _("Call {name}, {phone}, if")
    elif record.therapist:
        call = _("Call {name} if")
    else:
        call = _("Call me if")
    both = ((call.format(**named), signs.call_me), (_("Get medical help at once if"), signs.call_doctor))
    return [edition.told(label, without_if(words)) for label, words in both if words.strip()]


def without_if(words: str) -> str:
    """The words as they go on after a printed "if", without one of their own."""
    words = words.strip()
    for own in (_("stop if "), _("if ")):
        if words.lower().startswith(own):
            return words[len(own) :].lstrip()
    return words
