"""A list of snippets while a word is typed after a semicolon; Enter, Tab or a space puts the text, Esc leaves it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter

from alliance_desktop.domain.snippet import SIGN, Snippet, being_typed
from alliance_desktop.ui.widgets.fields import MultiText
from alliance_desktop.ui.widgets.text_steps import replaced
from alliance_desktop.words import _

_WORD = Qt.ItemDataRole.UserRole


class SnippetList(QObject):
    """For one field of a note; while the cursor is in the empty field, a quiet hint there says how it is done."""

    def __init__(self, field: MultiText, source: Callable[[], Sequence[Snippet]]) -> None:
        super().__init__(field)
        self._field, self._source = field, source
        self._texts: dict[str, str] = {}
        # Where the semicolon stands that somebody left as it is.
        self._left = -1
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionRole(_WORD)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(6)
        self._completer.setWidget(field)
        self._completer.activated.connect(self._take)
        self._watched = False
        field.installEventFilter(self)
        field.typed.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() == QEvent.Type.FocusIn:
                self._read()
                hint = _("; for your snippets") if self._texts else _("; for snippets, once there are some in Settings")
                self._field.setPlaceholderText(hint)
            elif event.type() == QEvent.Type.FocusOut:
                self._field.setPlaceholderText("")
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._left = self._begin()
        return False

    def _read(self) -> None:
        snippets = self._source()
        self._texts = {snippet.word: snippet.words for snippet in snippets}
        self._model.clear()
        for snippet in snippets:
            item = QStandardItem(f"{SIGN}{snippet.word}  {' '.join(snippet.words.split())}")
            item.setData(snippet.word, _WORD)
            self._model.appendRow(item)

    def _before(self) -> str:
        cursor = self._field.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _begin(self) -> int:
        """The place in the text of the semicolon that the cursor stands behind; -1 where there is none."""
        word = being_typed(self._before())
        return -1 if word is None else self._field.textCursor().position() - len(word) - 1

    def _popup(self) -> QAbstractItemView:
        shown = self._completer.popup()
        assert shown is not None
        if not self._watched:
            self._watched = True
            shown.setObjectName("picks_list")
            shown.installEventFilter(self)
            self._field.offered = shown
        return shown

    def _follow(self) -> None:
        before, shown = self._before(), self._popup()
        word = being_typed(before)
        if word is None:
            whole = being_typed(before[:-1]) if before[-1:] == " " else None
            if shown.isVisible() and whole is not None and whole.casefold() in self._texts:
                self._put(f"{SIGN}{whole} ", self._texts[whole.casefold()] + " ")
            self._left = -1
        self._completer.setCompletionPrefix(word or "")
        if word is None or self._begin() == self._left or not self._completer.completionCount():
            shown.hide()
            return
        place = self._field.cursorRect()
        place.setWidth(min(self._field.width(), shown.sizeHintForColumn(0) + 40))
        self._completer.complete(place)
        shown.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _take(self, word: str) -> None:
        typed = being_typed(self._before())
        if typed is not None:
            self._put(f"{SIGN}{typed}", self._texts[word])

    def _put(self, typed: str, words: str) -> None:
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        replaced(cursor, typed, words)
        cursor.endEditBlock()
        self._field.setTextCursor(cursor)
