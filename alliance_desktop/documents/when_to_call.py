"""When to stop and call: the one warning of a page, with whom to call and when to get medical help.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack
from alliance_desktop.documents.edition import GUTTER, Edition, span
from alliance_desktop.documents.marks import StopSign
from alliance_desktop.domain.call_words import without_if as without_if
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.words import _


def warning(record: PlanPaper, edition: Edition, across: bool) -> list[Flowable]:
    """The octagon's heading and one or two sentences, beside each other where it goes ``across`` the page."""
    told = sentences(record, edition)
    if not told:
        return []
    flow: list[Flowable] = [sign(edition), edition.gap(3)]
    if across and len(told) == 2 and not edition.large:
        return [Stack([*flow, Columns([[each] for each in told], [span(3)] * 2, GUTTER)])]
    for place, each in enumerate(told):
        flow += [edition.gap(4), each] if place else [each]
    return [Stack(flow)]


def sign(edition: Edition) -> Flowable:
    """The octagon and its heading."""
    return StopSign(edition, _("When to stop and call"))


def sentences(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """Whom to call if what, and when to get medical help at once."""
    signs, practice = record.content.signs, record.practice
    call, doctor = stems(record.therapist, practice.phone.strip())
    both = ((call, signs.call_me), (doctor, signs.call_doctor))
    return [edition.told(label, without_if(words)) for label, words in both if words.strip()]


def stems(therapist: str, phone: str) -> tuple[str, str]:
    """How the two sentences begin."""
    if therapist and phone:
        call = _("Call {name}, {phone}, if").format(name=therapist, phone=phone)
    else:
        call = _("Call {name} if").format(name=therapist) if therapist else _("Call me if")
    return call, _("Get medical help at once if")
