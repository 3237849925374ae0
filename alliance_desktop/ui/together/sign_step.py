"""Sign: the page as it will be printed, what changed since the last time, and a place for everybody who signs."""

import importlib
import threading
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.plan import Plan, PlanContent, PlanVersion, Signer
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.services import papers, pins, plans
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import HeldWords
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.plan_parts.changes_list import ChangesList
from alliance_desktop.ui.plan_parts.plan_words import look_words, signer_names
from alliance_desktop.ui.plan_parts.seat import Seat, Signed
from alliance_desktop.ui.together.beside_paper import BesidePaper
from alliance_desktop.ui.together.not_yet import NothingNew, NotYet
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.together.thanks import Thanks
from alliance_desktop.ui.widgets.paper_pages import PaperPages
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, clock_words


class SignStep(Step):
    """What is signed is the whole plan; at a review only the changes are shown beside its pages.

    Nobody signs before the page is there. What is typed here is kept until it is signed. The draft becomes a version
    when the first of them signs, and not before.

    ``signed`` follows each signature, ``day_set`` a new day to look again, ``mend_wanted`` names the part of the plan
    that has to be filled in first.
    """

    signed = Signal()
    day_set = Signal()
    mend_wanted = Signal(str)

    def __init__(self, desk: Desk, client: str, therapist: str) -> None:
        super().__init__()
        self._desk, self._names = desk, (client, therapist)
        self._plan: Plan | None = None
        self._version: PlanVersion | None = None
        self._drawing: Job | None = None
        self._is_read = False
        self.seats: dict[Signer, Seat] = {}
        self.title = _("Sign")
        self.onward = _("look and sign")
        self.question = _("This is our plan")
        self.hint = _("Read it once more together. You can still change any word: go back.")
        self._build()
        self._held = HeldWords(desk, self, Form.REASONS)
        self.autosave = Autosave(desk, self._keep_typed, self)
        # While both talk, so that the page is there at once when they come to it.
        threading.Thread(target=_load_ahead, name="load paper ahead", daemon=True).start()
        self.not_yet.mend_wanted.connect(self.mend_wanted)
        self.nothing_new.day_wanted.connect(self._set_day)
        self.nothing_new.edited.connect(self.autosave.touched)
        self.changes.edited.connect(self.autosave.touched)
        self.changes.rebuilt.connect(self.rebuilt)
        self.signing.turned.connect(self.rebuilt)

    def _build(self) -> None:
        client, therapist = self._names
        self.pages = PaperPages("talk_page", _("Our plan"), _("The page is being drawn …"))
        self.changes_title = Words("", "title")
        self.changes = ChangesList("talk_reason", "body", _("Why? In {name}’s words").format(name=client))
        self.whole = Words(_("What is signed is the whole plan, not only what changed."), "body", "muted")
        self.not_yet, self.nothing_new = NotYet(), NothingNew(self._desk.today)
        self._places = column(gap=16)
        said = (self.not_yet, self.nothing_new, self.changes_title, self.changes, self.whole)
        self._said = boxed(column(*said, gap=12))
        self.signing = BesidePaper(self.pages, self._said, boxed(self._places))
        self.thanks = Thanks(client, therapist)
        # No stack of pages: it would stay as high as the plan is long.
        self.setLayout(column(self.signing, self.thanks, gap=0))
        self.thanks.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        if self.is_over:
            return ()
        able = [w for w in self._seat_widgets() if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        said = (*self.not_yet.stops, *self.nothing_new.stops, *self.changes.stops)
        first = (*said, *self.pages.stops) if self.signing.is_stacked else (*self.pages.stops, *said)
        return (*first, *able)

    def _seat_widgets(self) -> list[QWidget]:
        return [widget for seat in self.seats.values() for widget in seat.findChildren(QWidget)]

    @property
    def is_half_signed(self) -> bool:
        """True while somebody has signed and somebody has not: going back takes that signature back."""
        return self._version is not None and bool(self._version.signatures) and not self._version.agreed

    @property
    def is_over(self) -> bool:
        """True once all have signed in this talk."""
        return not self.thanks.isHidden()

    def back_words(self) -> str:
        """Say what going back does while the plan is half signed."""
        assert self._version is not None
        names = signer_names(self._version)
        who = _(", ").join(names[signature.signer] for signature in self._version.signatures)
        return _(
            "{name} has signed this. Going back takes it back, and all sign anew. To go back, press once more."
        ).format(name=who)

    def show_content(self, content: PlanContent) -> None:
        """What stands in the draft is shown by ``show_plan``, which knows the versions as well."""

    def put_into(self, content: PlanContent) -> PlanContent:
        return content

    def is_done(self, content: PlanContent) -> bool:
        return False

    def show_plan(self, plan: Plan) -> None:
        """Show what would be signed, or what waits for the next signature, or why there is nothing to sign."""
        self.autosave.flush()
        self._plan, self._is_read = plan, False
        self.not_yet.hide()
        self.nothing_new.hide()
        self._version = plan.waiting
        try:
            self._version = plan.waiting or plans.upcoming(plan, {}, self._desk.now())
        except plans.NotReady as refusal:
            self.not_yet.say(str(refusal), refusal.part)
        except plans.NothingChanged:
            self.nothing_new.show_plan(plan)
        self._show_changes()
        self._seat()
        self._held.load(plan.client_id, plan.id)
        self.changes.fill(self._held.words)
        self._draw()
        self.rebuilt.emit()

    def _keep_typed(self) -> bool:
        """Keep what is typed beside the changes and in the places, until it is signed."""
        waiting = self.changes.reasons() | self.nothing_new.unfinished
        for seat in self.seats.values():
            waiting |= seat.unfinished
        return self._held.keep(waiting)

    def _show_changes(self) -> None:
        plan, version = self._plan, self._version
        assert plan is not None
        review = plan.agreed is not None and version is not None
        if version is not None and version.id:
            self.changes.show_frozen(plans.change_lines(version))
        else:
            self.changes.show_changes(plans.draft_change_lines(plan) if review else ())
        agreed = plan.agreed.number if plan.agreed is not None else 0
        self.changes_title.set_or_hide(_("What changes since version {n}").format(n=agreed) if review else "")
        for part in (self.changes, self.whole):
            part.setVisible(review)
        self._said.setVisible(review or version is None)

    def _seat(self) -> None:
        emptied(self._places)
        self.seats = {}
        version = self._version
        if version is None:
            return
        names = signer_names(version)
        for signer in version.content.signers:
            seat = Seat(version.id, signer, names[signer])
            seat.signed.connect(self._sign)
            seat.edited.connect(self.autosave.touched)
            seat.wait(_("The page is being drawn. Then you can sign."))
            self.seats[signer] = seat
            self._places.addWidget(seat)
            # At once, so that it can take the keyboard.
            seat.show()
        self._show_signed(version)

    def _show_signed(self, version: PlanVersion) -> None:
        for signer, seat in self.seats.items():
            signature = version.signature_of(signer)
            if signature is not None:
                seat.show_done(_("Signed {time}").format(time=clock_words(signature.at)))

    @property
    def is_shown(self) -> bool:
        """True once the page that would be signed is before them, or is known not to come."""
        return self._drawing is None and self._is_read

    def _draw(self) -> None:
        plan = self._plan
        shown = self._version or (plan.agreed if plan is not None else None)
        self.pages.setVisible(shown is not None)
        self.signing.fit()
        if plan is None or shown is None:
            return
        # Who signs sees all of it, whatever is left out on other days.
        record = replace(papers.of_plan(shown, whole=True, today=self._desk.today()), draft=not shown.id)
        paper, large = record.practice.paper, record.practice.large_print
        self._drawing = self._desk.start(
            _("Drawing the paper"), lambda _job: _drawn(record, paper, large), self._show_pages, self._not_drawn
        )

    def _show_pages(self, pdf: bytes) -> None:
        if self.sender() is self._drawing:
            self._drawing = None
            self.pages.show_pdf(pdf)
            self._let_sign()

    def _not_drawn(self, _reason: str) -> None:
        if self.sender() is not self._drawing:
            return
        self._drawing = None
        if not self._is_read:
            told = _("The page could not be drawn. You can still agree aloud, or sign the plan on paper.")
            self.pages.show_none(told)
            for seat in self.seats.values():
                seat.offer_no_pad()
            self._let_sign()

    def _let_sign(self) -> None:
        """The page was there to be read, or there is none: whoever wants to can sign."""
        self._is_read = True
        for seat in self.seats.values():
            seat.wait("")

    def _set_day(self) -> None:
        day = self.nothing_new.day()
        plan = self._desk.perform(plans.begin, self._plan.client_id) if self._plan is not None else None
        if plan is None or plan.draft is None or day is None:
            return
        if self._desk.perform(plans.keep_draft, plan.id, replace(plan.draft, review_on=day)) is not None:
            self.autosave.forget()
            self._held.keep({})
            self.day_set.emit()

    def _sign(self, signed: Signed) -> None:
        if self._plan is None or self._version is None:
            return
        done = self._keep(signed, self._plan, self._version)
        if done is None:
            return
        self.autosave.forget()
        self._version, self._plan = done, plans.one(self._plan.id)
        self._show_signed(done)
        if done.agreed:
            self.thanks.show_signed(
                len(self.seats), pins.seal() is not None, look_words(done.content, self._desk.today())
            )
            self.signing.hide()
            self.thanks.show()
        else:
            self._show_changes()
            self._held.load(self._plan.client_id, self._plan.id)
            self._keep_typed()
            self._draw()
            self.rebuilt.emit()
            self._go_on_to_the_next()
        self.signed.emit()

    def _keep(self, signed: Signed, plan: Plan, version: PlanVersion) -> PlanVersion | None:
        """Store a signature; the first one makes the draft a version, or nothing is stored at all."""
        given = {"strokes": signed.strokes, "reason": signed.reason}
        if version.id:
            return self._desk.perform(plans.sign, version.id, signed.signer, signed.how, **given)
        reasons = self.changes.reasons()
        return self._desk.perform(plans.sign_draft, plan.id, reasons, signed.signer, signed.how, **given)

    def _go_on_to_the_next(self) -> None:
        """The keyboard goes on to whoever has still to sign."""
        assert self._version is not None
        self.seats[self._version.waiting_for[0]].how_choice.segments[0].setFocus()


def _load_ahead() -> None:
    from alliance_desktop.documents.edition import Edition  # heavy: ReportLab, needed only for paper

    importlib.import_module("alliance_desktop.documents.sheets")
    importlib.import_module("pypdfium2")
    Edition()


def _drawn(record: PlanPaper, paper: Paper, large: bool) -> bytes:
    """Draw the plan; called on a job's thread."""
    from alliance_desktop.documents import sheets  # heavy: ReportLab, needed only for paper

    return sheets.draw(DocumentKind.PLAN, record, paper, large).data
