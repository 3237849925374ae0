"""Papers: each as it will be printed, part by part, and everything that was handed out, byte for byte."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.domain.document import DocumentKind, DocumentLine, Given
from alliance_desktop.domain.held_form import HeldForm
from alliance_desktop.domain.letter import FORMS
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import PlanVersion
from alliance_desktop.domain.practice import Paper
from alliance_desktop.services import documents, left_out, letters, papers, plans, practice, sessions
from alliance_desktop.ui.documents.kept_words import kept_row, of_which
from alliance_desktop.ui.documents.letter_bar import LetterBar
from alliance_desktop.ui.documents.letter_dialog import LetterDialog
from alliance_desktop.ui.documents.section_ticks import SectionTicks
from alliance_desktop.ui.form_keeper import FormKeeper
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.widgets.beside_list import BesideList
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton, TickBox
from alliance_desktop.ui.widgets.fields import Choice
from alliance_desktop.ui.widgets.pdf_view import PdfView
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words

_LEAST_PREVIEW = 160


class DocumentsTab(ClientTab):
    """The preview is the very PDF that is printed, saved and kept."""

    def _build(self) -> None:
        self._pdf = b""
        self._drawing: Job | None = None
        self._print_wanted = False
        self._version = 0
        self._measures: tuple[str, ...] = ()
        self._pages = 0
        self._kept = 0
        self._fresh = True
        self._gone: tuple[Section, ...] = ()
        self._left_out = frozenset[Section]()
        self.title = Words("", "strong")
        self.title.setWordWrap(False)
        self.paper_choice = Choice([])
        self.paper_choice.setObjectName("paper_choice")
        self.paper_choice.setAccessibleName(_("Which paper"))
        self.visit_choice = Choice([])
        self.visit_choice.setObjectName("visit_choice")
        self.visit_choice.setAccessibleName(_("Which visit"))
        self.visit_choice.hide()
        self.large_box = TickBox(_("Large print"))
        self.large_box.setObjectName("large_print_box")
        self.grey_box = TickBox(_("Black and white"))
        self.grey_box.setObjectName("grey_box")
        self.print_button = MainButton(_("Print"), "printer", "Ctrl+P")
        self.print_button.setShortcut("")
        self.print_button.setObjectName("print_paper_button")
        self.save_button = SecondButton(_("Save as PDF"), "download")
        self.save_button.setObjectName("save_paper_button")
        self.amber = Words("", "small", "warning")
        self.amber.setObjectName("amber_words")
        self.draft_button = LinkButton(_("Say it otherwise in the draft"), "pencil", "Alt+D")
        self.draft_button.setObjectName("draft_button")
        self.note = Words("", "small", "muted")
        self.note.setObjectName("paper_note")
        self.view = PdfView()
        self.ticks = SectionTicks()
        self.kept_title = Words(_("Handed out"), "heading", "muted")
        self.kept_list = RecordList("kept_list", _("Handed out"), self._row, 56)
        self.letter_bar = LetterBar()
        left = column(self.letter_bar, self.note, self.amber, row(self.draft_button, None), gap=8)
        left.addWidget(self.view, 1)
        self.kept_part = boxed(column(self.kept_title, self.kept_list, gap=4))
        side = column(gap=16)
        side.addWidget(self.ticks, 3)
        side.addWidget(self.kept_part, 2)
        self.both = BesideList(boxed(left), boxed(side), _("What is on it, and what was handed out"))
        # Where there is little height all of it scrolls: neither the buttons nor the preview are squeezed.
        self.view.setMinimumHeight(_LEAST_PREVIEW)
        self.area = ScrollColumn()
        self.area.setObjectName("papers_area")
        self.area.column.setSpacing(12)
        self.area.column.setContentsMargins(0, 16, 0, 16)
        self.area.column.addWidget(self._bar())
        self.area.column.addWidget(self.both, 1)
        self.setLayout(column(self.area))

    def _bar(self) -> QWidget:
        """What is shown, how, and what can be done with it: in one row, or in two or three where there is less room."""
        ways = boxed(row(self.large_box, self.grey_box, None, gap=12))
        acts = boxed(row(self.save_button, self.print_button, None, gap=12))
        which = boxed(row(self.title, self.visit_choice, None, gap=12))
        named = TwoColumns(self.paper_choice, which, (0, 1), 12, 340)
        shown = TwoColumns(named, ways, (1, 0), 12, 620)
        self.bar = TwoColumns(shown, acts, (1, 0), 12, 900)
        return self.bar

    def _connect(self) -> None:
        self.large_box.clicked.connect(self._draw)
        self.grey_box.clicked.connect(self._draw)
        self.paper_choice.activated.connect(self._draw)
        self.visit_choice.activated.connect(self._draw)
        self.ticks.turned.connect(self._turn)
        self.print_button.clicked.connect(self.print_now)
        self.save_button.clicked.connect(self._choose_file)
        self.draft_button.clicked.connect(self._go_to_draft)
        self.letter_bar.writing_wanted.connect(self._write)
        self.letter_bar.throwing_wanted.connect(self._throw_away)
        self.kept_list.record_chosen.connect(self._show_kept)
        self.kept_list.record_chosen.connect(self.both.close_list)

    def show_client(self, client_id: int) -> None:
        if client_id != self.client_id:
            self._version, self._kept, self._fresh, self._gone, self._measures = 0, 0, True, (), ()
            self._put_away()
            # Not for a moment another client's paper.
            self.view.show_nothing()
        super().show_client(client_id)

    def refresh(self) -> None:
        lines = documents.of(self.client_id)
        self.kept_list.show_records(lines)
        self.kept_list.clearSelection()
        self.kept_part.setVisible(bool(lines))
        self.both.show_list(True)
        if self._kept:
            return
        if self._fresh:
            self._fresh = False
            self.large_box.setChecked(practice.current().large_print)
            self.paper_choice.clear()
        version = papers.to_print(self.client_id)
        if not self._version and version is not None:
            self._version = version.id
        self._draw()

    def preview(self, version_id: int) -> None:
        """Show the paper of one version."""
        self._version = version_id
        self._choose(DocumentKind.PLAN)

    def show_paper(self, kind: DocumentKind, about: object = None) -> None:
        """Show one of the papers: the summary of the visit ``about``, how it goes in these numbers, a letter to write.

        A letter is opened where it is written.
        """
        if kind is DocumentKind.PROGRESS and isinstance(about, tuple):
            self._measures = about
        self._choose(kind, about if isinstance(about, int) else 0)
        if kind.is_letter:
            self._write()

    def go_on_with(self, held: HeldForm) -> None:
        self.show_paper(next(kind for kind, form in FORMS.items() if form is held.form))

    def _write(self) -> None:
        kind = self.kind
        dialog = LetterDialog.open_for(self, letters.first(self.client_id, kind, self.desk.today()))
        keeper = FormKeeper(self.desk, dialog, FORMS[kind], self.client_id)
        dialog.put_down.connect(keeper.hand_on)
        dialog.put_down.connect(self._see_letter)
        self.desk.closing.connect(dialog.be_over)

    def _see_letter(self) -> None:
        self._draw()
        self.letter_bar.write_button.setFocus()

    def _throw_away(self) -> None:
        told = _("What was written is thrown away.")
        self.desk.perform_undoable(told, partial(self._bring_back, self.client_id, self.kind), *self._put_away_letter())

    def _put_away_letter(self) -> tuple[Any, ...]:
        return letters.put_away, self.client_id, self.kind

    def _bring_back(self, client_id: int, kind: DocumentKind, typed: Mapping[str, str]) -> None:
        self.desk.perform(letters.bring_back, client_id, kind, typed)

    def _choose(self, kind: DocumentKind, session_id: int = 0) -> None:
        self._kept = 0
        self._offer(papers.kinds(plans.version(self._version) if self._version else None, self.client_id))
        self.paper_choice.set_value(kind)
        self._offer_visits()
        self.visit_choice.set_value(session_id)
        self._draw()

    def _draw(self, _chosen: object = None) -> None:
        self._kept = 0
        self._hide_checks()
        version = plans.version(self._version) if self._version else None
        self._offer(papers.kinds(version, self.client_id))
        kind = self.kind
        told = "" if version is not None else _("The plan has papers of its own once it is ready to sign.")
        self.letter_bar.hide()
        if kind.is_letter:
            told = ""
            self.letter_bar.show_letter(letters.begun(self.client_id, kind))
        self.note.set_or_hide(told)
        for box in (self.large_box, self.grey_box):
            box.setEnabled(True)
        of_plan = version is not None and kind.needs_plan
        self.title.setText(_("Version {n}").format(n=version.number) if version is not None and of_plan else "")
        self._offer_visits()
        record = self._record(kind, version if of_plan else None)
        # What gave way the last time is most likely to do so again: no tick is turned under somebody's hand.
        gone = set(self._gone) & set(record.may_go) if of_plan else set()
        self._left_out = record.left_out
        self.ticks.show_sections(papers.may_leave_out(kind, record), self._left_out | gone)
        paper, large, grey = practice.current().paper, self.large_box.isChecked(), self.grey_box.isChecked()
        self._put_away()
        self._drawing = self.desk.start(
            _("Drawing the paper"), lambda _job: _drawn(record, kind, paper, large, grey), self._show_pdf
        )

    def _record(self, kind: DocumentKind, version: PlanVersion | None) -> Any:
        """What the paper is drawn from."""
        if version is not None:
            return papers.of_plan(version, kind, today=self.desk.today())
        if kind.is_letter:
            return letters.paper(self.client_id, kind, self.desk.today())
        if kind.of_visits:
            return papers.of_visits(kind, self.client_id, self.desk.today(), self._visit, self._measures)
        return papers.loose(kind, self.desk.today(), self.client_id)

    @property
    def _visit(self) -> int:
        """The visit that is chosen; 0 where none can be."""
        return int(str(self.visit_choice.value() or 0))

    def _offer_visits(self) -> None:
        """The visits with a signed note, newest first; the one chosen stays while it is among them."""
        wanted = self.kind is DocumentKind.VISIT_SUMMARY
        lines = [line for line in sessions.lines(self.client_id) if line.signed] if wanted else []
        chosen = self.visit_choice.value()
        self.visit_choice.clear()
        for line in lines:
            day = day_words(line.day, self.desk.today())
            self.visit_choice.addItem(_("Visit {n}, {day}").format(n=line.number, day=day), line.id)
        self.visit_choice.set_value(chosen)
        self.visit_choice.setVisible(bool(lines))

    def _offer(self, kinds: tuple[DocumentKind, ...]) -> None:
        """Only papers that can be drawn can be chosen; the one chosen stays while it is among them."""
        present = tuple(self.paper_choice.itemData(place) for place in range(self.paper_choice.count()))
        if present == kinds:
            return
        chosen = self.paper_choice.value()
        self.paper_choice.clear()
        for kind in kinds:
            self.paper_choice.addItem(kind.words, kind)
        self.paper_choice.set_value(chosen)

    @property
    def kind(self) -> DocumentKind:
        """Which paper is chosen."""
        return DocumentKind(str(self.paper_choice.value()))

    @property
    def shown_pdf(self) -> bytes:
        """The paper that is in sight, byte for byte."""
        return self._pdf

    @property
    def drawn(self) -> bool:
        """True while what is in sight is what would be printed."""
        return bool(self._pdf) and self._drawing is None

    def _turn(self, section: Section, printed: bool) -> None:
        verb = left_out.put_back if printed else left_out.leave_out
        if self.desk.perform(verb, self.client_id, self.kind, section) is None:
            self.refresh()

    def _put_away(self) -> None:
        """What was drawn or is being drawn is no longer wanted; nothing can be printed until the next is there."""
        self._pdf, self._drawing, self._print_wanted = b"", None, False

    def _show_pdf(self, drawn: Any) -> None:
        if self.sender() is not self._drawing:
            return
        self._drawing = None
        self._pdf = drawn.data
        self._pages = self.view.show_pdf(self._pdf)
        self._gone = drawn.gone
        self.ticks.show_sections(tuple(self.ticks.boxes), self._left_out.union(self._gone))
        self.amber.set_or_hide("\n".join(drawn.remarks))
        self.draft_button.setVisible(bool(drawn.better) and self._has_draft())
        if self._print_wanted:
            self.print_now()

    def _hide_checks(self) -> None:
        self.amber.hide()
        self.draft_button.hide()

    def _has_draft(self) -> bool:
        plan = plans.current(self.client_id)
        return plan is not None and plan.draft is not None and plan.ending is None

    def _go_to_draft(self) -> None:
        self.tab_wanted.emit("plan")

    def _show_kept(self, document_id: int) -> None:
        self._put_away()
        self._kept = document_id
        self._pdf = documents.data(document_id)
        self._pages = self.view.show_pdf(self._pdf)
        line = next(line for line in documents.of(self.client_id) if line.id == document_id)
        told = _("As handed out {day}. Choose a paper above to print a new one.")
        self.note.set_or_hide(told.format(day=day_words(local_day(line.at), self.desk.today())))
        self.title.setText(of_which(line))
        self.visit_choice.hide()
        self.letter_bar.hide()
        self._hide_checks()
        self.ticks.hide()
        self.paper_choice.set_value(line.kind)
        for box in (self.large_box, self.grey_box):
            box.setEnabled(False)

    def _row(self, line: DocumentLine) -> Row:
        return kept_row(line, self.desk.today())

    def print_now(self) -> None:
        """Print what is shown, through the system, once it is drawn; where there is no printer, offer to save it."""
        from alliance_desktop.ui.printing import print_pdf  # heavy: the system's printing

        self._print_wanted = self._drawing is not None
        if self._print_wanted:
            return
        if not self._pdf:
            self.desk.say(_("There is nothing to print yet."))
            return
        outcome = print_pdf(self, self._pdf)
        if outcome is None:
            self.desk.say(_("No printer was found. You can save the paper as a PDF instead."))
            self._choose_file()
        elif outcome and self._keep(Given.PRINTED):
            self._letter_is_out(_("The letter is kept as it left."))

    def _choose_file(self) -> None:
        if not self._pdf:
            self.desk.say(_("There is nothing to save yet."))
            return
        chosen, _kinds = QFileDialog.getSaveFileName(self, _("Save the paper"), self.kind.file_name, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save what is shown and keep the same bytes on record."""
        try:
            path.write_bytes(self._pdf)
        except OSError:
            self.desk.say(_("The paper could not be saved there. Please choose another place."))
            return
        if self._keep(Given.SAVED):
            told = _("Saved. A saved PDF is not encrypted: keep it where only you and the client can read it.")
            if not self._letter_is_out(told):
                self.desk.say(told)

    def _keep(self, given: Given) -> bool:
        if self._kept:
            return True
        number = plans.version(self._version).number if self.kind.needs_plan else 0
        if self.kind is DocumentKind.VISIT_SUMMARY:
            number = sessions.one(self._visit).number
        line = self.desk.perform(documents.keep, self.client_id, self.kind, given, number, self._pages, self._pdf)
        return line is not None

    def _letter_is_out(self, told: str) -> bool:
        """What left is no longer to be gone on with, which can be undone for a while; False where nothing was begun."""
        if self._kept or not self.kind.is_letter or not letters.begun(self.client_id, self.kind):
            return False
        told = _("{told} What was written for it is put away.").format(told=told)
        bring_back = partial(self._bring_back, self.client_id, self.kind)
        return self.desk.perform_undoable(told, bring_back, *self._put_away_letter()) is not None


def _drawn(record: Any, kind: DocumentKind, paper: Paper, large: bool, grey: bool) -> Any:
    """Draw the paper and look it over; called on a job's thread."""
    from alliance_desktop.documents import sheets  # heavy: ReportLab, needed only for paper

    return sheets.draw(kind, record, paper, large, grey)
