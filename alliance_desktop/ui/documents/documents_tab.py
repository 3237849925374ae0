"""Papers: the plan as it will be printed, and everything that was handed out, byte for byte."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from alliance_desktop.domain.document import DocumentKind, DocumentLine, Given
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import clients, documents, plans, practice
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.printing import print_pdf
from alliance_desktop.ui.widgets.beside_list import BesideList
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton, TickBox
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.ui.widgets.pdf_view import PdfView
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, clock_words, counted, day_words


class DocumentsTab(ClientTab):
    """The preview is the very PDF that is printed, saved and kept."""

    def _build(self) -> None:
        self._pdf = b""
        self._drawing: Job | None = None
        self._print_wanted = False
        self._version = 0
        self._pages = 0
        self._kept = 0
        self.title = Words("", "strong")
        self.title.setWordWrap(False)
        papers = [(_("Our plan"), DocumentKind.PLAN), (_("Home care"), DocumentKind.HOME_CARE)]
        self.paper_choice = Segmented("paper_choice", _("Which paper"), papers)
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
        self.view = PdfView()
        self.kept_title = Words(_("Handed out"), "heading", "muted")
        self.kept_list = RecordList("kept_list", _("Handed out"), self._row, 56)
        told = _("Here stands the paper of a plan, to print or save. Write the plan together first, under Plan.")
        self.empty = EmptyState("file-text", told)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        left = column(self._bar(), self.amber, gap=8)
        # Where there is little height the preview gives way, never the buttons.
        self.stack.setMinimumHeight(1)
        left.addWidget(self.stack, 1)
        kept = boxed(column(self.kept_title, self.kept_list, gap=8))
        self.both = BesideList(boxed(left), kept, _("Handed out"))
        outer = column(self.both)
        outer.setContentsMargins(0, 16, 0, 16)
        self.setLayout(outer)

    def _bar(self) -> QWidget:
        """What is shown, how, and what can be done with it: in one row, or in two or three where there is less room."""
        ways = boxed(row(self.large_box, self.grey_box, None, gap=12))
        acts = boxed(row(self.save_button, self.print_button, None, gap=12))
        shown = TwoColumns(boxed(row(self.paper_choice, self.title, None, gap=12)), ways, (1, 0), 12, 400)
        self.bar = TwoColumns(shown, acts, (1, 0), 12, 720)
        return self.bar

    def _connect(self) -> None:
        self.large_box.clicked.connect(self._draw)
        self.grey_box.clicked.connect(self._draw)
        self.paper_choice.chosen.connect(self._draw)
        self.print_button.clicked.connect(self.print_now)
        self.save_button.clicked.connect(self._choose_file)
        self.kept_list.record_chosen.connect(self._show_kept)
        self.kept_list.record_chosen.connect(self.both.close_list)

    def show_client(self, client_id: int) -> None:
        if client_id != self.client_id:
            self._version, self._kept = 0, 0
            self.paper_choice.set_value(DocumentKind.PLAN)
            self._put_away()
        super().show_client(client_id)

    def refresh(self) -> None:
        lines = documents.of(self.client_id)
        self.kept_list.show_records(lines)
        self.kept_list.clearSelection()
        self.both.show_list(bool(lines))
        if self._kept:
            return
        if not self._version:
            self.large_box.setChecked(practice.current().large_print)
        plan = plans.current(self.client_id)
        version = (plan.waiting or plan.agreed) if plan is not None else None
        if self._version == 0 and version is not None:
            self._version = version.id
        self._draw()

    def preview(self, version_id: int) -> None:
        """Show the paper of one version."""
        self._version, self._kept = version_id, 0
        self._draw()

    def _draw(self, _chosen: object = None) -> None:
        shown = bool(self._version)
        for widget in (self.print_button, self.save_button, self.large_box, self.grey_box):
            widget.setEnabled(shown)
        self.stack.setCurrentWidget(self.view if shown else self.empty)
        self.bar.setVisible(shown)
        self.amber.hide()
        if not shown:
            self.title.setText("")
            return
        self._kept = 0
        version = plans.version(self._version)
        self.title.setText(_("Version {n}").format(n=version.number))
        # Only who has something to do at home takes a sheet about it home.
        self.paper_choice.setVisible(any(step.what.strip() for step in version.content.promised(Whose.CLIENT)))
        if self.paper_choice.isHidden():
            self.paper_choice.set_value(DocumentKind.PLAN)
        record, named, kind = self._paper(), practice.current(), self._kind()
        large, grey = self.large_box.isChecked(), self.grey_box.isChecked()
        self._put_away()
        self._drawing = self.desk.start(
            _("Drawing the paper"), lambda _job: _drawn(record, kind, named.paper, large, grey), self._show_pdf
        )

    def _kind(self) -> DocumentKind:
        return DocumentKind(str(self.paper_choice.value()))

    def _put_away(self) -> None:
        """What was drawn or is being drawn is no longer wanted; nothing can be printed until the next is there."""
        self._pdf, self._drawing, self._print_wanted = b"", None, False

    def _paper(self) -> Any:
        from alliance_desktop.documents.plan_sheet import PlanPaper  # heavy: ReportLab, needed only for paper

        version = plans.version(self._version)
        plan = plans.one(version.plan_id)
        return PlanPaper(
            version,
            practice.current(),
            clients.one(self.client_id).called,
            plan.done,
            plans.change_lines(version),
        )

    def _show_pdf(self, drawn: tuple[bytes, tuple[str, ...]]) -> None:
        if self.sender() is not self._drawing:
            return
        self._drawing = None
        self._pdf, ambers = drawn
        self._pages = self.view.show_pdf(self._pdf)
        self.amber.set_or_hide("\n".join(ambers))
        if self._print_wanted:
            self.print_now()

    def _show_kept(self, document_id: int) -> None:
        self._put_away()
        self._kept = document_id
        self._pdf = documents.data(document_id)
        self._pages = self.view.show_pdf(self._pdf)
        self.stack.setCurrentWidget(self.view)
        self.bar.show()
        line = next(line for line in documents.of(self.client_id) if line.id == document_id)
        self.title.setText(_("As handed out {day}").format(day=day_words(local_day(line.at), self.desk.today())))
        self.amber.hide()
        self.paper_choice.hide()
        self.large_box.setEnabled(False)
        self.grey_box.setEnabled(False)

    def _row(self, line: DocumentLine) -> Row:
        named = _("Home care, version {n}") if line.kind is DocumentKind.HOME_CARE else _("Version {n}")
        title = named.format(n=line.version)
        how = _("printed") if line.given is Given.PRINTED else _("saved")
        pages = counted("{n} page", "{n} pages", line.pages)
        day = day_words(local_day(line.at), self.desk.today())
        title = _("{title} · {pages}").format(title=title, pages=pages)
        return Row(title, _("{how} {day} {time}").format(how=how, day=day, time=clock_words(line.at)[:5]))

    def print_now(self) -> None:
        """Print what is shown, through the system, once it is drawn; where there is no printer, offer to save it."""
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
        elif outcome:
            self._keep(Given.PRINTED)

    def _choose_file(self) -> None:
        if not self._pdf:
            self.desk.say(_("There is nothing to save yet."))
            return
        name = "home-care.pdf" if self._kind() is DocumentKind.HOME_CARE else "plan.pdf"
        chosen, _kinds = QFileDialog.getSaveFileName(self, _("Save the paper"), name, "PDF (*.pdf)")
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
            self.desk.say(_("Saved. A saved PDF is not encrypted: keep it where only you and the client can read it."))

    def _keep(self, given: Given) -> bool:
        if self._kept:
            return True
        number = plans.version(self._version).number
        line = self.desk.perform(documents.keep, self.client_id, self._kind(), given, number, self._pages, self._pdf)
        return line is not None


def _drawn(record: Any, kind: DocumentKind, paper: Paper, large: bool, grey: bool) -> tuple[bytes, tuple[str, ...]]:
    """Draw the paper and look it over; called on a job's thread."""
    from alliance_desktop.documents import home_care_sheet, plan_sheet  # heavy: ReportLab, needed only for paper

    if kind is DocumentKind.HOME_CARE:
        return home_care_sheet.pdf(record, paper, large, grey)[0], ()
    drawn, pages = plan_sheet.pdf(record, paper, large, grey)
    return drawn, plan_sheet.remarks(record, pages, large)
