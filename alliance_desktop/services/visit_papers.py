"""What the summary of a visit is drawn from: its signed note, the agreed plan, and when the client comes again."""

from dataclasses import replace
from datetime import date

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.plan import Commitment, PlanVersion
from alliance_desktop.domain.visit_paper import VisitPaper, of_note
from alliance_desktop.domain.voice import Whose
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import appointments, clients, home_care, left_out, plans, practice, sessions, word_swaps
from alliance_desktop.words import _


class NoteNotSigned(AllianceError):
    """A summary is drawn from a signed note."""


def of(session_id: int, today: date) -> VisitPaper:
    """What the summary of this visit is drawn from; raises ``NoteNotSigned`` and ``sessions.NoSuchSession``.

    The next visit is the one that is booked after today, or today where the visit itself lies before.
    """
    session = sessions.one(session_id)
    if not session.is_signed:
        raise NoteNotSigned(_("This note can still change. Once it is signed, its summary can be printed."))
    client = clients.one(session.client_id)
    asked, did, response = of_note(session.note)
    version = _agreed(client.id)
    paper = VisitPaper(
        practice.current(),
        client.called,
        session.number,
        session.note.day,
        asked,
        did,
        response,
        tuple(rating for rating in session.note.ratings if rating.is_set),
        session.note.promise,
        (*home_care.as_steps(session.note.home, version), *_at_home(version)),
        next_visit=appointments.booked_after(client.id, today),
        added=bool(session.addenda),
        left_out=left_out.of(client.id, DocumentKind.VISIT_SUMMARY),
        language=client.profile.language,
        swaps=word_swaps.of(clients.language_of(client.id)),
        marks=session.note.marks,
    )
    if version is not None:
        paper = replace(paper, signs=version.content.signs)
    return replace(paper, strangers=clients.named_in(paper.written, client.id))


def _agreed(client_id: int) -> PlanVersion | None:
    plan = plans.current(client_id)
    return plan.agreed if plan is not None and plan.ending is None else None


def _at_home(version: PlanVersion | None) -> tuple[Commitment, ...]:
    if version is None:
        return ()
    done = plans.one(version.plan_id).done
    steps = version.content.promised(Whose.CLIENT)
    return tuple(step for step in steps if step.uid not in done and (step.what.strip() or step.how.strip()))
