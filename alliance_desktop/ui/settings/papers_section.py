"""The words of the guide for clients, ours or the practice's own, and papers that are for anybody."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.services import paper_texts, papers, practice
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, MultiText
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, spoken

_LINES = 14


class PapersSection(QWidget):
    """What is typed is stored by itself; what stands as ours is never stored."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._loaded = False
        self.edits: dict[PaperText, MultiText] = {}
        self.back_buttons: dict[PaperText, LinkButton] = {}
        self.buttons: dict[DocumentKind, SecondButton] = {}
        self._build()
        self._autosave = Autosave(desk, self._store, self)

    def _build(self) -> None:
        about = _("The guide tells clients why it helps to say things, how to bring them up and where your limits are.")
        how = _("An empty line parts paragraphs. A hyphen at its beginning makes a line part of a list.")
        texts = column(Words(how, "small", "muted"), *(self._text(part) for part in PaperText), gap=14)
        self.fold = Fold("guide_words_button", _("Put the guide in your own words"), boxed(texts))
        verbs = Flow()
        for kind, words, name in (
            (DocumentKind.GUIDE, _("Print the guide"), "print_guide_button"),
            (DocumentKind.PRIVACY, _("Print how words are kept"), "print_privacy_button"),
            (DocumentKind.BLANK_PLAN, _("Print a blank plan"), "print_blank_button"),
            (DocumentKind.CLOSING_SLIPS, _("Print slips for the closing check"), "print_slips_button"),
        ):
            button = self.buttons[kind] = SecondButton(words, "printer")
            button.setObjectName(name)
            button.clicked.connect(partial(self.print_one, kind))
            verbs.addWidget(button)
        self.setLayout(
            column(
                Words(_("Papers for everybody"), "title"),
                Words(about, "body", "muted"),
                boxed(verbs),
                self.fold,
                gap=12,
            )
        )

    def _text(self, part: PaperText) -> QWidget:
        name = part.name.lower()
        edit = self.edits[part] = MultiText(lines=3, most=_LINES)
        back = self.back_buttons[part] = LinkButton(_("Put our words back"), "undo-2")
        back.setObjectName(f"{name}_back_button")
        back.setAccessibleName(_("Put our words back: {part}").format(part=part.heading))
        edit.textChanged.connect(self._typed)
        back.clicked.connect(partial(self._ours_again, part))
        return boxed(column(Labelled(part.heading, edit, f"{name}_edit"), row(back, None), gap=4))

    def refresh(self) -> None:
        """Read the words of the language spoken now; once, because what is typed stands."""
        own = paper_texts.of(spoken())
        for part, button in self.back_buttons.items():
            button.setVisible(part in own)
        if self._loaded:
            return
        for part, edit in self.edits.items():
            edit.set_words(own.get(part, "") or part.ours)
        self.fold.show_filled(bool(own))
        self._autosave.forget()
        self._loaded = True

    def flush(self) -> bool:
        """Store now what waits; True when nothing waits any more."""
        return self._autosave.flush()

    def _typed(self) -> None:
        if self._loaded:
            self._autosave.touched()

    def _store(self) -> bool:
        kept = all(self.desk.keep(paper_texts.keep, part, spoken(), edit.words()) for part, edit in self.edits.items())
        self.refresh()
        return kept

    def _ours_again(self, part: PaperText) -> None:
        if self.flush():
            undo = partial(self._own_again, part)
            self.desk.perform_undoable(_("Our words are back."), undo, paper_texts.put_ours_back, part, spoken())
            self._show_anew()

    def _own_again(self, part: PaperText, words: str) -> None:
        self.desk.perform(paper_texts.keep, part, spoken(), words)
        self._show_anew()

    def _show_anew(self) -> None:
        """Show what is stored, with the fields in sight as they are."""
        unfolded, self._loaded = self.fold.is_open, False
        self.refresh()
        self.fold.show_filled(unfolded)

    def print_one(self, kind: DocumentKind) -> None:
        """Print a paper for nobody in particular; it is on nobody's record."""
        if not self.flush():
            return
        record, named = papers.loose(kind, self.desk.today()), practice.current()
        self.desk.start(
            _("Drawing the paper"), lambda _job: _drawn(kind, record, named.paper, named.large_print), self._send
        )

    def _send(self, drawn: tuple[DocumentKind, bytes]) -> None:
        from alliance_desktop.ui.printing import print_pdf  # heavy: the system's printing

        kind, pdf = drawn
        if print_pdf(self, pdf) is not None:
            return
        self.desk.say(_("No printer was found. You can save the paper as a PDF instead."))
        chosen, _kinds = QFileDialog.getSaveFileName(self, _("Save the paper"), kind.file_name, "PDF (*.pdf)")
        if chosen:
            self._save(Path(chosen), pdf)

    def _save(self, path: Path, pdf: bytes) -> None:
        try:
            path.write_bytes(pdf)
        except OSError:
            self.desk.say(_("The paper could not be saved there. Please choose another place."))


def _drawn(kind: DocumentKind, record: Any, paper: Any, large: bool) -> tuple[DocumentKind, bytes]:
    """Draw the paper; called on a job's thread."""
    from alliance_desktop.documents import sheets  # heavy: ReportLab, needed only for paper

    return kind, sheets.draw(kind, record, paper, large).data
