"""Sign: the page as it will be printed, what changed since the last time, and a place for everybody who signs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alliance_desktop.domain.plan import Plan, PlanContent, PlanVersion, Signer
from alliance_desktop.domain.practice import Paper
from alliance_desktop.services import clients, plans, practice
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.plan_parts.changes_list import ChangesList
from alliance_desktop.ui.plan_parts.plan_words import signer_names
from alliance_desktop.ui.plan_parts.seat import Seat, Signed
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.widgets.pdf_view import PdfView
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, clock_words


class SignStep(Step):
    """What is signed is the whole plan; at a review only the changes are shown beside its pages.

    The draft becomes a version when the first of them signs, and not before. ``signed`` follows each signature.
    """

    signed = Signal()

    def __init__(self, desk: Desk, client: str, therapist: str) -> None:
        super().__init__()
        self._desk, self._names = desk, (client, therapist)
        self._plan: Plan | None = None
        self._version: PlanVersion | None = None
        self._drawing: Job | None = None
        self.seats: dict[Signer, Seat] = {}
        self.title = _("Sign")
        self.question = _("This is our plan")
        self.hint = _("Read it once more together. You can still change any word: go back.")
        self.view = PdfView()
        self.view.setObjectName("talk_pages")
        self.changes_title = Words("", "title")
        self.changes = ChangesList("talk_reason", "body")
        self.whole = Words(_("You both sign the whole plan, not only what changed."), "small", "muted")
        self.nothing = Words("", "body")
        self._places = QVBoxLayout()
        self._places.setSpacing(16)
        right = column(self.changes_title, self.changes, self.nothing, self.whole, boxed(self._places), None, gap=12)
        self.signing = TwoColumns(self.view, boxed(right), (1, 1), 32, 700)
        self.thanks = Words("", "page_title")
        self.thanks_more = Words("", "body", "muted")
        thanked = column(None, self.thanks, self.thanks_more, None, gap=12)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.signing)
        self.stack.addWidget(boxed(thanked))
        self.setLayout(column(self.stack))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        able = [w for w in self._seat_widgets() if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return (self.view, *self.changes.stops, *able)

    def _seat_widgets(self) -> list[QWidget]:
        return [widget for seat in self.seats.values() for widget in seat.findChildren(QWidget)]

    @property
    def is_half_signed(self) -> bool:
        """True while somebody has signed and somebody has not: going back takes that signature back."""
        return self._version is not None and bool(self._version.signatures) and not self._version.agreed

    @property
    def is_over(self) -> bool:
        """True once all have signed."""
        return self._version is not None and self._version.agreed

    def show_content(self, content: PlanContent) -> None:
        """What stands in the draft is shown by ``show_plan``, which knows the versions as well."""

    def fit_height(self, pixels: int) -> None:
        self.view.setFixedHeight(max(240, pixels - 24))

    def put_into(self, content: PlanContent) -> PlanContent:
        return content

    def is_done(self, content: PlanContent) -> bool:
        return False

    def show_plan(self, plan: Plan) -> None:
        """Show what would be signed, or what waits for the next signature."""
        self._plan = plan
        self._version = plan.waiting or plans.upcoming(plan)
        review = plan.agreed is not None
        lines = plans.draft_change_lines(plan) if plan.draft is not None else ()
        self.changes_title.set_or_hide(_("What changed since the last time") if review and lines else "")
        self.changes.show_changes(lines)
        self.changes.setVisible(bool(lines))
        self.whole.setVisible(review and bool(lines))
        nothing = review and not lines and plan.draft is not None
        self.nothing.set_or_hide(
            _(
                "Nothing changed, and that is fine: what you signed holds. Go back to set the next day to look at it "
                "together."
            )
            if nothing
            else ""
        )
        self._seat(self._version, not nothing)
        self._draw()
        self.stack.setCurrentIndex(0)
        self.rebuilt.emit()

    def _seat(self, version: PlanVersion, wanted: bool) -> None:
        emptied(self._places)
        names = signer_names(version)
        self.seats = {}
        if not wanted:
            return
        for signer in version.content.signers:
            seat = Seat(version.id, signer, names[signer])
            seat.signed.connect(self._sign)
            self.seats[signer] = seat
            self._places.addWidget(seat)
        self._show_signed(version)

    def _show_signed(self, version: PlanVersion) -> None:
        for signer, seat in self.seats.items():
            signature = version.signature_of(signer)
            if signature is not None:
                seat.show_done(_("Signed {time}").format(time=clock_words(signature.at)))

    def _draw(self) -> None:
        from alliance_desktop.documents.plan_sheet import PlanPaper  # heavy: ReportLab, needed only for paper

        assert self._plan is not None
        assert self._version is not None
        named, version = practice.current(), self._version
        called = clients.one(self._plan.client_id).called
        record = PlanPaper(version, named, called, self._plan.done, plans.change_lines(version))
        paper, large = named.paper, named.large_print
        self._drawing = self._desk.start(
            _("Drawing the paper"), lambda _job: _drawn(record, paper, large), self._show_pages
        )

    def _show_pages(self, pdf: bytes) -> None:
        if self.sender() is self._drawing:
            self._drawing = None
            self.view.show_pdf(pdf)

    def _sign(self, signed: Signed) -> None:
        assert self._plan is not None
        assert self._version is not None
        version: PlanVersion | None = self._version
        if version is not None and not version.id:
            version = self._desk.perform(plans.make_ready, self._plan.id, self.changes.reasons())
        if version is None:
            return
        done = self._desk.perform(
            plans.sign, version.id, signed.signer, signed.how, strokes=signed.strokes, reason=signed.reason
        )
        self._version = done or version
        self._plan = plans.one(self._plan.id)
        self._show_signed(self._version)
        for edit in self.changes.stops:
            edit.setEnabled(False)
        if self._version.agreed:
            self._thank()
        self.signed.emit()

    def _thank(self) -> None:
        client, therapist = self._names
        self.thanks.setText(_("Thank you, {name}. You have both signed.").format(name=client))
        self.thanks_more.setText(
            _("{name} takes the screen back now, and prints the plan for you to take home.").format(name=therapist)
        )
        self.stack.setCurrentIndex(1)


def _drawn(record: object, paper: Paper, large: bool) -> bytes:
    """Draw the plan; called on a job's thread."""
    from alliance_desktop.documents import plan_sheet  # heavy: ReportLab, needed only for paper

    return plan_sheet.pdf(record, paper, large)[0]  # type: ignore[arg-type]
