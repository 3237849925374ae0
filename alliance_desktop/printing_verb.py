"""``print-plan``: a client's plan or another of the papers as a PDF, and the same bytes on record."""

import argparse
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from alliance_desktop.way_in import Answer, CannotRun, opened
from alliance_desktop.words import _, counted

if TYPE_CHECKING:
    from alliance_desktop.domain.client import Client
    from alliance_desktop.domain.document import DocumentKind
    from alliance_desktop.services.papers import Record

# The kinds of papers, spelt out so that describing the verb brings nothing heavy.
SHEETS = (
    "plan",
    "home-care",
    "pocket-card",
    "progress",
    "visit-summary",
    "think-before",
    "guide",
    "blank-plan",
    "closing-slips",
)


def describe(printing: argparse.ArgumentParser) -> None:
    """Say what can be asked of the verb."""
    printing.add_argument("folder", type=Path)
    printing.add_argument("--client", metavar="ID_OR_NAME", help=_("not needed for a guide or blank sheet for anybody"))
    printing.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.pdf")
    printing.add_argument("--sheet", choices=SHEETS, default="plan", help=_("which paper"))
    same = _("the sheet of what the client does at home: --sheet home-care")
    printing.add_argument("--home-care", dest="sheet", action="store_const", const="home-care", help=same)
    printing.add_argument("--paper", choices=("a4", "letter"))
    printing.add_argument("--large-print", action="store_true")
    printing.add_argument("--black-and-white", action="store_true")
    printing.add_argument("--replace", action="store_true", help=_("write over FILE.pdf if it is there already"))


def run(asked: argparse.Namespace) -> Answer:
    """Draw the paper that was asked for, write it, and keep it on record where it is a client's."""
    if asked.output.exists() and not asked.replace:
        raise CannotRun(_("There is a file {file} already. With --replace it is replaced.").format(file=asked.output))
    with opened(asked):
        from alliance_desktop.documents import sheets  # late: brings ReportLab
        from alliance_desktop.domain.document import DocumentKind, Given
        from alliance_desktop.domain.practice import Paper
        from alliance_desktop.services import documents, practice
        from alliance_desktop.storage import atomic
        from alliance_desktop.storage.database import database

        kind = DocumentKind(asked.sheet.replace("-", " "))
        client = _client(asked.client) if asked.client else None
        record = _record(kind, client)
        sheet = Paper(asked.paper) if asked.paper else practice.current().paper
        drawn = sheets.draw(kind, record, sheet, asked.large_print, asked.black_and_white)
        number = _number(record)
        # On record only when it was written.
        with database.transaction("IMMEDIATE"):
            if client is not None:
                documents.keep(client.id, kind, Given.SAVED, number, drawn.pages, drawn.data, datetime.now(UTC))
            atomic.write(asked.output, drawn.data)
    line = _told(kind, client, number, drawn.pages, asked.output)
    values = {"sheet": asked.sheet, "client": client.id if client else None, "version": number, "pages": drawn.pages}
    return Answer([line, *drawn.remarks], {**values, "file": str(asked.output), "remarks": list(drawn.remarks)})


def _number(record: "Record") -> int:
    """Of which version or visit the paper is; 0 where it is of none."""
    from alliance_desktop.domain.plan_paper import PlanPaper
    from alliance_desktop.domain.visit_paper import VisitPaper

    if isinstance(record, PlanPaper):
        return record.version.number
    return record.number if isinstance(record, VisitPaper) else 0


def _record(kind: "DocumentKind", client: "Client | None") -> "Record":
    """What the paper is drawn from; refuses what cannot be drawn for this client, and says why."""
    from alliance_desktop.domain.moments import local_day
    from alliance_desktop.services import papers

    today = local_day(datetime.now(UTC))
    if client is None:
        if kind.needs_plan or kind.of_visits:
            raise CannotRun(_("Whose paper? Please name a client with --client."))
        return papers.loose(kind, today)
    if kind.of_visits:
        if kind not in papers.kinds(None, client.id):
            raise CannotRun(_("There is nothing of {name} to print on it yet.").format(name=client.full_name))
        return papers.of_visits(kind, client.id, today)
    if not kind.needs_plan:
        return papers.loose(kind, today, client.id)
    version = papers.to_print(client.id)
    if version is None:
        raise CannotRun(_("There is no plan of {name} that is ready or signed.").format(name=client.full_name))
    if kind not in papers.kinds(version, client.id):
        raise CannotRun(_("There is nothing in the plan of {name} to do at home.").format(name=client.full_name))
    return papers.of_plan(version, kind, today=local_day(datetime.now(UTC)))


def _told(kind: "DocumentKind", client: "Client | None", number: int, pages: int, file: Path) -> str:
    """The sentence about what was written."""
    from alliance_desktop.domain.document import DocumentKind

    long = counted("{n} page", "{n} pages", pages)
    name = client.full_name if client is not None else ""
    said = {
        DocumentKind.PLAN: _("The plan of {name}, version {n}, {pages}, is in {file}. It is not encrypted."),
        DocumentKind.HOME_CARE: _("The home care sheet of {name}, version {n}, is in {file}. It is not encrypted."),
        DocumentKind.POCKET_CARD: _("The pocket card of {name}, version {n}, is in {file}. It is not encrypted."),
    }.get(kind)
    if said is None and client is not None:
        said = _("“{paper}” for {name}, {pages}, is in {file}. It is not encrypted.")
    elif said is None:
        said = _("“{paper}” for anybody, {pages}, is in {file}.")
    return said.format(name=name, n=number, pages=long, paper=kind.words, file=file)


def _client(wanted: str) -> "Client":
    from alliance_desktop.services import clients

    # Longer than any number that the file could hold: then it is a name.
    if re.fullmatch(r"[0-9]{1,18}", wanted):
        return clients.one(int(wanted))
    found = clients.lines(wanted) + clients.lines(wanted, archived=True)
    if not found:
        raise CannotRun(_("Nobody here has “{name}” in their name.").format(name=wanted))
    if len(found) > 1:
        ids = ", ".join(f"{line.id} {line.full_name}" for line in found)
        raise CannotRun(_("Several clients have this name; please give a number: {ids}").format(ids=ids))
    return clients.one(found[0].id)
