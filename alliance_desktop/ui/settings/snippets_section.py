"""Snippets for notes: a short word after a semicolon for what is written again and again."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.snippet import LONGEST_WORD, SIGN, Snippet
from alliance_desktop.services import held_forms, snippets
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.typed import put_back, typed
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, MultiText, TextField
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_ROW, _ROWS = 56, 4


class SnippetsSection(QWidget):
    """A chosen line fills the fields; a word that is there already is changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._all: tuple[Snippet, ...] = ()
        self._loaded = False
        self.word_edit = TextField()
        self.word_edit.setMaxLength(LONGEST_WORD + 1)
        self.words_edit = MultiText(lines=2)
        self.word_box = Labelled(_("Word"), self.word_edit, "snippet_word_edit", _("Typed after ; in a note"))
        self.keep_button = SecondButton(_("Keep this snippet"), "plus")
        self.keep_button.setObjectName("keep_snippet_button")
        self.remove_button = LinkButton(_("Remove it"), "trash-2")
        self.remove_button.setObjectName("remove_snippet_button")
        verbs = Flow()
        verbs.addWidget(self.keep_button)
        verbs.addWidget(self.remove_button)
        self.list = RecordList("snippet_list", _("Your snippets"), self._row, _ROW)
        about = _("In a note, ; and the word become the text. The client’s own words are never written this way.")
        self.setLayout(
            column(
                Words(_("Snippets for notes"), "title"),
                Words(about, "body", "muted"),
                Readable(column(self.word_box), 320),
                Labelled(_("Text"), self.words_edit, "snippet_text_edit"),
                boxed(verbs),
                self.list,
                gap=10,
            )
        )
        self.word_edit.textEdited.connect(self._look)
        self.list.record_chosen.connect(self._choose)
        self.keep_button.clicked.connect(self._keep)
        self.remove_button.clicked.connect(self._remove)
        self.autosave = Autosave(desk, self._hold, self)
        self.word_edit.textEdited.connect(self.autosave.touched)
        self.words_edit.typed.connect(self.autosave.touched)

    def refresh(self) -> None:
        """Read the snippets; what was typed and not kept yet comes back once."""
        if not self._loaded:
            self._loaded = True
            put_back(self, held_forms.of(None, Form.SNIPPET))
        self._all = snippets.every()
        self.list.show_records([_Line(place, snippet) for place, snippet in enumerate(self._all)])
        self.list.setVisible(bool(self._all))
        self.list.setFixedHeight(min(len(self._all), _ROWS) * max(_ROW, self.list.sizeHintForRow(0)) + 2)
        self._look()

    def flush(self) -> bool:
        """Hold what is typed and not kept yet; False when it could not be held."""
        return self.autosave.flush()

    def _hold(self) -> bool:
        written = typed(self)
        return self.desk.keep(held_forms.hold, None, Form.SNIPPET, 0, written if any(written.values()) else {})

    def _look(self, _typed: str = "") -> None:
        self.word_box.complain("")
        self.remove_button.setVisible(self._same() is not None)

    def _same(self) -> Snippet | None:
        word = self.word_edit.words().removeprefix(SIGN).casefold()
        return next((snippet for snippet in self._all if snippet.word == word), None)

    def _row(self, line: "_Line") -> Row:
        return Row(f"{SIGN}{line.snippet.word}", " ".join(line.snippet.words.split()))

    def _choose(self, place: int) -> None:
        snippet = self._all[place]
        self.word_edit.set_words(snippet.word)
        self.words_edit.set_words(snippet.words)
        self._look()
        self.words_edit.setFocus()

    def _keep(self) -> None:
        written = Snippet(self.word_edit.words(), self.words_edit.words())
        before = self._same()
        try:
            snippets.checked(written)
        except snippets.SnippetUnclear as refusal:
            self.word_box.complain(str(refusal))
            return
        if before is None:
            kept = self.desk.perform(snippets.keep, written)
        else:
            told = _("“{word}” is changed.").format(word=before.word)
            kept = self.desk.perform_undoable(told, lambda _kept: self._put_back(before), snippets.keep, written)
        if kept is not None:
            self._clear()

    def _remove(self) -> None:
        mine = self._same()
        if mine is not None:
            told = _("“{word}” is removed.").format(word=mine.word)
            if self.desk.perform_undoable(told, self._put_back, snippets.remove, mine) is not None:
                self._clear()

    def _put_back(self, snippet: Snippet) -> None:
        self.desk.perform(snippets.keep, snippet)
        self.refresh()

    def _clear(self) -> None:
        self.word_edit.clear()
        self.words_edit.set_words("")
        self._hold()
        self.refresh()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list, found by its place."""

    id: int
    snippet: Snippet
