"""Earlier words that can be picked again while typing: offered, never filled in by themselves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QStyledItemDelegate

from alliance_desktop.ui.widgets.fields import MultiText, TextField
from alliance_desktop.words import _


class Picks(QObject):
    """One list of earlier words for many fields, read when somebody first wants it.

    Typing shows what fits, and the arrow down in an empty field all of it.
    """

    def __init__(self, parent: QObject, source: Callable[[], Sequence[str]]) -> None:
        super().__init__(parent)
        self._source, self._is_read = source, False
        self._model = QStringListModel(self)

    def read_anew(self) -> None:
        """There may be other words the next time somebody wants them."""
        self._is_read = False

    def words(self) -> list[str]:
        """What is offered."""
        if not self._is_read:
            self._is_read = True
            self._model.setStringList(list(self._source()))
        return self._model.stringList()

    def offer_in(self, field: TextField | MultiText) -> None:
        """Offer the words in a field; a picked one counts as typed."""
        completer = QCompleter(self._model, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(6)
        offer = _Offer(self, field, completer)
        field.asked.connect(offer.show_all)
        if isinstance(field, TextField):
            # Heard before the field asks its list what fits.
            field.textEdited.connect(offer.get_ready)
            field.setCompleter(completer)
            completer.activated.connect(field.textEdited)
        else:
            completer.setWidget(field)
            field.typed.connect(offer.follow)
            completer.activated.connect(field.take)


class _OneLine(QStyledItemDelegate):
    """Shows words of several lines in one, cut where there is no room."""

    def displayText(self, value: object, _locale: object) -> str:
        return _(" · ").join(str(value).splitlines())


class _Offer(QObject):
    """Shows the list below one field."""

    def __init__(self, picks: Picks, field: TextField | MultiText, completer: QCompleter) -> None:
        super().__init__(field)
        self._picks, self._field, self._completer = picks, field, completer

    def get_ready(self) -> QAbstractItemView:
        """Read what is offered, and dress the list."""
        self._picks.words()
        shown = self._completer.popup()
        assert shown is not None
        if shown.objectName() != "picks_list":
            shown.setObjectName("picks_list")
            shown.setItemDelegate(_OneLine(shown))
        if isinstance(self._field, MultiText):
            self._field.offered = shown
        return shown

    def show_all(self) -> None:
        """Show everything that fits what is typed; everything, while there is nothing."""
        self._show(self.get_ready(), self._field.words())

    def follow(self) -> None:
        """Show what fits what is typed, as a field of one line does by itself."""
        shown, words = self.get_ready(), self._field.words()
        if words:
            self._show(shown, words)
        else:
            shown.hide()

    def _show(self, shown: QAbstractItemView, words: str) -> None:
        self._completer.setCompletionPrefix(words)
        if self._completer.completionCount() and self._completer.currentCompletion() != words:
            self._completer.complete()
        else:
            shown.hide()
